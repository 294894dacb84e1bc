"""The audit: every package that is locked is asked about, and a known hole stops it."""

import json
import os
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from tests.project import REPOSITORY

WHAT = "Lets a stranger in"
KNOWN = {
    "id": "PYSEC-0000-1",
    "modified": "2026-01-01T00:00:00Z",
    "summary": WHAT,
    "affected": [
        {
            "package": {"name": "jinja2", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99"}]}],
        }
    ],
}
"""What the database would say of a hole, in the form of osv.dev."""


class Database(ThreadingHTTPServer):
    """A stand-in for osv.dev, on this machine."""

    def __init__(self, holed: str) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.holed = holed
        self.asked: set[tuple[str, str]] = set()


class Answer(BaseHTTPRequestHandler):
    server: Database

    def do_POST(self) -> None:
        queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        self.server.asked |= {(q["package"]["name"], q["version"]) for q in queries}
        found = {"vulns": [{"id": KNOWN["id"], "modified": KNOWN["modified"]}]}
        holed = self.server.holed
        self.say({"results": [found if q["package"]["name"] == holed else {} for q in queries]})

    def do_GET(self) -> None:
        self.say(KNOWN)

    def say(self, answer: dict[str, Any]) -> None:
        text = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *said: object) -> None:
        """Say nothing."""


@contextmanager
def database(holed: str = "") -> Iterator[Database]:
    with Database(holed) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def audit(server: Database) -> subprocess.CompletedProcess[str]:
    """What `make audit` runs, asking the stand-in. It reaches nothing else: the proxy leads nowhere."""
    recipe = ["make", "--dry-run", "--always-make", "audit"]
    lines = subprocess.run(
        recipe, cwd=REPOSITORY, check=True, capture_output=True, text=True
    ).stdout
    command = next(line for line in lines.splitlines() if "uv audit" in line)
    nowhere = "http://127.0.0.1:9"
    return subprocess.run(
        [*shlex.split(command), "--service-url", f"http://127.0.0.1:{server.server_port}/"],
        cwd=REPOSITORY,
        env={
            **os.environ,
            "UV_HTTP_RETRIES": "0",
            "HTTPS_PROXY": nowhere,
            "HTTP_PROXY": nowhere,
            "NO_PROXY": "127.0.0.1",
        },
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(("holed", "code"), [("", 0), ("jinja2", 1)])
def test_a_known_hole_stops_the_audit(holed: str, code: int) -> None:
    with database(holed) as server:
        done = audit(server)

    assert done.returncode == code, done.stderr
    assert (WHAT in done.stdout + done.stderr) == bool(holed)


def test_every_locked_package_is_asked_about() -> None:
    lock = tomllib.loads((REPOSITORY / "uv.lock").read_text(encoding="utf-8"))
    packages = {
        (package["name"], package["version"])
        for package in lock["package"]
        if "registry" in package["source"]
    }
    with database() as server:
        audit(server)

    assert len(packages) > 90
    assert packages == server.asked
