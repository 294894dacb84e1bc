"""A built site at an address of this machine, compressed as a good host would have it."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli

COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}


@lru_cache(maxsize=1024)
def brotlied(raw: bytes) -> bytes:
    """As small as Brotli makes it: what a host has that compresses its files once."""
    return bytes(brotli.compress(raw, quality=11))


@lru_cache(maxsize=1024)
def gzipped(raw: bytes) -> bytes:
    """As small as gzip makes it."""
    return gzip.compress(raw, 9, mtime=0)


@contextmanager
def serving(folder: Path, port: int = 0) -> Iterator[str]:
    """The address of the folder, until the block ends."""
    with _Server(("127.0.0.1", port), partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    block_on_close = False  # a browser keeps lines open that it may never use again

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page lets go of what it was fetching."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND
        if not path.is_file():
            path = Path(self.directory) / "404.html"
        self._send(status, path, path.read_bytes() if path.is_file() else b"")

    def _send(self, status: HTTPStatus, path: Path, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            accepted = self.headers.get("Accept-Encoding", "")
            for name, compress in (("br", brotlied), ("gzip", gzipped)):
                if name in accepted:
                    self.send_header("Content-Encoding", name)
                    body = compress(body)
                    break
            self.send_header("Vary", "Accept-Encoding")
        kept = "no-cache" if path.suffix == ".html" else "max-age=31536000"
        self.send_header("Cache-Control", kept)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """The tables tell what matters."""
