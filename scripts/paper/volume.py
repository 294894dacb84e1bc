"""The pages of the site as the parts of one book: laid out for paper, and bound to each other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from scripts.paper import contents, sheets
from scripts.paper.contents import Page
from scripts.paper.edition import Edition
from scripts.paper.links import Binding

AUTHOR = "The authors of the guidebook"
HELP = ("help.md", "talk-to-someone-now")
"""The page and the heading under which the help lines stand."""


@dataclass(frozen=True)
class Volume:
    """What a PDF and an EPUB are made from."""

    pages: list[Page]
    preface: Page
    help_lines: list[Any]
    """The elements that say them."""


def bind(site: Path, edition: Edition, file: Callable[[Page], str], *, grid: bool) -> Volume:
    """Read the built site as a book. `file` says in which file of it a page will be; see `Binding`."""
    pages = contents.pages(site, edition.nav)
    preface = contents.read(site, contents.PREFACE[0])
    _keep(preface, contents.PREFACE[1])
    for page in (*pages, preface):
        sheets.lay(page.article, grid=grid)
    lines = next(page for page in pages if page.source == HELP[0])
    said = _below(lines, HELP[1])[1:]
    Binding([*pages, preface], edition.address, file).bind()
    return Volume(pages, preface, said)


def pictures(site: Path, page: Page) -> list[tuple[Any, Path]]:
    """Each picture of a page, and its file."""
    found = [*page.article.iter("img")]
    return [(picture, (site / page.address / picture.get("src")).resolve()) for picture in found]


def moon(site: Path) -> Path:
    """The picture on the cover."""
    return next((site / "assets/moon").glob("full*.svg")).resolve()


def markup(element: Any, method: str = "html") -> str:
    """An element as text."""
    text: str = html.tostring(element, encoding="unicode", method=method, with_tail=False)
    return text


def _below(page: Page, name: str) -> list[Any]:
    """A heading of a page, and what stands below it."""
    parts = [next(e for e in page.article.iter("h2") if e.get("id") == name)]
    while (following := parts[-1].getnext()) is not None and following.tag != "h2":
        parts.append(following)
    return parts


def _keep(page: Page, name: str) -> None:
    """Make a page of a part of it."""
    parts = _below(page, name)
    parts[0].tag = "h1"
    for element in [*page.article]:
        page.article.remove(element)
    page.article.extend(parts)
