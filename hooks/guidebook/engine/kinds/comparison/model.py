"""`kind: comparison`: a few words out of many, found by choosing between two at a time."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.kinds.choices import blank
from guidebook.engine.shapes import Id, Text


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
    retired: bool = Field(
        False, description="Asked no more: it stays with those who filled it in, and nobody else."
    )


class Card(Written):
    """The last step: what remains."""

    heading: Text = Field(description="Its heading.")
    hint: Text | None = Field(None, description="A line under it.")
    says: Text = Field(description="Its first line; {values} is filled in.")
    lines: list[Line] = Field(description="What may be said of each word, in this order.")


class ComparisonQuiz(Quiz):
    """Words, and a card of three."""

    kind: Literal["comparison"] = Field(description="A few words out of many, two at a time.")
    pick: Pick = Field(description="The words to pick from.")
    pairs: Pairs = Field(description="The choices between two.")
    card: Card = Field(description="What comes of it.")


@dataclass(frozen=True)
class CompiledComparison(CompiledQuiz):
    """Words to pick from, and a card to fill."""

    kind = "comparison"
    written: ComparisonQuiz
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
