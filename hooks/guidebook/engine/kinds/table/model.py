"""`kind: table`: a few questions whose answers are looked up in a table; the first row that fits wins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.kinds.base import Item as CompiledItem
from guidebook.engine.shapes import Id, Link, OneOrMore, Text

Box = Mapping[str, frozenset[str]]
"""For each item the answers that a set of combinations allows."""

MOST_SPLITS = 10_000
"""Enough for tables far larger than a reader would bear; beyond it a row counts as reachable."""


class Option(Written):
    """One answer."""

    id: Id = Field(description="Stable for ever.")
    label: Text = Field(description="What the reader sees.")


class Item(Written):
    """One question."""

    id: Id = Field(description="Stable for ever.")
    stem: Text = Field(description="The question.")
    options: Annotated[list[Option], Field(min_length=2)] = Field(description="Its answers.")
    why: Text | None = Field(None, description="Why we ask, in one line.")
    covers: list[str] = Field([], description="Ids of the ideas in the article it stands for.")
    evidence: list[str] = Field([], description="Bibliography keys, or the word experience.")


class Row(Written):
    """One outcome, and the answers that lead to it."""

    id: Id = Field(description="Stable for ever.")
    title: Text = Field(description="What it comes to, in a few words.")
    text: Text = Field(description="What to do now.")
    tool: Link | None = Field(None, description="The page that helps to do it.")
    when: Annotated[dict[Id, OneOrMore], Field(min_length=1)] | None = Field(
        None, description="Item → answers; every item named must fit. The last row has none."
    )


class TableQuiz(Quiz):
    """Questions and a table."""

    kind: Literal["table"] = Field(description="Answers looked up in a table.")
    items: Annotated[list[Item], Field(min_length=1)] = Field(description="In the order shown.")
    outcomes: Annotated[list[Row], Field(min_length=1)] = Field(
        description="The first that fits wins; the last has no `when`."
    )


@dataclass(frozen=True)
class CompiledTable(CompiledQuiz):
    """Questions and a table whose every row can be reached."""

    kind = "table"
    items: tuple[CompiledItem, ...]
    outcomes: tuple[Row, ...]

    @property
    def begins(self) -> str:
        """The first question."""
        return self.items[0].stem

    @property
    def asks(self) -> int:
        """All of them."""
        return len(self.items)

    def outcome(self, answers: Mapping[str, str]) -> str:
        """The id of the first row that fits; the reference for the browser."""
        return next(
            row.id
            for row in self.outcomes
            if all(answers.get(item) in wanted for item, wanted in (row.when or {}).items())
        )
