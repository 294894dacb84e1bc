"""Widgets as a browser would see them, without a browser and without a site."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from guidebook.engine.kinds.check import values
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.render import Drawn, SiteLink
from guidebook.engine.shapes import Holds
from guidebook.engine.yaml.source import Where
from tests.project import Project

BLOCKS = frozenset({"dd", "div", "dt", "h1", "h2", "h3", "h4", "li", "p", "td", "th", "tr"})
"""Elements that stand by themselves, with or without a space between them in the source."""
GOLDEN = Path(__file__).with_name("golden")


def html(drawn: Drawn) -> str:
    """The HTML of a widget, its links into the site as they were written."""
    return "".join(
        f'<a href="{part.href}">{part.html}</a>' if isinstance(part, SiteLink) else part
        for part in drawn
    )


def with_words(quiz: QuizFile, say: Callable[[str], str]) -> Any:
    """A quiz as data, every text that its author wrote said in another way."""
    places = {where for where, _ in values(quiz.written, Holds.WORDS)}

    def said(part: Any, where: Where) -> Any:
        if isinstance(part, dict):
            return {key: said(value, (*where, key)) for key, value in part.items()}
        if isinstance(part, list):
            return [said(member, (*where, n)) for n, member in enumerate(part)]
        return say(part) if where in places else part

    return said(quiz.source.data, ())


def parsed(text: str) -> Element:
    """The elements of a piece of HTML, below one that holds them all."""
    parse: Any = html5lib.parseFragment
    root: Element = parse(text, container="div", treebuilder="etree", namespaceHTMLElements=False)
    return root


def words(element: Element | None) -> str:
    """What a reader sees of an element."""
    assert element is not None
    return " ".join("".join(_said(element)).split())


def _said(element: Element) -> Iterator[str]:
    if isinstance(element.tag, str):  # and no comment
        space = " " if element.tag in BLOCKS else ""
        yield space + (element.text or "")
        for child in element:
            yield from _said(child)
            yield child.tail or ""
        yield space


def having(root: Element, attribute: str, value: str | None = None) -> list[Element]:
    """Every element with an attribute, of a value if one is given."""
    return [
        e for e in root.iter() if attribute in e.attrib and value in (None, e.attrib[attribute])
    ]


def of_class(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if name in e.get("class", "").split()]


def golden(folder: Path, name: str) -> str:
    """The widget of a quiz in `golden/`."""
    quiz = (GOLDEN / f"{name}.yml").read_bytes()
    return html(Project(folder, {f"quizzes/{name}.yml": quiz}).book().drawn[name])


def every_feature(folder: Path) -> str:
    """The widget of `golden/every-feature.yml`."""
    return golden(folder, "every-feature")


def straight(text: str) -> str:
    """The same words with the quotation marks of a keyboard; a page sets them as a book does."""
    return (
        text.translate(str.maketrans("“”‘’", "\"\"''"))
        .replace("…", "...")
        .replace("—", "---")
        .replace("–", "--")
    )
