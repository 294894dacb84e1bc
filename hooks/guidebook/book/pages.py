"""A page as its author writes it: front matter, blocks and marks, checked before anything is built."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.book import front_matter, marks, markup, page_links
from guidebook.book.bibliography import Bibliography
from guidebook.engine import block_lines, masking, page_text
from guidebook.engine.block_lines import LINE, argument, closes
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem, ProblemsFound, nearest, place_of_offset, shown_path

_SLASHES = re.compile(r"(?<![:/])/(?:\\?/){2,}")  # not those of file:///
_HTML = re.compile(
    r"^ {0,3}<(?P<tag>(?!(?:br|hr|img|input|link|meta|wbr)\b)[a-z][\w-]*)(?=[\s>/]).*?(?:</(?P=tag)>|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """What the rest of the book needs to know of a page."""

    path: str
    language: str | None
    """Its code; None: that of the site."""
    covers: tuple[str, ...]
    cited: tuple[str, ...]
    quizzes: tuple[str, ...]
    problems: tuple[Problem, ...]
    agreed: tuple[str, ...] = ()
    """First names of people who agreed to be named on it."""
    cards: tuple[tuple[str, Problem], ...] = ()
    """The quizzes that it leads to, and what to say if no page holds them."""


@dataclass(frozen=True)
class Known:
    """What a page may name."""

    blocks: Mapping[str, Collection[str] | None]
    """Block → the names of which one follows its bar; None: it stands alone."""
    ideas: Collection[str]
    works: Bibliography
    docs: Docs
    language_fault: Callable[[str], str | None] = lambda _: None
    """Why a page cannot be in a language; without it every language is taken."""


def read(path: Path, root: Path, known: Known) -> Page:
    """Read a page and everything that is wrong with it."""
    name = shown_path(path, root)
    try:
        text = page_text.read(path, root)
    except ProblemsFound as found:
        return Page(name, None, (), (), (), found.problems)
    body = _Body(name, text, known)
    head, problems = front_matter.read(name, text, known.ideas, known.language_fault, known.docs)
    problems += body.problems()
    cited, quizzes = body.cited(), body.quizzes()
    return Page(
        name, head.language, head.covers, cited, quizzes, tuple(problems), head.agreed, body.cards()
    )


class _Body:
    """The Markdown of a page, code left aside; offsets are those of the file."""

    def __init__(self, name: str, text: str, known: Known) -> None:
        self.name = name
        self.known = known
        head = front_matter.BLOCK.match(text)
        start = head.end() if head else 0
        self.text = re.sub(r"[^\n]", " ", text[:start]) + masking.masked(text[start:])
        self.marks = marks.find(self.text)

    def cited(self) -> tuple[str, ...]:
        return tuple(key for mark in self.marks for key in mark.keys)

    def quizzes(self) -> tuple[str, ...]:
        return tuple(argument(line) for line in self._block_lines() if line["name"] == "quiz")

    def cards(self) -> tuple[tuple[str, Problem], ...]:
        cards = block_lines.drawn(self.text, "quiz-card")
        return tuple((name, self._problem(at, block_lines.no_home(name))) for at, name in cards)

    def problems(self) -> list[Problem]:
        found = (self._marks(), self._links(), self._blocks(), self._repeated(), self._stray())
        html = markup.refused(self.text, self.known.docs.hosts)
        return [
            *(problem for problems in found for problem in problems),
            *(self._problem(at, fault) for at, fault in html),
        ]

    def _marks(self) -> Iterator[Problem]:
        for mark in self.marks:
            for fault in marks.faults(mark, self.known.works):
                yield self._problem(mark.start, fault)

    def _links(self) -> Iterator[Problem]:
        for offset, fault in page_links.faults(self.text, self.name, self.known.docs):
            yield self._problem(offset, fault)

    def _block_lines(self) -> Iterator[re.Match[str]]:
        return LINE.finditer(self.text)

    def _blocks(self) -> Iterator[Problem]:
        """Every line of slashes opens a known block or closes the one before it."""
        opened: re.Match[str] | None = None
        for line in self._block_lines():
            if closes(line):
                yield from self._closing(line, opened)
                opened = None
                continue
            if opened is not None:
                yield self._unclosed(opened)
            opened = line
            yield from self._opening(line)
        if opened is not None:
            yield self._unclosed(opened)

    def _opening(self, line: re.Match[str]) -> Iterator[Problem]:
        name, given = line["name"], argument(line)
        yield from self._slashes(line)
        yield from self._in_html(line.start("slashes"))
        if name not in self.known.blocks:
            message = f'no block is called "{name}"{nearest(name, self.known.blocks)}'
            yield self._problem(line.start("name"), message)
            return
        names = self.known.blocks[name]
        if names is None:
            if given or line["rest"].strip():
                message = f"the {name} block takes no name; write /// {name} and nothing more"
                yield self._problem(line.start("slashes"), message)
        elif not given:
            message = f"which {name}? write /// {name} | name{nearest('', names)}"
            yield self._problem(line.start("slashes"), message)
        elif given not in names:
            message = f'no {name} is called "{given}"{nearest(given, names)}'
            yield self._problem(line.start("argument") + 1, message)

    def _closing(self, line: re.Match[str], opened: re.Match[str] | None) -> Iterator[Problem]:
        if opened is None:
            message = "nothing is open here to be closed; leave the line out"
            yield self._problem(line.start("slashes"), message)
            return
        if not opened["before"]:
            yield from self._slashes(line)
        if self.text[opened.end() : line.start()].strip():
            message = f"text inside a {opened['name']} block is not shown; put it below the ///"
            yield self._problem(opened.end() + 1, message)

    def _slashes(self, line: re.Match[str]) -> Iterator[Problem]:
        """What would leave the slashes on the page as text, or swallow what follows."""
        at = line.start("slashes")
        if len(line["slashes"]) != 3:
            yield self._problem(at, "a block opens and closes with three slashes: ///")
        if line["before"]:
            message = (
                "a block begins at the start of its line; remove what stands before the slashes"
            )
            yield self._problem(at, message)

    def _in_html(self, at: int) -> Iterator[Problem]:
        for html in _HTML.finditer(self.text):
            if html.start() < at < html.end():
                message = f"inside HTML a block stays text; put it outside of <{html['tag']}>"
                yield self._problem(at, message)

    def _stray(self) -> Iterator[Problem]:
        """Slashes amid a line, which would stay there as text."""
        rest = LINE.sub(lambda line: " " * len(line[0]), self.text)
        for match in _SLASHES.finditer(rest):
            message = "three slashes open or close a block, which needs a line of its own"
            yield self._problem(match.start(), message)

    def _repeated(self) -> Iterator[Problem]:
        """Twice the same block would be twice the same anchors, and a thousand times a build without end."""
        seen = set[tuple[str, str]]()
        for line in self._block_lines():
            if (block := (line["name"], argument(line))) in seen and block[0] in self.known.blocks:
                shown = f'{block[0]} "{block[1]}"' if block[1] else f"{block[0]} block"
                message = f"the {shown} stands on this page already; keep one"
                yield self._problem(line.start("slashes"), message)
            seen.add(block)

    def _unclosed(self, opened: re.Match[str]) -> Problem:
        message = f"the {opened['name']} block is never closed; put /// on the line below it"
        return self._problem(opened.start("slashes"), message)

    def _problem(self, offset: int, message: str) -> Problem:
        return Problem(self.name, place_of_offset(self.text, offset), message)
