"""A quiz as scored: every answer resolved, every reference checked, nothing left to look up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple


@dataclass(frozen=True)
class Quiz:
    """What every kind of quiz says of itself."""

    kind: ClassVar[str]
    """The folder of its widget."""
    name: str
    """The file's, without its ending."""
    language: str | None
    """Its code; None: that of the site."""
    title: str
    intro: str | None


@dataclass(frozen=True)
class Answer:
    """One radio button."""

    id: str
    label: str
    points: int | None = None
    """Mirrored and weighted, as the paper sheet adds them up. None: counts on no scale."""


@dataclass(frozen=True)
class Item:
    """One group of radio buttons."""

    id: str
    number: int
    """Its place on the page, from 1."""
    stem: str
    answers: tuple[Answer, ...]
    scales: tuple[str, ...] = ()
    weight: int = 1
    why: str | None = None


@dataclass(frozen=True)
class Block:
    """A heading and its items."""

    title: str
    intro: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Passage:
    """A text shown only when every condition holds."""

    text: str
    chosen: Mapping[str, tuple[str, ...]]
    """Item → the answers that satisfy it."""
    bands: Mapping[str, tuple[str, ...]]
    """Scale → the bands that satisfy it."""


@dataclass(frozen=True)
class Band:
    """One reading; both bounds belong to it."""

    id: str
    low: int
    high: int
    title: str
    text: str
    step: str | None
    tool: str | None


@dataclass(frozen=True)
class Scale:
    """A sum of some items' points, and its readings."""

    id: str
    title: str
    items: tuple[int, ...]
    """The numbers of its items."""
    least: int
    """How many of them must be answered."""
    lowest: int
    highest: int
    weighted: bool
    """Some item counts more than once."""
    bands: tuple[Band, ...]
    strengths: tuple[Passage, ...]
    passage: str | None
    exact: bool
    """A score beside a line says nothing of it."""
    edition: str
    """Changes with whatever a score depends on."""


@dataclass(frozen=True)
class GateOption:
    """One answer to the gate."""

    id: str
    label: str
    go: str | None


class Gate(NamedTuple):
    """The question asked first."""

    stem: str
    options: tuple[GateOption, ...]
    text: str | None
    first: str | None
    """What to do first, where an answer leads away."""


@dataclass(frozen=True)
class ScalesQuiz(Quiz):
    """A self-assessment, ready to be drawn and scored."""

    kind = "scales"
    period: str | None
    gate: Gate | None
    skip: str | None
    blocks: tuple[Block, ...]
    scales: tuple[Scale, ...]
    notes: tuple[Passage, ...]
