"""`kind: practice`: short scenes with a few ways to go on. Nothing is scored, kept, right or wrong."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.shapes import Id, Text

LETTERS = "abcdefgh"
"""What the ways of a scene are called on paper: there are as many at most."""


class Way(Written):
    """One way to go on."""

    id: Id = Field(description="Stable for ever.")
    label: Text = Field(description="What one might do or say, in a line.")
    leads: Text = Field(
        description="What it might lead to, in two or three sentences. More than one way can be good."
    )


class Scene(Written):
    """Something that happens, and ways to go on."""

    id: Id = Field(description="Stable for ever.")
    title: Text = Field(description="A name for it, in a few words.")
    text: Text = Field(description="What happens, told to the reader, in a few sentences.")
    ways: Annotated[list[Way], Field(min_length=2, max_length=len(LETTERS))] = Field(
        description="Ways to go on, in the order shown."
    )
    take: Text | None = Field(
        None, description="What one may take along from it, shown once a way was tried."
    )
    covers: list[str] = Field([], description="Ids of the ideas in the article it stands for.")
    evidence: list[str] = Field([], description="Bibliography keys, or the word experience.")


class PracticeQuiz(Quiz):
    """Scenes to practise with."""

    kind: Literal["practice"] = Field(description="Scenes to practise with.")
    scenes: Annotated[list[Scene], Field(min_length=1)] = Field(description="In the order shown.")


@dataclass(frozen=True)
class CompiledPractice(CompiledQuiz):
    """Scenes whose every way leads somewhere of its own."""

    kind = "practice"
    scenes: tuple[Scene, ...]
    letters: str = LETTERS
