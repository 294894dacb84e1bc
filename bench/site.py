"""The site of the book, built and served to be measured."""

import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench.serve import serving

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache/bench"


@dataclass(frozen=True)
class Site:
    """A folder, and where a browser finds it."""

    folder: Path
    address: str
    """Ends in a slash."""

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page by its path from the address, but for the one for wrong addresses."""
        files = sorted(self.folder.rglob("index.html"))
        paths = (file.parent.relative_to(self.folder).as_posix() for file in files)
        return tuple("" if path == "." else f"{path}/" for path in paths)

    def html(self, page: str) -> str:
        """The source of a page."""
        return (self.folder / page / "index.html").read_text(encoding="utf-8")

    def widgets(self, page: str) -> frozenset[str]:
        """What is on the page that asks for a script of its own."""
        return frozenset(re.findall(r"<(\w+-\w+)\b[^>]* data-(?:widget|quiz)=", self.html(page)))


@contextmanager
def own_site(built: Path | None = None) -> Iterator[Site]:
    """The book's site as it would be published, or the one that is `built` already."""
    if built:
        with serving(built) as address:
            yield Site(built, address)
        return
    folder = CACHE / "site"
    shutil.rmtree(folder, ignore_errors=True)
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    config = load_config(
        str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder), site_url=address
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    with serving(folder, port) as served:
        yield Site(folder, served)


def free_port() -> int:
    """One that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
