"""The copy of the book to download: whole, without what it cannot do, and the same on any day."""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import pytest

from guidebook.publishing import offline_copy
from guidebook.publishing.remove_elements import remove_elements
from tests.browser.small import small_project
from tests.drawing import parsed
from tests.project import Files, Project, front_matter

BOX = "do-birds-wake-me"
PAGES: Files = {
    "docs/top.md": f"{front_matter()}# Top\n\n/// download\n///\n\n/// offline\n///\n",
    "docs/far/below/here.md": f"{front_matter()}# Here\n\n/// quiz | {BOX}\n///\n\n/// download\n///\n",
    "docs/download/other.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
}
ELSEWHERE = {"alternate", "canonical"}
"""Links that tell of other places of the page."""
LINKS = {
    ("./", "index.html"): "./index.html",
    (".", "index.html"): "./index.html",
    ("../", "top/index.html"): "../index.html",
    ("..", "top/index.html"): "../index.html",
    ("../top/", "help/index.html"): "../top/index.html",
    ("../top/#part", "help/index.html"): "../top/index.html#part",
    ("../top.html#part", "help.html"): "../top.html#part",
    ("#part", "top/index.html"): "#part",
    ("../assets/guidebook.css", "top/index.html"): "../assets/guidebook.css",
    ("https://example.org/", "index.html"): "https://example.org/",
    ("mailto:someone@example.org", "index.html"): "mailto:someone@example.org",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = small_project(tmp_path_factory.mktemp("project"), PAGES)
    project.build()
    return project


@pytest.fixture(scope="module")
def files(built: Project) -> dict[str, str]:
    """The copy, unpacked: name → text."""
    with ZipFile(BytesIO((built.site / offline_copy.FILE).read_bytes())) as packed:
        names = {name: name.partition("/")[2] for name in packed.namelist()}
        return {short: packed.read(name).decode() for name, short in names.items()}


@pytest.mark.parametrize(("link", "page"), LINKS)
def test_a_link_to_a_folder_names_the_page_in_it(link: str, page: str) -> None:
    linked = offline_copy.page(f'<a href="{link}">', page)

    assert linked == f'<a href="{LINKS[link, page]}">'


def test_every_link_leads_to_a_file_of_the_copy(files: dict[str, str]) -> None:
    pages = {name: html for name, html in files.items() if name.endswith(".html")}
    dead = {
        (name, link)
        for name, html in pages.items()
        for element in parsed(html).iter()
        if element.tag in {"a", "img", "link", "script"} and element.get("rel") not in ELSEWHERE
        for link in [element.get("href") or element.get("src") or ""]
        if link and not re.match(r"https?:|mailto:|tel:", link)
        if unquote(urlsplit(urljoin(f"http://copy/{name}", link)).path)[1:] not in files
    }

    assert len(pages) > 3
    assert dead == set()


def test_it_has_every_page_and_no_module_search_or_switch(files: dict[str, str]) -> None:
    text = "".join(html for name, html in files.items() if name.endswith(".html"))

    assert {"index.html", "top/index.html", "far/below/here/index.html"} <= files.keys()
    assert 'type="module"' not in text
    assert 'data-md-component="search"' not in text
    assert "offline-box" not in text
    assert not [name for name in files if name.endswith((".mjs", ".map", ".zip"))]
    assert not re.search(r"\b(import|export)\b(?!-)", code(files[offline_copy.SCRIPT]))


def code(script: str) -> str:
    """A script without its comments."""
    return re.sub(r"/\*(?:.|\n)*?\*/|//.*", "", script)


@pytest.mark.parametrize(
    ("page", "link"),
    [("top", f"../{offline_copy.FILE}"), ("far/below/here", f"../../../{offline_copy.FILE}")],
)
def test_pages_show_the_way_to_it_and_its_size(built: Project, page: str, link: str) -> None:
    html = built.page(page)

    assert f'<a href="{link}" download>Download the book (' in html
    assert "Download the book ({size}" not in html


def test_a_preview_shows_no_way_to_it(tmp_path: Path) -> None:
    project = Project(tmp_path, PAGES)

    project.build(command="serve")

    assert 'data-download hidden><a href=""' in project.page("top")
    assert not (project.site / offline_copy.FILE).exists()


def test_a_site_with_no_place_for_it_gets_none(tmp_path: Path) -> None:
    project = Project(tmp_path)

    project.build()

    assert not (project.site / "download").exists()


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a<b class='x'>b<i>c</i></b>d</p>", "<p>ad</p>"),
        ("<div class='x'><div></div><br><img></div>\nafter", "\nafter"),
        ("one\n<input class='x'>\ntwo<b class='x'>three</b>", "one\n\ntwo"),
        ("<p class='y'>stays</p>", "<p class='y'>stays</p>"),
    ],
)
def test_an_element_goes_with_all_that_is_in_it(html: str, left: str) -> None:
    assert remove_elements(html, ("class", "x")) == left
