"""A quiz as its author writes it. One key has one shape; the descriptions are the reference page.

Only what can be judged by looking at one value is judged here; `compile` sees the whole.
"""

from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import Quiz, Written
from guidebook.engine.kinds.scales.answers import Range, RankedAnswer, Response
from guidebook.engine.kinds.scales.readings import Band, Scale
from guidebook.engine.shapes import Id, Ids, Link, OneOrMore, Points, Text

__all__ = ["Band", "Gate", "Item", "Note", "Scale", "ScalesQuiz"]


class Item(Written):
    """One statement with its answers. It counts on scales, names a strength, serves a note, or is for thinking."""

    id: Id = Field(description="Stable for ever: saved answers hang on it.")
    stem: Text = Field(description="The statement or question.")
    scale: OneOrMore = Field([], description="The scale it counts on, or a list of several.")
    strength: Id | None = Field(
        None, description="Scores nothing; answered in the upper half, adds `text` to this scale."
    )
    text: Text | None = Field(None, description="With `strength`: what is said about it.")
    reverse: bool = Field(False, description="Mirror the points within the range of the answers.")
    weight: Annotated[int, Field(ge=1, le=100)] = Field(1, description="How often it counts.")
    responses: Annotated[list[Response], Field(min_length=2)] | None = Field(
        None, description="Answers of its own, instead of the shared ones."
    )
    range: Range | None = Field(
        None, description="Numbers in a row for answers, instead of `responses`."
    )
    several: bool = Field(
        False,
        description="Several answers may be chosen, and their points are added up. One more says: none of these.",
    )
    rank: Annotated[list[RankedAnswer], Field(min_length=2)] | None = Field(
        None,
        description="Answers to put in order, instead of `responses`, 9 at most. The first place brings as many points "
        "as there are answers, each place after it one fewer, and an answer without a place none.",
    )
    reflect: bool = Field(
        False,
        description="A question for thinking: no answers and no points, but room to write. Kept like an answer.",
    )
    why: Text | None = Field(None, description="Why we ask, in one line.")
    covers: list[str] = Field([], description="Ids of the ideas in the article it stands for.")
    evidence: list[str] = Field([], description="Bibliography keys, or the word experience.")

    @property
    def scales(self) -> list[str]:
        """Every scale that it counts on, by itself or by one of its answers."""
        ranked = (answer.scale for answer in self.rank or () if answer.scale)
        return list(dict.fromkeys((*self.scale, *ranked)))


class Block(Written):
    """A group of items under one heading."""

    title: Text = Field(description="The heading.")
    intro: Text | None = Field(None, description="A line under the heading.")
    items: Annotated[list[Item], Field(min_length=1)] = Field(description="In the order shown.")


class GateOption(Written):
    """One answer to the gate."""

    id: Id = Field(description="Stable for ever.")
    label: Text = Field(description="What the reader sees.")
    go: Link | None = Field(None, description="The page offered before the quiz.")


class Gate(Written):
    """A question asked first. It scores nothing and is kept nowhere."""

    stem: Text = Field(description="The question.")
    text: Text | None = Field(
        None, description="Under the question: what it asks about, one thing a line."
    )
    options: Annotated[list[GateOption], Field(min_length=2)] = Field(description="Its answers.")
    first: Text | None = Field(
        None, description="What to do first, shown at once where an answer leads away."
    )


class When(Written):
    """Every condition must hold."""

    items: Ids = Field([], description="Items that must be answered with `at_least`.")
    at_least: Points | None = Field(None, description="Points each of `items` must reach.")
    bands: dict[Id, Annotated[Ids, Field(min_length=1)]] = Field(
        {},
        description="For each scale named, the bands it may fall in; with `result: leading`, `leading` or `other`.",
    )


class Note(Written):
    """A passage shown above the scales when its conditions hold."""

    id: Id = Field(description="Stable for ever.")
    text: Text = Field(description="What it says.")
    when: When = Field(description="Its conditions.")


class ScalesQuiz(Quiz):
    """A self-assessment: items, answers with points, scales with bands."""

    kind: Literal["scales"] = Field(description="A self-assessment with scales.")
    responses: Annotated[list[Response], Field(min_length=2)] | None = Field(
        None, description="The answers all items share, in the order shown."
    )
    range: Range | None = Field(
        None, description="Numbers in a row that all items share, instead of `responses`."
    )
    skip: Text | None = Field(None, description="The label of one more answer that is not counted.")
    gate: Gate | None = Field(None, description="A question asked first, for safety.")
    result: Literal["bands", "leading"] = Field(
        "bands",
        description="`bands`: each scale has readings of its own. `leading`: the scales are categories. The result "
        "tells the share of each in all the points, and shows the text of the one that has most; of all that do, if "
        "several are alike.",
    )
    scales: Annotated[dict[Id, Scale], Field(min_length=1)] = Field(
        description="What the quiz looks at, by id, in the order of the result."
    )
    blocks: Annotated[list[Block], Field(min_length=1)] = Field(
        description="The items, in the order of the page."
    )
    notes: list[Note] = Field([], description="Passages for particular patterns of answers.")

    def scales_of(self, item: Item) -> list[str]:
        """The scales that an item counts on: those it names, or those that its answers name."""
        return item.scales or list(
            dict.fromkeys(scale for each in self.responses_of(item) for scale in each.scales)
        )

    def range_of(self, item: Item) -> Range | None:
        """The range that an item's answers are, if they are one."""
        shared = None if item.responses or self.responses else self.range
        return None if item.reflect or item.rank else item.range or shared

    def responses_of(self, item: Item) -> list[Response]:
        """An item's own answers, else the shared ones; none for one that is for thinking, or puts answers in order."""
        if item.reflect or item.rank:
            return []
        if numbers := self.range_of(item):
            return numbers.responses
        return item.responses or self.responses or []
