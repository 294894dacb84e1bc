"""With `use_directory_urls: false`, too, every address on every page leads to something.

That they do with folders for pages is in browser/test_site.py.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.drawing import parsed
from tests.project import REPOSITORY

ADDRESS = "https://example.org/book/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The book, with the one setting changed."""
    config = load_config(
        str(REPOSITORY / "mkdocs.yml"),
        strict=True,
        site_dir=str(tmp_path),
        site_url=ADDRESS,
        use_directory_urls=False,
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return tmp_path


@pytest.mark.sample(0)
def test_every_address_leads_to_something(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 15
    assert [fault for page in pages for fault in dead(page, site)] == []


def dead(page: Path, site: Path) -> Iterator[str]:
    """The addresses of a page that lead to nothing, or to no such place of a page."""
    root = parsed(page.read_text(encoding="utf-8"))
    for element in root.iter():
        for name in ("href", "src"):
            link = (element.get(name) or "").removeprefix(ADDRESS.removesuffix("/"))
            if not link or urlsplit(link).scheme or link.startswith("//"):
                continue
            path, anchor = urldefrag(unquote(urlsplit(link)._replace(query="").geturl()))
            path = path.removeprefix("/book")
            base = site if path.startswith("/") else page.parent
            target = page if not path else base / path.removeprefix("/")
            file = target / "index.html" if target.is_dir() else target
            if not file.is_file():
                yield f"{page.relative_to(site)}: {link}"
            elif anchor and file.suffix == ".html" and anchor not in ids(file):
                yield f"{page.relative_to(site)}: {link} has no such place"


@cache
def ids(file: Path) -> frozenset[str]:
    """The places of a page that a link may name."""
    root = parsed(file.read_text(encoding="utf-8"))
    return frozenset(element.get("id") or "" for element in root.iter())
