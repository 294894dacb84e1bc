"""`kind: checklist`: choices, each of which becomes one finished line of a page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.kinds.choices import Tick, blank
from guidebook.engine.shapes import Id, Text


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


class ChecklistQuiz(Quiz):
    """Questions, and a page of lines."""

    kind: Literal["checklist"] = Field(description="Choices that become a page of lines.")
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
class CompiledChecklist(CompiledQuiz):
    """A page of lines none of which can have a gap left, nor the page too few."""

    kind = "checklist"
    written: ChecklistQuiz

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
