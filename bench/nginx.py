"""The nginx of deploy/nginx.conf on this machine: what a reader of the published site would meet."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.site import ROOT

MODULES = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
TIMEOUT = 10
"""Seconds that nginx may take to start."""
AROUND = """daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
worker_processes 1;
{modules}
events {{ worker_connections 1024; }}
http {{
  sendfile on;
  log_format answers "$status $bytes_sent $request_uri";
  client_body_temp_path {work}/body;
  proxy_temp_path {work}/proxy;
  fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi;
  scgi_temp_path {work}/scgi;
  include {work}/guidebook.conf;
}}
"""
"""What Debian's own nginx.conf says around the file, for one who may only write to a folder."""


@dataclass(frozen=True)
class Answer:
    """One answer as it went over the line, head and all."""

    status: int
    size: int
    path: str


class Server:
    """A running nginx."""

    def __init__(self, address: str, log: Path) -> None:
        self.address = address
        """Ends in a slash."""
        self._log = log

    def answers(self) -> list[Answer]:
        """All so far, once no more come; empty unless it was told to keep a log."""
        before = -1
        while before != (before := self._log.stat().st_size if self._log.exists() else 0):
            time.sleep(1)
        lines = self._log.read_text(encoding="utf-8").splitlines() if before else []
        found = (line.split(" ", 2) for line in lines)
        return [Answer(int(status), int(size), path) for status, size, path in found]


@contextmanager
def nginx(
    published: Path, work: Path, *, log: bool = False, brotli: bool = True
) -> Iterator[Server]:
    """The published folder, served as deploy/nginx.conf says, on this machine alone.

    With a log of answers if asked to, and pressed by gzip alone where there is no brotli.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    has_brotli = brotli and Path(MODULES).exists()
    settings = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for pattern, new in (
        (r"listen 80;", f"listen 127.0.0.1:{port};"),
        (r"listen \[::\]:80;", ""),
        (r"/srv/guidebook", str(published)),
        (r"/var/log/nginx/guidebook.error.log", f"{work}/site.error.log"),
        (
            r"access_log off;",
            f"access_log {work}/answers.log answers;" if log else "access_log off;",
        ),
        (r"brotli_static on;", "brotli_static on;" if has_brotli else ""),
    ):
        settings = re.sub(pattern, new, settings)
    (work / "guidebook.conf").write_text(settings, encoding="utf-8")
    modules = f"load_module {MODULES};" if has_brotli else ""
    main = work / "nginx.conf"
    main.write_text(AROUND.format(work=work, modules=modules), encoding="utf-8")
    process = subprocess.Popen(["nginx", "-c", str(main)], stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process, work)
        yield Server(f"http://127.0.0.1:{port}/", work / "answers.log")
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes], work: Path) -> None:
    for _ in range(TIMEOUT * 10):
        if process.poll() is not None:
            raise RuntimeError((work / "error.log").read_text(encoding="utf-8"))
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nginx did not start within {TIMEOUT} seconds")
