"""A built site on an address of this machine, as a plain web server would offer it."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from guidebook.publishing import headers


@dataclass(frozen=True)
class Site:
    """A folder, and where a browser finds it."""

    folder: Path
    address: str
    """Ends in a slash."""
    rules: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """What the host adds to its answers. Filled, it is one that reads `_headers`; empty, one that does not."""

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page by its path from the address, the page for wrong addresses among them."""
        files = sorted(self.folder.rglob("*.html"))
        paths = (file.relative_to(self.folder).as_posix() for file in files)
        return tuple(path.removesuffix("index.html") for path in paths)

    def html(self, page: str) -> str:
        """The source of a page, by its path from the address."""
        path = self.folder / page
        return (path / "index.html" if path.is_dir() else path).read_text(encoding="utf-8")


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """The folder, served until the block ends; it may be filled while it is served."""
    rules: dict[str, Mapping[str, str]] = {}
    handler = partial(_Handler, directory=str(folder), rules=rules)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}/", rules)
        server.shutdown()
        server.hang_up()


class _Server(ThreadingHTTPServer):
    block_on_close = False  # a browser keeps lines open that it may never use again

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.lines: list[socket.socket] = []

    def process_request(self, request: Any, client_address: Any) -> None:
        self.lines.append(request)
        super().process_request(request, client_address)

    def hang_up(self) -> None:
        """End the lines that are open, so that nothing answers any more."""
        for line in self.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page lets go of what it was fetching: no fault of the site."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, rules: headers.Rules, **kwargs: Any) -> None:
        self._rules = rules
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Add what the site's own rules say of the path."""
        if self._rules:
            for name, value in headers.of(urlsplit(self.path).path, self._rules).items():
                self.send_header(name, value)
        super().end_headers()

    def send_header(self, keyword: str, value: str) -> None:
        """Keep the second of a file's change to ourselves: two builds within one would pass for the same."""
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def log_message(self, *_: Any) -> None:
        """The tests tell what matters."""
