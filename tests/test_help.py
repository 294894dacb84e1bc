"""Help is one tap away, wherever a reader is."""

import posixpath
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.drawing import parsed
from tests.project import REPOSITORY


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book as it is published."""
    folder = tmp_path_factory.mktemp("site")
    config = load_config(str(REPOSITORY / "mkdocs.yml"), strict=True, site_dir=str(folder))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


def test_every_page_links_to_help_before_its_content(site: Path) -> None:
    pages = [page for page in site.rglob("*.html") if page.name == "index.html"]
    assert len(pages) > 15
    assert [page for page in pages if not leads_to_help(page, site)] == []


def test_a_wrong_address_links_to_help_too(site: Path) -> None:
    assert leads_to_help(site / "404.html", site)


def leads_to_help(page: Path, site: Path) -> bool:
    """Whether some link above the content leads to the help page."""
    before = parsed(page.read_text(encoding="utf-8").split("<main", 1)[0])
    folder = "/" + page.parent.relative_to(site).as_posix()
    links = (urldefrag(a.get("href", "")).url for a in before.iter("a"))
    return any(
        posixpath.normpath(posixpath.join(folder, link)) == "/help" for link in links if link
    )
