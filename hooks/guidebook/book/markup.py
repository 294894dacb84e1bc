"""What a page keeps of what its author writes besides Markdown: few elements, few attributes, links to known places.

This stands at the one place where a page becomes HTML. Whatever is not on the lists below comes out as
text, or not at all, and is reported; so a page is harmless even where nobody reads the report.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX

from guidebook.engine import addresses, links, masking
from guidebook.engine.addresses import Hosts
from guidebook.engine.yaml import characters

Report = Callable[[str, str], None]
"""Told what is wrong, and the words of the page by which to find it."""

ELEMENTS = ("abbr", "cite", "dfn", "ins", "kbd", "mark", "q", "samp", "sub", "sup", "var")
"""What an author may write in HTML, besides <br>: each about a few words."""

_TAG = re.compile(
    rf"</(?:{'|'.join(ELEMENTS)})>|<(?:{'|'.join(ELEMENTS)})>|<(?:br|wbr)[ ]*/?>"
    r'|<abbr title="[^"<>&\n]*">'
)
_ANY_TAG = r"(</?[A-Za-z!?][^<>]*>)"
_ATTRIBUTES = {
    "*": frozenset({"class", "dir", "id", "lang", "title"}),
    "a": frozenset({"href", "rel"}),
    "img": frozenset({"alt", "height", "src", "width"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"align", "colspan", "rowspan"}),
    "th": frozenset({"align", "colspan", "rowspan"}),
}
_ADDRESS = re.compile(r"\b(?:https?://|mailto:)[^\s<>()\[\]\"'”’`|]+", re.IGNORECASE)
_NAME = re.compile(r"(?!__)\w[\w:.-]*")
"""Of an anchor. Those with two lines in front are the theme's."""
_CLASSES = re.compile(r"(?:(?!md-|__)[\w-]+(?: +|$))*")
_BORROWED = re.compile(r"\{(?:[^{}\n]*[: ])?(?:\.[\w-]|class *=)[^{}\n]*\}")
"""A class in braces: with one, words of an author's could look like our own buttons and labels."""
_LESS = "\x1e"
"""Stands for < where that must not be read; no page has this character."""
_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
_DIALS = re.compile(r"(?:tel|sms):(\+?[0-9]{2,15})")


def register(md: Markdown, hosts: Hosts, report: Report) -> None:
    """Put the lists in place of what Python-Markdown does with HTML."""
    md.preprocessors.deregister("html_block")
    # At 21 MkDocs looks for HTML that no page has, with a parser that ends at <![ in a traceback.
    md.preprocessors.register(_Hidden(md, "<", _LESS), "guidebook-hide", 21.5)
    md.preprocessors.register(_Hidden(md, _LESS, "<"), "guidebook-show", 20.5)
    md.preprocessors.register(_Comments(md), "guidebook-comments", 20)
    md.inlinePatterns.register(_Html(_ANY_TAG, md, report), "html", 90)
    md.inlinePatterns.register(_Entity(md.inlinePatterns["entity"].pattern, md), "entity", 80)
    md.treeprocessors.register(_Checked(md, hosts, report), "guidebook-checked", 2)


def refused(text: str, hosts: Hosts) -> Iterator[tuple[int, str]]:
    """Where a text, code left aside, has what a page cannot have, and what to say of it.

    For a report with a place, before anything is built. What it overlooks is still left out of the page.
    """
    for found in re.finditer(_ANY_TAG, text):
        if fault := _tag_fault(found[0]):
            yield found.start(), fault
    for found in _ADDRESS.finditer(text):
        if fault := addresses.fault(found[0].rstrip(".,:;!?*_"), hosts):
            yield found.start(), fault
    for found in _BORROWED.finditer(text):
        yield found.start(), f"{found[0][:40]} names a class, which a page cannot do; leave it out"
    if entity := characters.unseen_entity(text):
        yield entity


def _tag_fault(tag: str) -> str | None:
    if _TAG.fullmatch(tag) or re.match(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://|[^<> !]+@[^@<> ]+>)", tag):
        return None
    known = ", ".join(ELEMENTS)
    shown = " ".join(tag.split())[:40]
    return (
        f"{shown} is no HTML that a page may have ({known}); write Markdown, or put it into `code`"
    )


class _Hidden(Preprocessor):
    """Puts one sign in the place of another."""

    def __init__(self, md: Markdown, sign: str, other: str) -> None:
        super().__init__(md)
        self.sign, self.other = sign, other

    def run(self, lines: list[str]) -> list[str]:
        return [line.replace(self.sign, self.other) for line in lines]


class _Comments(Preprocessor):
    """Leaves out what an author says to other authors."""

    def run(self, lines: list[str]) -> list[str]:
        return masking.without_comments("\n".join(lines)).split("\n")


class _Html(InlineProcessor):
    """A tag as its author wrote it, or as text."""

    def __init__(self, pattern: str, md: Markdown, report: Report) -> None:
        super().__init__(pattern, md)
        self.report = report

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str | None, int | None, int | None]:
        if _TAG.fullmatch(m[1]):
            return self.md.htmlStash.store(m[1]), m.start(0), m.end(0)
        if fault := _tag_fault(m[1]):
            self.report(fault, m[1])
        return None, None, None


class _Entity(HtmlInlineProcessor):
    """A character that HTML writes with an ampersand, unless nobody would see it."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Any, int | None, int | None]:
        if characters.unseen_entity(m[1]):
            return None, None, None
        return super().handleMatch(m, data)


class _Checked(Treeprocessor):
    """Every element of a page, once all extensions have had their say."""

    def __init__(self, md: Markdown, hosts: Hosts, report: Report) -> None:
        super().__init__(md)
        self.hosts = hosts
        self.report = report

    def run(self, root: Element) -> None:
        for element in root.iter():
            allowed = _ATTRIBUTES["*"] | _ATTRIBUTES.get(str(element.tag), frozenset())
            for name, given in [*element.attrib.items()]:
                value = given or ""  # a word in braces that is no attribute, as in {!x!}, has none
                element.set(name, value)
                if fault := self._fault(element, name, _read(value), allowed):
                    if name in ("href", "src"):
                        element.set(name, "#")  # MkDocs counts on one
                    else:
                        del element.attrib[name]
                    self.report(fault, _read(value) or name)

    def _fault(
        self, element: Element, name: str, value: str, allowed: frozenset[str]
    ) -> str | None:
        if name not in allowed:
            return f"the attribute {name} is none that a page may have; leave it out"
        if name == "id" and not _NAME.fullmatch(value):
            return f'"{value[:40]}" is no anchor; write letters, digits and hyphens, as in #my-tip'
        if name == "class" and not _CLASSES.fullmatch(value):
            return f'"{value[:40]}" is no class that a page may have; leave it out'
        if name == "src" and (links.outside(value) is not None or ":" in value):
            return f'the picture "{value[:60]}" is no file of this book; put it into docs/assets'
        return self._link_fault(element, value) if name == "href" else None

    def _link_fault(self, link: Element, value: str) -> str | None:
        if number := _DIALS.fullmatch(value):
            shown = re.sub(r"[ ()/.-]", "", _read("".join(link.itertext())))
            return (
                None
                if shown == number[1]
                else f'the link dials {number[1]} but shows "{shown[:40]}"; let both be the same'
            )
        return links.address_fault(value, self.hosts)


def _read(value: str) -> str:
    """An attribute as a browser reads it; Python-Markdown keeps some characters aside until the end."""
    kept = _ESCAPED.sub(lambda m: chr(int(m[1])), value.replace(AMP_SUBSTITUTE, "&"))
    return unescape(kept)
