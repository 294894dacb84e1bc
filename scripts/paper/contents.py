"""What is in the book on paper, and in which order: the menu of the site, without what only a site has."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

LEFT_OUT = frozenset(
    {
        "my-results.md",  # shows what a browser keeps
        "whole-book.md",  # this, on a screen
        "about/changes.md",
        "about/privacy.md",  # about the site
        "about/technical-notes.md",  # for who wants to build on the self-assessments: 6,000 words
    }
)
SECTIONS_LEFT_OUT = frozenset({"中文", "Contribute"})
PREFACE = ("index.md", "how-this-began")
"""The page and the heading of the part of it that opens the book."""


@dataclass(frozen=True)
class Page:
    """One page of the site, as built."""

    source: str
    """From docs/, as in `tools/should-i-post.md`."""
    section: str
    """What the menu calls the part of the book."""
    address: str
    """From the root of the site, as in `tools/should-i-post/`."""
    article: Any
    """Its content, an lxml element that is ours to change."""

    @property
    def name(self) -> str:
        """Unlike any other page's, and good for an id and a file."""
        return self.address.strip("/").replace("/", "-") or "home"

    @property
    def title(self) -> str:
        return words(self.article.find(".//h1"))

    @property
    def is_chapter(self) -> bool:
        """Whether it has a moon of its own."""
        return bool(self.article.xpath("./*[contains(@class, 'mark')]"))


def pages(site: Path, nav: list[Any]) -> list[Page]:
    """The book's pages, in the order of the menu (`nav` of mkdocs.yml)."""
    return [
        read(site, source, section)
        for section, source in _listed(nav)
        if section not in ("", *SECTIONS_LEFT_OUT) and source not in LEFT_OUT
    ]


def read(site: Path, source: str, section: str = "") -> Page:
    """A page of a built site, by its path from docs/."""
    address = source.removesuffix("index.md").removesuffix(".md")
    address += "/" if address and not address.endswith("/") else ""
    root = html.document_fromstring((site / address / "index.html").read_bytes())
    return Page(source, section, address, root.find(".//article"))


def words(element: Any) -> str:
    """What an element says, without the sign that leads to it."""
    parts = element.xpath(".//text()[not(ancestor::*[@class='headerlink'])]")
    return " ".join("".join(parts).split())


def _listed(nav: list[Any], section: str = "") -> Iterator[tuple[str, str]]:
    for item in nav:
        if isinstance(item, str):
            yield section, item
            continue
        [(title, inside)] = item.items()
        if isinstance(inside, str):
            yield section, inside
        else:
            yield from _listed(inside, section or title)
