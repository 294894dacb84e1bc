"""A page as its author writes it: front matter, blocks and marks, checked before anything is built."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from guidebook import marks
from guidebook.bibliography import Bibliography
from guidebook.problem import Place, Problem, ProblemsFound, nearest, shown_path
from guidebook.quiz import wording
from guidebook.quiz.model import Day, Text
from guidebook.source import read_text

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_BLOCK_LINE = re.compile(r"^[ \t]*(?P<slashes>/{2,})[ \t]*(?P<name>[^|\s]*)[ \t]*(?:\|(?P<argument>.*))?(?P<rest>.*)$", re.MULTILINE)


def _short_enough(text: str) -> str:
    if not 50 <= len(text) <= 160:
        raise ValueError(f"has {len(text)} characters; write one sentence of 50 to 160")
    return text


class FrontMatter(BaseModel):
    """The lines between --- at the head of a page."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Text | None = Field(None, description="Only where it must differ from the heading.")
    description: Annotated[str, AfterValidator(_short_enough)] = Field(
        description="One sentence for search engines and link previews."
    )
    reviewed: Day = Field(description="The day a person last read the page through.")
    covers: list[str] = Field([], description="Ids of the article's ideas that the page tells.")
    template: str | None = Field(None, description="A layout of its own, as the home page has.")
    hide: list[str] = Field([], description="Parts of the layout to leave out.")
    search: dict[str, bool] = Field({}, description="`exclude: true` keeps the page out of search.")


@dataclass(frozen=True)
class Page:
    """What the rest of the book needs to know of a page."""

    path: str
    covers: tuple[str, ...]
    cited: tuple[str, ...]
    quizzes: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Known:
    """What a page may name."""

    quizzes: Collection[str]
    blocks: Collection[str]
    ideas: Collection[str]
    works: Bibliography


def read(path: Path, root: Path, known: Known) -> Page:
    """Read a page and everything that is wrong with it."""
    name = shown_path(path, root)
    text = path.read_text(encoding="utf-8", errors="surrogateescape")
    if any("\udc80" <= c <= "\udcff" for c in text):
        problem = Problem(name, Place(), "not UTF-8; save the file with the encoding UTF-8")
        return Page(name, (), (), (), (problem,))
    body = _Body(name, text, known)
    meta, problems = _front_matter(name, text, known)
    problems += body.problems()
    return Page(name, meta, body.cited(), body.quizzes(), tuple(problems))


def _front_matter(name: str, text: str, known: Known) -> tuple[tuple[str, ...], list[Problem]]:
    match = _FRONT_MATTER.match(text)
    if not match:
        message = "the page has no front matter; begin with ---, description, reviewed, covers, ---"
        return (), [Problem(name, Place(), message)]
    try:
        source = read_text("\n" + match[1], name)  # the line --- counts
        meta = FrontMatter.model_validate(source.data if source.data is not None else {})
    except ProblemsFound as found:
        return (), list(found.problems)
    except ValidationError as error:
        return (), list(wording.problems(error, FrontMatter, source))
    problems = [
        source.problem(("covers", n), f'no idea of the article has the id "{idea}"{nearest(idea, known.ideas)}')
        for n, idea in enumerate(meta.covers)
        if known.ideas and idea not in known.ideas
    ]
    return tuple(meta.covers), problems


class _Body:
    """The Markdown of a page, code left aside; offsets are those of the file."""

    def __init__(self, name: str, text: str, known: Known) -> None:
        self.name = name
        self.known = known
        head = _FRONT_MATTER.match(text)
        start = head.end() if head else 0
        self.text = re.sub(r"[^\n]", " ", text[:start]) + marks.masked(text[start:])
        self.marks = tuple(marks.find(self.text))

    def cited(self) -> tuple[str, ...]:
        return tuple(key for mark in self.marks for key in mark.keys)

    def quizzes(self) -> tuple[str, ...]:
        return tuple(
            (line["argument"] or "").strip() for line in self._block_lines() if line["name"] == "quiz"
        )

    def problems(self) -> list[Problem]:
        return [*self._marks(), *self._blocks(), *self._repeated()]

    def _marks(self) -> Iterator[Problem]:
        for mark in self.marks:
            for fault in marks.faults(mark, self.known.works):
                yield self._problem(mark.start, fault)

    def _block_lines(self) -> Iterator[re.Match[str]]:
        return _BLOCK_LINE.finditer(self.text)

    def _blocks(self) -> Iterator[Problem]:
        """Every line of slashes opens a known block or closes the one before it."""
        opened: re.Match[str] | None = None
        for line in self._block_lines():
            at = line.start("slashes")
            if not line["name"] and line["argument"] is None and not line["rest"].strip():
                if opened is None:
                    yield self._problem(at, "nothing is open here to be closed; leave the line out")
                elif self.text[opened.end() : line.start()].strip():
                    yield self._problem(opened.end() + 1, f"text inside a {opened['name']} block is not shown; put it after the closing ///")
                opened = None
                continue
            if opened is not None:
                yield self._unclosed(opened)
            opened = line
            yield from self._opening(line, at)
        if opened is not None:
            yield self._unclosed(opened)

    def _opening(self, line: re.Match[str], at: int) -> Iterator[Problem]:
        name, argument = line["name"], (line["argument"] or "").strip()
        if len(line["slashes"]) != 3:
            yield self._problem(at, f"a block opens with three slashes: /// {name} …")
        if name not in self.known.blocks:
            yield self._problem(line.start("name"), f'no block is called "{name}"{nearest(name, self.known.blocks)}')
        elif name == "quiz" and not argument:
            yield self._problem(at, f"which quiz? write /// quiz | name{nearest('', self.known.quizzes)}")
        elif name == "quiz" and argument not in self.known.quizzes:
            message = f'no quiz is called "{argument}"{nearest(argument, self.known.quizzes)}'
            yield self._problem(line.start("argument") + 1, message)

    def _repeated(self) -> Iterator[Problem]:
        seen = set[str]()
        for line in self._block_lines():
            argument = (line["argument"] or "").strip()
            if line["name"] == "quiz" and argument in seen:
                yield self._problem(line.start("slashes"), f'the quiz "{argument}" stands on this page already; keep one')
            seen.add(argument)

    def _unclosed(self, opened: re.Match[str]) -> Problem:
        at = opened.start("slashes")
        return self._problem(at, f"the {opened['name']} block is never closed; put /// on the line below it")

    def _problem(self, offset: int, message: str) -> Problem:
        before = self.text[:offset]
        place = Place(before.count("\n") + 1, offset - before.rfind("\n"))
        return Problem(self.name, place, message)
