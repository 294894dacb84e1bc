"""What the book says, piece by piece, and where each piece stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guidebook import front_matter, marks
from guidebook.problem import Place, Problem
from guidebook.quiz.check import walk
from guidebook.quiz.read import QuizFile
from guidebook.source import read as read_yaml
from tests.project import REPOSITORY

_BLOCK = re.compile(r"^/{3}.*$", re.MULTILINE)
_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
_ADDRESS = re.compile(r"<?https?://\S+")
_MARK = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")
_LINE_MARKUP = re.compile(r"^[ \t]*(?:#{1,6}|[-*+]|\d+[.)]|>)[ \t]+|[ \t]*#+[ \t]*$", re.MULTILINE)
_RULE_OF_TABLE = re.compile(r"^[ |:-]*--[ |:-]*$", re.MULTILINE)
_LABEL = re.compile(r"\[(?:" + "|".join(marks.LABELS) + r")\]", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A piece of prose: a page's, where an offset leads to a line, or one value of a YAML file."""

    path: str
    text: str
    value_at: Place | None = None
    """Where the value begins; None for a page."""

    def problem(self, offset: int, message: str) -> Problem:
        return Problem(self.path, self.value_at or place_of(self.text, offset), message)


@dataclass(frozen=True)
class Page:
    """A page of the book, as its author wrote it."""

    path: str
    text: str

    @cached_property
    def head(self) -> str:
        """The front matter, with its lines of ---."""
        match = front_matter.BLOCK.match(self.text)
        return match[0] if match else ""

    @cached_property
    def body(self) -> str:
        """The Markdown, without front matter, code and comments; every character keeps its place."""
        return _blank(self.head) + marks.masked(self.text[len(self.head) :])

    @cached_property
    def prose(self) -> Said:
        """What a reader reads, without marks, addresses and blocks; every character keeps its place."""
        text = self.body
        for pattern in (_BLOCK, _TARGET, _ADDRESS, _MARK, _LABEL):
            text = pattern.sub(lambda match: _blank(match[0]), text)
        return Said(self.path, text)

    @property
    def description(self) -> Said:
        """What search engines and previews show."""
        match = re.search(r"^description:.*$", self.head, re.MULTILINE)
        before = _blank(self.head[: match.start()]) if match else ""
        return Said(self.path, before + match[0] if match else "")

    @property
    def sentences(self) -> str:
        """The prose for counting: headings, items and cells apart, no markup left."""
        text = _RULE_OF_TABLE.sub("", self.prose.text).replace("|", "\n\n")
        text = _LINE_MARKUP.sub("\n\n", text)
        return re.sub(r"[*_\[\]]", "", text).strip()

    def problem(self, offset: int, message: str) -> Problem:
        return Problem(self.path, place_of(self.text, offset), message)


def page(path: Path, root: Path = REPOSITORY) -> Page:
    return Page(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def of_quiz(quiz: QuizFile) -> Iterator[Said]:
    """Every text of a quiz that a reader may meet."""
    for where, part in walk(quiz.written):
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            if isinstance(value, str) and name not in {*_NO_PROSE, *part.links}:
                place = quiz.source.place((*where, field.alias or name))
                yield Said(quiz.source.path, value, place)


def of_yaml(path: Path, root: Path = REPOSITORY) -> Iterator[Said]:
    """Every text of a flat YAML file, such as the words of the widgets."""
    source = read_yaml(path, root)
    assert isinstance(source.data, dict)
    for key, value in source.data.items():
        if isinstance(value, str):
            yield Said(source.path, value, source.place((key,)))


def lines(path: Path, root: Path = REPOSITORY) -> Iterator[Said]:
    """Every line of a file of settings, in which a value may span several places."""
    name = path.relative_to(root).as_posix()
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield Said(name, line, Place(n, 1))


def place_of(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - before.rfind("\n"))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


_NO_PROSE = (
    *("id", "kind", "language", "reviewed", "strength"),
    *("go", "start"),  # of a path; a time of a week's plan starts, too
    *("day", "recall"),
)
"""Keys for the machine."""
