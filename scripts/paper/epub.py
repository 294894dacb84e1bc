"""The book as an EPUB 3, for readers of any size: written by EbookLib."""

from datetime import UTC, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ebooklib import epub
from lxml import etree

from scripts.paper import volume
from scripts.paper.contents import Page
from scripts.paper.drawing import unstyled
from scripts.paper.edition import Edition

HERE = Path(__file__).parent
ACCESS = {
    "accessMode": ["textual", "visual"],
    "accessModeSufficient": ["textual"],
    "accessibilityFeature": [
        "alternativeText",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
    ],
    "accessibilityHazard": ["none"],
    "accessibilitySummary": [
        (
            "Every picture that says something has a description, and its words beside it. The self-assessments"
            " and tools are sheets: questions in order, each with its answers in a list."
        )
    ],
}
"""What the book says of its accessibility, in schema.org's terms."""
_BOXES = {"box box--round": "○ ", "box box--square": "☐ "}


def make(site: Path, edition: Edition, to: Path) -> None:
    """Write the book from a built site."""
    book, bound = epub.EpubBook(), volume.bind(site, edition, _file, grid=False)
    _describe(book, edition)
    style = epub.EpubItem("style", "style.css", "text/css", (HERE / "epub.css").read_bytes())
    book.add_item(style)
    book.set_cover("cover.svg", _cover(site, edition), create_page=True)
    book.get_item_with_id("cover").is_linear = True
    preface = _page(site, book, bound.preface, edition, style)
    chapters = {page.name: _page(site, book, page, edition, style) for page in bound.pages}
    title = "If you need someone to talk to"
    lines = "".join((f"<h1>{title}</h1>", _texts(bound.help_lines)))
    last = _chapter("help-lines.xhtml", title, lines, edition, style)
    for chapter in (preface, *chapters.values(), last):
        book.add_item(chapter)
    parts = groupby(bound.pages, lambda page: page.section)
    book.toc = [
        preface,
        *((epub.Section(name), [chapters[page.name] for page in part]) for name, part in parts),
        last,
    ]
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = ["cover", "nav", preface, *chapters.values(), last]
    day = datetime.combine(edition.day, time(), UTC)
    epub.write_epub(to, book, {"mtime": day, "raise_exceptions": True, "epub2_guide": False})


def _describe(book: Any, edition: Edition) -> None:
    named = f"{edition.title}: {edition.subtitle}"
    book.set_identifier(uuid5(NAMESPACE_URL, edition.address or named).urn)
    book.set_title(named)
    book.set_language(edition.language)
    book.add_author(volume.AUTHOR)
    book.add_metadata("DC", "description", edition.description)
    book.add_metadata("DC", "rights", f"{edition.copyright} {edition.license}")
    book.add_metadata("DC", "date", edition.day.isoformat())
    for term, values in ACCESS.items():
        for value in values:
            book.add_metadata(None, "meta", value, {"property": f"schema:{term}"})


def _page(site: Path, book: Any, page: Page, edition: Edition, style: Any) -> Any:
    for picture, file in volume.pictures(site, page):
        name = f"images/{file.name}"
        if book.get_item_with_href(name) is None:
            book.add_item(epub.EpubItem(None, name, "image/svg+xml", unstyled(file.read_bytes())))
        picture.set("src", name)
        picture.set("alt", picture.get("alt") or "")
    return _chapter(_file(page), page.title, _texts([page.article]), edition, style)


def _chapter(name: str, title: str, text: str, edition: Edition, style: Any) -> Any:
    chapter = epub.EpubHtml(None, name, title=title, lang=edition.language, content=text)
    chapter.add_item(style)
    return chapter


def _texts(elements: list[Any]) -> str:
    for box in [box for element in elements for box in element.xpath(".//span[@class]")]:
        box.text = _BOXES.get(box.get("class"), box.text)
    return "".join(volume.markup(element, "xml") for element in elements)


def _cover(site: Path, edition: Edition) -> bytes:
    """A picture of the moon and the title, for the shelf of a reader."""
    moon = etree.fromstring(unstyled(volume.moon(site).read_bytes()))
    left, top, width, _ = map(float, moon.get("viewBox").split())
    drawn = "".join(etree.tostring(part, encoding="unicode") for part in moon)
    first, _, rest = edition.title.rpartition(" ")
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800" width="600" height="800">
<title>{edition.title}</title><rect width="600" height="800" fill="#faf6ee"/>
<g transform="translate(60 110) scale({300 / width}) translate({-left} {-top})">{drawn}</g>
<g fill="#1f2742" font-family="serif">
<text x="60" y="560" font-size="56" font-weight="bold">{first}</text>
<text x="60" y="630" font-size="56" font-weight="bold">{rest}</text>
<text x="60" y="690" font-size="30">{edition.subtitle}</text></g></svg>""".encode()


def _file(page: Page) -> str:
    return f"{page.name}.xhtml"
