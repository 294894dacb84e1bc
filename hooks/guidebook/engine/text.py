"""Short pieces of an author's Markdown as safe HTML, and the links in them.

Raw HTML is shown as text. Headings, images and code blocks are left out: a quiz has its own
headings, and a picture could come from elsewhere. One Markdown instance serves all pieces,
because making one costs more than a page of text. What no person writes (hundreds of brackets,
lists in lists without end) is shown as it stands: Python-Markdown would take minutes, or give up.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX


@dataclass(frozen=True)
class Piece:
    """A piece of Markdown once rendered."""

    html: str
    links: tuple[str, ...] = ()
    """As written, in the order of the text."""

    @property
    def plain(self) -> str:
        """The words alone, for an attribute or a title."""
        return " ".join(unescape(_TAG.sub("", self.html)).split())

    @property
    def markdown(self) -> str:
        """The words alone, so that Markdown shows them and nothing else."""
        words = _MEANING_SOMETHING.sub(r"\\\1", escape(self.plain, quote=False))
        return words.replace("|", "&#124;")  # else the end of a cell in a table


MOST_BRACKETS = 200
"""Opening brackets in one piece. For each, Python-Markdown looks through the rest for its end."""

_TAG = re.compile(r"<[^>]*>")
_MEANING_SOMETHING = re.compile(r"([\\`*_{}\[\]])")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\][(\[][^()\[\]\n]*[)\]]")
_PLAIN = re.compile(r"(?!.*(?:--|\.\.\.))[^\W_](?:[^\W_]|[ ,.;:?!()/%–—’‘“”…-])*")
"""One line in which Markdown and smart quotes would change nothing."""


@lru_cache(maxsize=8192)
def inline(text: str) -> Piece:
    """One run of text: a stem, a label, a title. Line breaks become spaces."""
    line = " ".join(text.split())
    if _PLAIN.fullmatch(line):
        return Piece(line)
    piece = _convert(_inline, line)
    return Piece(piece.html.removeprefix("<p>").removesuffix("</p>"), piece.links)


@lru_cache(maxsize=8192)
def block(text: str) -> Piece:
    """Paragraphs and lists."""
    return _convert(_block, text)


def links(text: str) -> tuple[str, ...]:
    """Where a text leads, whichever way it is drawn: a link broken over two paragraphs is one inline."""
    if "(" not in text and "<" not in text:  # a link is written with one of these
        return ()
    return tuple(dict.fromkeys((*block(text).links, *inline(text).links)))


def pictures(text: str) -> tuple[str, ...]:
    """Pictures as Markdown writes them, which would stand there as signs."""
    return tuple(_PICTURE.findall(text)) if "![" in text else ()


class _Links(Treeprocessor):
    """Notes where links lead, and leaves nothing on them but that."""

    found: list[str]

    def run(self, root: Element) -> None:
        self.found = []
        for anchor in root.iter("a"):
            href = _ESCAPED.sub(lambda m: chr(int(m[1])), str(anchor.get("href", "")))
            anchor.attrib.clear()
            anchor.set("href", href)
            self.found.append(href)


_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
"""How Python-Markdown keeps a character after a backslash until the page is done."""


class _Safe(Extension):
    """Markdown without raw HTML, headings, pictures, code blocks and references."""

    def __init__(self, *, blocks: bool) -> None:
        super().__init__()
        self.blocks = blocks

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        md.preprocessors.deregister("html_block")
        for name in _DANGEROUS_INLINE:
            md.inlinePatterns.deregister(name)
        for name in ("code", "hashheader", "setextheader", "hr", "reference"):
            md.parser.blockprocessors.deregister(name)
        if not self.blocks:
            for name in ("indent", "olist", "ulist", "quote"):
                md.parser.blockprocessors.deregister(name)
        md.treeprocessors.register(_Links(md), "links", 1)


_DANGEROUS_INLINE = (
    *("html", "entity", "automail"),
    *("image_link", "image_reference", "short_image_ref"),
    *("reference", "short_reference"),
)


def _markdown(*, blocks: bool) -> Markdown:
    return Markdown(extensions=["smarty", _Safe(blocks=blocks)], output_format="html")


_inline = _markdown(blocks=False)
_block = _markdown(blocks=True)


def _convert(md: Markdown, text: str) -> Piece:
    if text.count("[") > MOST_BRACKETS:
        return _as_it_stands(text)
    try:
        html = md.reset().convert(text)
    except RecursionError:
        md.parser.state.clear()  # `reset` leaves the lists it was in
        return _as_it_stands(text)
    found = md.treeprocessors["links"]
    assert isinstance(found, _Links)
    return Piece(html, tuple(found.found) if text.strip() else ())


def _as_it_stands(text: str) -> Piece:
    return Piece(f"<p>{escape(text, quote=False)}</p>")
