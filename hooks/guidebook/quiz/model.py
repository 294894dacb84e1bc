"""A quiz as its author writes it. One key has one shape; the descriptions are the reference page.

Only what can be judged by looking at one value is judged here; `compile` sees the whole.
"""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from guidebook.quiz.shapes import Day, Id, Ids, Link, OneOrMore, Points, Score, Text


class Written(BaseModel):
    """What all parts of a quiz file share: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    links: ClassVar[frozenset[str]] = frozenset()
    """Keys that hold a link and nothing else."""


class Response(Written):
    """One answer that can be chosen."""

    id: Id = Field(description="Stable for ever: saved answers hang on it.")
    label: Text = Field(description="What the reader sees.")
    points: Points = Field(description="A whole number from -1000 to 1000; never shown on screen.")


class Band(Written):
    """One reading of a scale: from its first score up to the next band's."""

    links = frozenset({"tool"})
    from_: Score = Field(alias="from", description="The lowest score of the band.")
    id: Id = Field(description="Stable for ever: saved results and notes hang on it.")
    title: Text = Field(description="A name for the situation, not for the person.")
    text: Text = Field(description="What the answers suggest, in two or three sentences.")
    step: Text | None = Field(None, description="One small step that takes two minutes.")
    tool: Link | None = Field(None, description="The page that helps to take it.")


class Scale(Written):
    """Something the quiz looks at: the sum of some items' points, and what each sum suggests."""

    links = frozenset({"passage"})
    title: Text = Field(description="What the scale looks at, in a few words.")
    min_answered: Annotated[int, Field(ge=1)] | None = Field(
        None,
        description="Fewer answered items give no score. Default: three quarters, rounded up.",
    )
    passage: Link | None = Field(None, description="Where in the chapter to read on.")
    lines: Literal["soft", "exact"] = Field(
        "soft",
        description="`soft`: a score beside a line says that it was close. `exact`: it does not, "
        "as for published cut-offs.",
    )
    bands: Annotated[list[Band], Field(min_length=1)] = Field(
        description="Its readings, from low to high; each runs to the next one's `from`."
    )


class Item(Written):
    """One statement with its answers. It counts on scales, names a strength, or serves a note."""

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
    why: Text | None = Field(None, description="Why we ask, in one line.")
    covers: list[str] = Field([], description="Ids of the ideas in the article it stands for.")
    evidence: list[str] = Field([], description="Bibliography keys, or the word experience.")


class Block(Written):
    """A group of items under one heading."""

    title: Text = Field(description="The heading.")
    intro: Text | None = Field(None, description="A line under the heading.")
    items: Annotated[list[Item], Field(min_length=1)] = Field(description="In the order shown.")


class GateOption(Written):
    """One answer to the gate."""

    links = frozenset({"go"})
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
        {}, description="For each scale named, the bands it may fall in."
    )


class Note(Written):
    """A passage shown above the scales when its conditions hold."""

    id: Id = Field(description="Stable for ever.")
    text: Text = Field(description="What it says.")
    when: When = Field(description="Its conditions.")


class Quiz(Written):
    """What every kind of quiz says of itself."""

    links = frozenset({"chapter"})
    language: Text | None = Field(
        None,
        description="The code of the language it is written in. Default: that of the site.",
    )
    title: Text = Field(description="The question the quiz asks.")
    summary: Text | None = Field(
        None, description="One sentence, for cards, search and link previews."
    )
    period: Text | None = Field(None, description="The time the questions ask about.")
    reviewed: Day | None = Field(None, description="The day a person last read it through.")
    chapter: Link | None = Field(None, description="The chapter it belongs to.")
    intro: Text | None = Field(None, description="What to know before the first question.")


class ScalesQuiz(Quiz):
    """A self-assessment: items, answers with points, scales with bands."""

    kind: Literal["scales"] = Field(description="A self-assessment with scales.")
    responses: Annotated[list[Response], Field(min_length=2)] | None = Field(
        None, description="The answers all items share, in the order shown."
    )
    skip: Text | None = Field(None, description="The label of one more answer that is not counted.")
    gate: Gate | None = Field(None, description="A question asked first, for safety.")
    scales: Annotated[dict[Id, Scale], Field(min_length=1)] = Field(
        description="What the quiz looks at, by id, in the order of the result."
    )
    blocks: Annotated[list[Block], Field(min_length=1)] = Field(
        description="The items, in the order of the page."
    )
    notes: list[Note] = Field([], description="Passages for particular patterns of answers.")
