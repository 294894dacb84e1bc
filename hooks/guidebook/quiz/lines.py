"""`kind: lines`: choices, each of which becomes one finished line of a page."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.links import Docs
from guidebook.problem import Problem, nearest
from guidebook.quiz import compiled
from guidebook.quiz.check import Check
from guidebook.quiz.model import Quiz, Written
from guidebook.quiz.shapes import Id, Text
from guidebook.quiz.tool import Tick, blank, gaps
from guidebook.source import Source, Where


class Option(Tick):
    """Something to choose."""

    id: Id = Field(description="Stable for ever: saved pages hang on it.")
    own: Text | None = Field(
        None, description="Asks for words of the reader's own, under this; {own} is filled in."
    )
    note: Text | None = Field(None, description="Its line of the note.")
    alone: bool = Field(False, description="With `several`: rules out the others of its part.")


class Otherwise(Written):
    """What a part gives that was left open."""

    says: Text = Field(description="Its line.")
    note: Text | None = Field(None, description="Its line of the note.")


class Part(Written):
    """A question whose answers become lines."""

    id: Id = Field(description="Stable for ever: saved pages hang on it.")
    title: Text = Field(description="The question.")
    hint: Text | None = Field(None, description="A line under it.")
    heading: Text = Field(description="The heading of its lines.")
    several: bool = Field(False, description="Whether more than one may be chosen.")
    options: Annotated[list[Option], Field(min_length=1)] = Field(description="In the order shown.")
    otherwise: Otherwise | None = Field(
        None, description="Left open, it gives this; without this it is left out."
    )


class Note(Written):
    """A second, shorter text, to be copied by itself."""

    title: Text = Field(description="Its heading.")
    hint: Text | None = Field(None, description="What it is for.")


class LinesQuiz(Quiz):
    """Questions, and a page of lines."""

    kind: Literal["lines"] = Field(description="Choices that become a page of lines.")
    button: Text = Field(description="What the button says that shows the page.")
    heading: Text = Field(description="The heading of the page of lines.")
    at_least: Annotated[int, Field(ge=1)] = Field(
        description="How many lines there are, whatever is chosen or left open."
    )
    recall: Id | None = Field(
        None, description="A tool whose first line opens the page, if the reader has used it."
    )
    opening: Text | None = Field(None, description="What comes before the lines.")
    closing: Text | None = Field(None, description="What comes after the lines.")
    rehearse: Text | None = Field(None, description="Offers to type one line once, with this.")
    note: Note | None = Field(None, description="What the lines of the note come to.")
    parts: Annotated[list[Part], Field(min_length=1)] = Field(description="In the order shown.")


@dataclass(frozen=True)
class CompiledLines(compiled.Quiz):
    """A page of lines none of which can have a gap left, nor the page too few."""

    kind = "lines"
    written: LinesQuiz

    @staticmethod
    def blank(line: str) -> str:
        """A line to be finished by hand."""
        return blank(line)

    def lines(
        self, chosen: Mapping[str, Collection[str]], own: Mapping[tuple[str, str], str]
    ) -> list[str]:
        """What the choices come to, part by part; the reference for the browser."""
        return [line for part in self.written.parts for line in _given(part, chosen, own)]


def _given(
    part: Part, chosen: Mapping[str, Collection[str]], own: Mapping[tuple[str, str], str]
) -> list[str]:
    given = []
    for option in part.options:
        words = " ".join(own.get((part.id, option.id), "").split()).rstrip(" .。")
        if option.id in chosen.get(part.id, ()) and (words or not option.own):
            given.append(option.says.replace("{own}", words))
    return given or ([part.otherwise.says] if part.otherwise else [])


def compile_lines(
    written: LinesQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledLines | None, list[Problem]]:
    """The page to be filled, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    check.unique(((p.id, ("parts", n, "id")) for n, p in enumerate(written.parts)), "part")
    for n, part in enumerate(written.parts):
        _check_part(part, ("parts", n), check)
        _check_notes(part, ("parts", n), written.note, check)
    for where, line, known in _lines(written):
        for gap in gaps(line):
            if gap not in known:
                _say_gap(gap, where, known, check)
    _check_least(written, check)
    if written.note and not any(o.note for part in written.parts for o in part.options):
        check.say(("note",), 'no option has a line for the note; give some a "note"', key=True)
    quiz = CompiledLines(name, written.language, written.title, written.intro, written)
    return (None if check.problems else quiz), check.problems


def _check_least(written: LinesQuiz, check: Check) -> None:
    """With nothing chosen, only the parts with an `otherwise` give a line."""
    least, count = written.at_least, len(written.parts)
    sure = sum(part.otherwise is not None for part in written.parts)
    if sure >= least:
        return
    more = "a part" if least - sure == 1 else f"{least - sure} more parts"
    message = f'with nothing chosen the page would have {_count(sure, "line")}; give {more} an "otherwise"'
    if least > count:
        message = f'the page has only {_count(count, "part")}; add some with an "otherwise"'
    check.say(("at_least",), message + (f', or write "at_least: {sure}"' if sure else ""))


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' * (number != 1)}"


def _check_part(part: Part, where: Where, check: Check) -> None:
    options = part.options
    check.unique(((o.id, (*where, "options", n, "id")) for n, o in enumerate(options)), "option")
    if not part.several and len(options) == 1:
        message = 'a choice of one is none; add an option, or "several: true" to tick it or not'
        check.say((*where, "options"), message)
    ticked = [n for n, option in enumerate(options) if option.ticked]
    if len(ticked) > 1 and (not part.several or any(options[n].alone for n in ticked)):
        message = 'this cannot be ticked beside another; keep one "ticked"'
        check.say((*where, "options", ticked[-1], "ticked"), message)
    for n, option in enumerate(options):
        if option.alone and not part.several:
            message = 'where only one can be chosen, each stands alone; leave "alone" out'
            check.say((*where, "options", n, "alone"), message, key=True)
        if option.own and "own" not in gaps(option.says):
            message = "the reader's own words must stand somewhere; add the gap {own}"
            check.say((*where, "options", n, "says"), message)


def _check_notes(part: Part, where: Where, note: Note | None, check: Check) -> None:
    """All ways of a part give the note a line, or none does."""
    places: list[tuple[Where, Option | Otherwise]] = [
        ((*where, "options", n), option) for n, option in enumerate(part.options)
    ]
    if part.otherwise:
        places.append(((*where, "otherwise"), part.otherwise))
    having = [place for place, each in places if each.note]
    if having and not note:
        message = 'there is no note for this line; add the key "note" with a title, beside "parts"'
        check.say((*having[0], "note"), message, key=True)
    if having and not part.otherwise:
        short = "left open, this part leaves the note a line short"
        check.say(where, f'{short}; add an "otherwise" with a "note"')
    for place, each in places:
        if having and not each.note:
            short = "this leaves the note a line short"
            check.say(place, f'{short}; add a "note", as the others of its part have')


def _lines(written: LinesQuiz) -> Iterator[tuple[Where, str, frozenset[str]]]:
    """Every line that may be shown: where, what it says, and what may fill it."""
    nothing, own = frozenset[str](), frozenset({"own"})
    for key in ("opening", "closing"):
        yield (key,), getattr(written, key) or "", nothing
    for n, part in enumerate(written.parts):
        for key in ("says", "note"):
            yield ("parts", n, "otherwise", key), getattr(part.otherwise, key, None) or "", nothing
            for m, option in enumerate(part.options):
                line = getattr(option, key) or ""
                yield ("parts", n, "options", m, key), line, own if option.own else nothing


def _say_gap(gap: str, where: Where, known: frozenset[str], check: Check) -> None:
    is_own = gap == "own" and "options" in where
    cure = '; add the key "own", which asks for the words' if is_own else ""
    check.say(where, f"nothing fills the gap {{{gap}}}{nearest(gap, known)}{cure}")
