"""Every link of the built site leads somewhere, and every page is sound HTML."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.publishing.search import WORDS
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site

THEMED = ("exit.", "keyboard.")
"""Widgets that need no style sheet of widgets."""


@dataclass(frozen=True)
class Parsed:
    """A page as a browser reads it."""

    address: str
    parser: Any
    tree: Any

    @cached_property
    def elements(self) -> list[Any]:
        return [element for element in self.tree.iter() if isinstance(element.tag, str)]

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(element.get("id") for element in self.elements if element.get("id"))

    @property
    def links(self) -> set[str]:
        """Every address that the page names, in full."""
        named = (element.get(key) for element in self.elements for key in ("href", "src"))
        return {urljoin(self.address, link) for link in named if link is not None}


@pytest.fixture(scope="module")
def parsed(site: Site) -> dict[str, Parsed]:
    return {page: read(site, page) for page in site.pages}


def test_every_page_is_well_formed(parsed: dict[str, Parsed]) -> None:
    errors = {path: page.parser.errors for path, page in parsed.items()}

    assert {path: found for path, found in errors.items() if found} == {}


def test_no_id_is_given_twice_on_a_page(parsed: dict[str, Parsed]) -> None:
    repeated = {path: [i for i, n in page.ids.items() if n > 1] for path, page in parsed.items()}

    assert {path: ids for path, ids in repeated.items() if ids} == {}


def test_every_link_and_anchor_into_the_site_leads_somewhere(
    site: Site, parsed: dict[str, Parsed]
) -> None:
    dead = {
        (path, link)
        for path, page in parsed.items()
        for link in page.links
        if is_dead(link, site, parsed)
    }

    assert dead == set()


def test_search_finds_only_places_that_exist(site: Site, parsed: dict[str, Parsed]) -> None:
    [words] = site.folder.glob(WORDS)
    index = json.loads(words.read_text(encoding="utf-8"))
    links = {urljoin(site.address, entry["location"]) for entry in index["docs"]}

    assert {link for link in links if is_dead(link, site, parsed)} == set()


def test_the_site_map_lists_every_page(site: Site) -> None:
    listed = re.findall(
        r"<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    )

    assert sorted(listed) == sorted(
        site.address + page for page in site.pages if page != "404.html"
    )


def test_a_widget_holds_its_questions(
    parsed: dict[str, Parsed], quizzes: dict[str, ScalesQuiz]
) -> None:
    for name in SELF_ASSESSMENTS:
        elements = parsed[assessment(name)].elements
        (widget,) = [element for element in elements if element.get("data-quiz") == name]

        stems = len([item for block in quizzes[name].blocks for item in block.items])
        assert len(list(widget.iter("legend"))) == stems + bool(quizzes[name].gate), name


def test_the_style_of_widgets_comes_only_where_there_is_one(parsed: dict[str, Parsed]) -> None:
    with_widget = {path for path, page in parsed.items() if has_widget(page)}
    with_style = {p for p, page in parsed.items() if any("/widgets/quiz." in x for x in page.links)}

    assert with_style == with_widget


def has_widget(page: Parsed) -> bool:
    """Whether it holds a quiz, a tool or a form; the header and the way out of a page are dressed by the theme."""
    return any(
        element.get("data-quiz") or not element.get("data-widget", "exit.").startswith(THEMED)
        for element in page.elements
    )


def read(site: Site, path: str) -> Parsed:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return Parsed(site.address + path, parser, parser.parse(site.html(path)))


def is_dead(link: str, site: Site, parsed: dict[str, Parsed]) -> bool:
    """Whether a link into the site leads to no file, or to no place in its page."""
    if not link.startswith(site.address):
        return False
    parts = urlsplit(link)
    path = unquote(parts.path).removeprefix("/")
    anchor = unquote(parts.fragment)
    if path in parsed:
        return bool(anchor) and anchor not in parsed[path].ids
    return not (site.folder / path).is_file()
