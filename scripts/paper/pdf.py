"""The book as a PDF to print or to read: set by WeasyPrint, tagged for those who listen to it."""

import re
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from scripts.paper import volume
from scripts.paper.contents import Page
from scripts.paper.edition import Edition

HERE = Path(__file__).parent
PAPERS = {"a4": "A4", "letter": "letter"}
_GAP = re.compile("_{4,}")


def make(site: Path, edition: Edition, to: Path, paper: str, *, large: bool) -> None:
    """Write the book from a built site."""
    fonts = FontConfiguration()
    names = ["book.css", "sheets.css", *(["large.css"] if large else [])]
    styles = [CSS(HERE / name, font_config=fonts) for name in names]
    styles.append(CSS(string=f"@page {{ size: {PAPERS[paper]} }}", font_config=fonts))
    book = HTML(string=document(site, edition, grid=not large), base_url=f"{site.resolve()}/")
    book.write_pdf(to, stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1")


def document(site: Path, edition: Edition, *, grid: bool) -> str:
    """All of it, as one page of HTML."""
    book = volume.bind(site, edition, lambda _: "", grid=grid)
    for page in (book.preface, *book.pages):
        _place_pictures(site, page)
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True)
    return environment.get_template("book.html").render(
        edition=edition,
        author=volume.AUTHOR,
        moon=volume.moon(site).as_uri(),
        parts=[(name, [*part]) for name, part in groupby(book.pages, lambda page: page.section)],
        preface=_markup(book.preface.article),
        pages=[
            (_kind(page, before), _markup(page.article))
            for before, page in zip([None, *book.pages], book.pages, strict=False)
        ],
        help_lines=[_markup(part) for part in book.help_lines],
    )


def _kind(page: Page, before: Page | None) -> str:
    """How it begins: a chapter on a right page, a sheet on a page of its own, and prose below other prose."""
    if page.is_chapter:
        return "chapter"
    is_sheet = bool(page.article.xpath(".//div[contains(concat(' ', @class, ' '), ' quiz ')]"))
    is_first = before is None or before.section != page.section
    return "other" if is_sheet or is_first else "flow"


def _place_pictures(site: Path, page: Page) -> None:
    """Name each picture by its file; one that says nothing is drawn as a background, which no tag knows."""
    for picture, file in volume.pictures(site, page):
        if picture.get("alt"):
            picture.set("src", file.as_uri())
        else:
            picture.tag = "span"
            picture.set("class", f"picture {picture.get('class') or 'sign'}")
            picture.set("style", f"background-image: url({file.as_uri()})")


def _markup(element: Any) -> Markup:
    """An element, with room to write in for each row of underscores."""
    text = _GAP.sub('<span class="gap"></span>', volume.markup(element))
    return Markup(text)  # noqa: S704 (the book's own pages)
