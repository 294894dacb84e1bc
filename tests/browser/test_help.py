"""Help is one tap away, wherever a reader is."""

import posixpath
from pathlib import Path
from urllib.parse import urldefrag

import yaml

from tests.browser.serve import Site
from tests.drawing import parsed
from tests.project import REPOSITORY

HARM = (
    "whole-book/",
    "tools/a-nasty-comment/",
    "self-assessments/how-heavy-are-the-nasty-comments/",
)


def test_every_page_links_to_help_before_its_content(site: Site) -> None:
    pages = [page for page in site.folder.rglob("*.html") if page.name == "index.html"]
    assert len(pages) > 15
    assert [page for page in pages if not leads_to_help(page, site.folder)] == []


def test_a_wrong_address_links_to_help_too(site: Site) -> None:
    assert leads_to_help(site.folder / "404.html", site.folder)


def test_every_page_brings_a_help_line_along_on_paper(site: Site) -> None:
    pages = {
        page.parent.name: page.read_text(encoding="utf-8")
        for page in site.folder.rglob("index.html")
    }
    assert [name for name, html in pages.items() if "https://findahelpline.com" not in html] == []


def test_what_may_be_about_harm_brings_all_of_them(site: Site) -> None:
    text = (REPOSITORY / "data/help-lines.yml").read_text(encoding="utf-8")
    lines = [f"<strong>{line['where']}." for line in yaml.safe_load(text)["lines"]]
    assert [(page, line) for page in HARM for line in lines if line not in site.html(page)] == []


def leads_to_help(page: Path, site: Path) -> bool:
    """Whether some link above the content leads to the help page."""
    before = parsed(page.read_text(encoding="utf-8").split("<main", 1)[0])
    folder = "/" + page.parent.relative_to(site).as_posix()
    links = (urldefrag(a.get("href", "")).url for a in before.iter("a"))
    return any(
        posixpath.normpath(posixpath.join(folder, link)) == "/help" for link in links if link
    )
