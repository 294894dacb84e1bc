"""`kind: values`: a few words out of many, found by choosing between two at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.links import Docs
from guidebook.problem import Problem, nearest
from guidebook.quiz import compiled
from guidebook.quiz.check import Check
from guidebook.quiz.model import Quiz, Written
from guidebook.quiz.shapes import Id, Text
from guidebook.quiz.tool import blank, gaps
from guidebook.source import Source, Where


class Word(Written):
    """A word to pick."""

    id: Id = Field(description="Stable for ever: saved cards hang on it.")
    label: Text = Field(description="The word.")


class Pick(Written):
    """The first step: some words out of all."""

    title: Text = Field(description="The question.")
    own: Text = Field(description="The label of a field for a word of the reader's own.")
    button: Text = Field(description="What the button says that leads on.")
    most: Annotated[int, Field(ge=3, le=8)] = Field(
        8, description="How many may be picked: 5 need six choices at most, 8 eleven."
    )
    words: Annotated[list[Word], Field(min_length=4)] = Field(description="In the order shown.")


class Pairs(Written):
    """The second step: choices between two words, until three remain."""

    title: Text = Field(description="The question.")
    alike: Text = Field(description="The answer that neither matters more.")


class Line(Written):
    """Something to say of each word that remains."""

    id: Id = Field(description="Stable for ever: saved cards hang on it.")
    label: Text = Field(description="The label of its field, which may stay empty.")
    says: Text = Field(description="Its line of the card; {own} is filled in.")


class Card(Written):
    """The last step: what remains."""

    heading: Text = Field(description="Its heading.")
    hint: Text | None = Field(None, description="A line under it.")
    says: Text = Field(description="Its first line; {values} is filled in.")
    lines: list[Line] = Field(description="What may be said of each word, in this order.")


class ValuesQuiz(Quiz):
    """Words, and a card of three."""

    kind: Literal["values"] = Field(description="A few words out of many, two at a time.")
    pick: Pick = Field(description="The words to pick from.")
    pairs: Pairs = Field(description="The choices between two.")
    card: Card = Field(description="What comes of it.")


@dataclass(frozen=True)
class CompiledValues(compiled.Quiz):
    """Words to pick from, and a card to fill."""

    kind = "values"
    written: ValuesQuiz
    remain = 3
    own = ("own-1", "own-2", "own-3")
    """Fields for words of the reader's own; no word of the author's has such an id."""

    @property
    def most(self) -> int:
        """How many words may be picked."""
        return self.written.pick.most

    @staticmethod
    def blank(line: str) -> str:
        """A line of the card to be filled in by hand."""
        return blank(line)


def compile_values(
    written: ValuesQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledValues | None, list[Problem]]:
    """The words and the card, or None and everything that is wrong with them."""
    check = Check(source, docs)
    check.texts(written)
    _check_words(written.pick.words, check)
    lines = enumerate(written.card.lines)
    check.unique(((line.id, ("card", "lines", n, "id")) for n, line in lines), "line")
    for where, line, gap in _gaps(written):
        for found in gaps(line):
            if found != gap:
                check.say(where, f"nothing fills the gap {{{found}}}{nearest(found, [gap])}")
        if gap not in gaps(line):
            check.say(where, f"what is filled in must stand somewhere; add the gap {{{gap}}}")
    quiz = CompiledValues(name, written.language, written.title, written.intro, written)
    return (None if check.problems else quiz), check.problems


def _check_words(words: list[Word], check: Check) -> None:
    def where(n: int, key: str) -> Where:
        return ("pick", "words", n, key)

    check.unique(((word.id, where(n, "id")) for n, word in enumerate(words)), "word")
    first: dict[str, int] = {}
    for n, word in enumerate(words):
        if word.id in CompiledValues.own:
            message = f'"{word.id}" is kept for a word of the reader\'s own; choose another id'
            check.say(where(n, "id"), message)
        before = first.setdefault(word.label.casefold(), n)
        if before != n:
            line = check.source.place(where(before, "label")).line
            message = f'the word "{word.label}" is there already (in line {line}); keep one'
            check.say(where(n, "label"), message)


def _gaps(written: ValuesQuiz) -> Iterator[tuple[Where, str, str]]:
    """Every line with a gap: where, what it says, and what fills it."""
    yield ("card", "says"), written.card.says, "values"
    for n, line in enumerate(written.card.lines):
        yield ("card", "lines", n, "says"), line.says, "own"
