"""`kind: tree`: a decision tree, one question a step, each way ending in an outcome."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.shapes import Id, Link, Text


class Option(Written):
    """One answer to a step, and where it leads."""

    id: Id = Field(description="Stable for ever.")
    label: Text = Field(description="What the reader sees.")
    go: Id = Field(description="The step or outcome it leads to.")


class Step(Written):
    """One question, or one thing to do."""

    stem: Text = Field(description="The question, or what to do.")
    text: Text | None = Field(None, description="A few words more, under the question.")
    options: Annotated[list[Option], Field(min_length=1)] = Field(description="Its answers.")


class Outcome(Written):
    """Where a way through the steps ends."""

    title: Text = Field(description="What it comes to, in a few words.")
    text: Text = Field(description="What to do now.")
    tool: Link | None = Field(None, description="The page that helps to do it.")


class TreeQuiz(Quiz):
    """A decision tree."""

    kind: Literal["tree"] = Field(description="A decision tree.")
    start: Id = Field(description="The step it begins with.")
    steps: Annotated[dict[Id, Step], Field(min_length=1)] = Field(
        description="Its questions, by id."
    )
    outcomes: Annotated[dict[Id, Outcome], Field(min_length=1)] = Field(
        description="Where its ways end, by id."
    )


@dataclass(frozen=True)
class CompiledStep:
    """A step with its number in the list that is printed."""

    id: str
    number: int
    stem: str
    text: str | None
    options: tuple[Option, ...]


@dataclass(frozen=True)
class CompiledTree(CompiledQuiz):
    """A decision tree in which every way has been walked."""

    kind = "tree"
    steps: tuple[CompiledStep, ...]
    """In the order a reader meets them, the start first."""
    outcomes: tuple[tuple[str, int, Outcome], ...]
    """Id, number and words; the numbers go on after the steps'."""

    @property
    def begins(self) -> str:
        """Where every way starts."""
        return self.steps[0].stem

    @property
    def numbers(self) -> dict[str, int]:
        """The printed number of each step and outcome."""
        steps = {step.id: step.number for step in self.steps}
        return steps | {outcome_id: number for outcome_id, number, _ in self.outcomes}
