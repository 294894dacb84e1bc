"""A page as its author writes it: front matter, blocks and marks, checked before anything is built."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from guidebook import front_matter, marks
from guidebook.bibliography import Bibliography
from guidebook.problem import Place, Problem, nearest, shown_path

_BLOCK_LINE = re.compile(
    r"^[ \t]*(?P<slashes>/{2,})[ \t]*(?P<name>[^|\s]*)[ \t]*(?:\|(?P<argument>.*))?(?P<rest>.*)$",
    re.MULTILINE,
)


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
    covers, problems = front_matter.covers(name, text, known.ideas)
    problems += body.problems()
    return Page(name, covers, body.cited(), body.quizzes(), tuple(problems))


class _Body:
    """The Markdown of a page, code left aside; offsets are those of the file."""

    def __init__(self, name: str, text: str, known: Known) -> None:
        self.name = name
        self.known = known
        head = front_matter.BLOCK.match(text)
        start = head.end() if head else 0
        self.text = re.sub(r"[^\n]", " ", text[:start]) + marks.masked(text[start:])
        self.marks = tuple(marks.find(self.text))

    def cited(self) -> tuple[str, ...]:
        return tuple(key for mark in self.marks for key in mark.keys)

    def quizzes(self) -> tuple[str, ...]:
        return tuple(
            (line["argument"] or "").strip()
            for line in self._block_lines()
            if line["name"] == "quiz"
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
                    message = (
                        f"text inside a {opened['name']} block is not shown; put it below the ///"
                    )
                    yield self._problem(opened.end() + 1, message)
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
            message = f'no block is called "{name}"{nearest(name, self.known.blocks)}'
            yield self._problem(line.start("name"), message)
        elif name == "quiz" and not argument:
            names = nearest("", self.known.quizzes)
            yield self._problem(at, f"which quiz? write /// quiz | name{names}")
        elif name == "quiz" and argument not in self.known.quizzes:
            message = f'no quiz is called "{argument}"{nearest(argument, self.known.quizzes)}'
            yield self._problem(line.start("argument") + 1, message)

    def _repeated(self) -> Iterator[Problem]:
        seen = set[str]()
        for line in self._block_lines():
            argument = (line["argument"] or "").strip()
            if line["name"] == "quiz" and argument in seen:
                message = f'the quiz "{argument}" stands on this page already; keep one'
                yield self._problem(line.start("slashes"), message)
            seen.add(argument)

    def _unclosed(self, opened: re.Match[str]) -> Problem:
        at = opened.start("slashes")
        message = f"the {opened['name']} block is never closed; put /// on the line below it"
        return self._problem(at, message)

    def _problem(self, offset: int, message: str) -> Problem:
        before = self.text[:offset]
        place = Place(before.count("\n") + 1, offset - before.rfind("\n"))
        return Problem(self.name, place, message)
