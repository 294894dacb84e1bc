"""What the book says, piece by piece, and where each piece stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from guidebook.book import front_matter, marks
from guidebook.engine import masking
from guidebook.engine.kinds.check import values
from guidebook.engine.problem import Place, Problem, ProblemsFound, place_of_offset, shown_path
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.shapes import Holds
from guidebook.engine.yaml.source import Source, Value, Where
from guidebook.engine.yaml.source import read as read_yaml

_BLOCK = re.compile(r"^/{3}.*$", re.MULTILINE)
_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
_ADDRESS = re.compile(r"<?https?://\S+")
_MARK = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")
_LINE_MARKUP = re.compile(r"^[ \t]*(?:#{1,6}|[-*+]|\d+[.)]|>)[ \t]+|[ \t]*#+[ \t]*$", re.MULTILINE)
_RULE_OF_TABLE = re.compile(r"^[ |:-]*--[ |:-]*$", re.MULTILINE)
EXAMPLES = re.compile(r"^## Examples[ \t]*\n(?P<examples>.*?)(?=^## |\Z)", re.DOTALL | re.MULTILINE)
"""The section of a chapter that readers add to."""
_LABEL = re.compile(r"\[(?:" + "|".join(marks.LABELS) + r")\]", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A piece of prose: a page's, where an offset leads to a line, or one value of a YAML file."""

    path: str
    text: str
    value_at: Place | None = None
    """Where the value begins; None for a page."""

    def problem(self, offset: int, message: str) -> Problem:
        return Problem(self.path, self.value_at or place_of_offset(self.text, offset), message)

    def without(self, passages: Iterable[str]) -> "Said":
        """The piece with some passages blanked out; every character keeps its place."""
        text = self.text
        for passage in passages:
            text = text.replace(passage, _blank(passage))
        return replace(self, text=text)


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
        return _blank(self.head) + masking.masked(self.text[len(self.head) :])

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

    @cached_property
    def sentences(self) -> str:
        """The prose for counting: headings, items and cells apart, no markup left."""
        lines = (line.rstrip() for line in self.prose.text.split("\n"))  # blanked ones are slow
        text = _RULE_OF_TABLE.sub("", "\n".join(lines)).replace("|", "\n\n")
        text = _LINE_MARKUP.sub("\n\n", text)
        return re.sub(r"[*_\[\]]", "", text).strip()

    @cached_property
    def examples(self) -> "Page":
        """Nothing but its examples; every character keeps its place."""
        found = EXAMPLES.search(self.body)
        start, end = found.span("examples") if found else (0, 0)
        text = self.text
        return Page(self.path, _blank(text[:start]) + text[start:end] + _blank(text[end:]))

    @cached_property
    def without_examples(self) -> "Page":
        """The page as it would be if it had no examples; every character keeps its place."""
        found = EXAMPLES.search(self.body)
        start, end = found.span("examples") if found else (0, 0)
        return Page(self.path, self.text[:start] + _blank(self.text[start:end]) + self.text[end:])

    def problem(self, offset: int, message: str) -> Problem:
        return Problem(self.path, place_of_offset(self.text, offset), message)


def page(path: Path, root: Path) -> Page:
    """A page of Markdown; that it is no UTF-8, the book tells."""
    return Page(shown_path(path, root), path.read_text(encoding="utf-8-sig", errors="replace"))


def of_quiz(quiz: QuizFile) -> Iterator[Said]:
    """Every text of a quiz that a reader may meet."""
    for where, text in values(quiz.written, Holds.WORDS):
        yield Said(quiz.source.path, text, quiz.source.place(where))


def of_yaml(path: Path, root: Path) -> Iterator[Said]:
    """Every text below a key of a YAML file, such as the words of the widgets; none of a broken one."""
    try:
        source = read_yaml(path, root)
    except ProblemsFound:
        return  # told by whoever reads the file
    if isinstance(source.data, dict):
        yield from _below((), source.data, source)


def _below(where: Where, data: Mapping[str, Value], source: Source) -> Iterator[Said]:
    for key, value in data.items():
        if isinstance(value, str):
            yield Said(source.path, value, source.place((*where, key)))
        elif isinstance(value, dict):
            yield from _below((*where, key), value, source)


def lines(path: Path, root: Path) -> Iterator[Said]:
    """Every line of a file of settings, in which a value may span several places."""
    name = shown_path(path, root)
    for n, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        yield Said(name, line, Place(n, 1))


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
