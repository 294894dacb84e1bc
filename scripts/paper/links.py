"""Where the links of the book lead, now that its pages are one book: to a page of it, or to an address."""

import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from scripts.paper.contents import Page, words

_SITE = "https://site.invalid/"
_QUIET = {"evidence", "footnote-ref"}
"""Links that need no page number: there would be one in every line."""
_SCREEN = ("aria-", "data-")
_UNUSED = {
    "autocomplete",
    "height",
    "hidden",
    "method",
    "open",
    "role",
    "tabindex",
    "title",
    "width",
}


def own(page: Page, fragment: str = "") -> str:
    """The id, in the book, of a page or of a place in it: a name that XML takes, and unlike any other."""
    return f"{page.name}--{re.sub(r'[^A-Za-z0-9_-]', '-', fragment)}" if fragment else page.name


class Binding:
    """Pages that become one book: each with ids of its own, each link with its place in the book."""

    def __init__(self, pages: Iterable[Page], address: str, file: Callable[[Page], str]) -> None:
        """`address` is the site's, with a slash at its end, or empty.

        `file` says in which file of the book a page stands: nothing, where all are in one.
        """
        self.pages = {page.address: page for page in pages}
        self.address = address
        self.file = file
        for page in self.pages.values():
            _identify(page)
        self.ids = {e.get("id") for page in self.pages.values() for e in page.article.iter()}

    def bind(self) -> None:
        """Lead every link to where it leads in the book."""
        for page in self.pages.values():
            for link in [*page.article.iter("a")]:
                href, fragment = urldefrag(urljoin(_SITE + page.address, link.get("href", "")))
                if href.startswith(_SITE):
                    self._lead(link, href.removeprefix(_SITE), fragment)
                elif href.startswith("sms:"):
                    link.drop_tag()  # a scheme that readers of EPUBs need not know
                else:
                    _write_out(link, href)

    def _lead(self, link: Any, path: str, fragment: str) -> None:
        """Lead a link within the site to a page of the book, or to the page on the site."""
        if home := self.pages.get(path):
            place = own(home, fragment)
            link.set("href", f"{self.file(home)}#{place if place in self.ids else home.name}")
            if not _QUIET & set(link.get("class", "").split()):
                link.set("class", "reference")
        elif self.address:
            link.set("href", self.address + path + (f"#{fragment}" if fragment else ""))
            _write_out(link, self.address + path)
        else:
            link.drop_tag()


def _identify(page: Page) -> None:
    for element in page.article.iter():
        if element.get("id"):
            element.set("id", own(page, element.get("id")))
        for name in [n for n in element.attrib if n.startswith(_SCREEN) or n in _UNUSED]:
            del element.attrib[name]
    page.article.tag = "section"
    page.article.attrib.clear()
    page.article.set("id", page.name)


def _write_out(link: Any, href: str) -> None:
    """Where a link leads outside, in words that can be typed, unless it says so itself."""
    parts = urlsplit(href)
    written = f"{parts.hostname}{parts.path}".removesuffix("/") if parts.hostname else ""
    if written and words(link) not in (written, href):
        note = link.makeelement("span", {"class": "address"})
        note.text = f"({written})"
        note.tail, link.tail = link.tail, " "
        link.addnext(note)
