"""A quiz as scored: every answer resolved, every reference checked, nothing left to look up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from guidebook.engine.kinds.base import CompiledQuiz, Item
from guidebook.engine.kinds.scales import places
from guidebook.engine.kinds.scales.measure import SUM, Measure

NONE = "none"
"""The value of the answer that chooses none of several."""


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
    """One reading; both bounds belong to it, and are in units of its scale's measure."""

    id: str
    low: int
    high: int
    title: str
    text: str
    step: str | None
    tool: str | None


@dataclass(frozen=True)
class Scale:
    """What some items' points come to, and its readings. Scores are in units of its measure."""

    id: str
    title: str
    items: tuple[int, ...]
    """The numbers of its items."""
    least: int
    """How many of them must be answered."""
    lowest: int
    highest: int
    """Of all scores that answers can come to, also where some are left out."""
    bands: tuple[Band, ...]
    strengths: tuple[Passage, ...]
    passage: str | None
    exact: bool
    """A score beside a line says nothing of it."""
    edition: str
    """Changes with whatever a score depends on."""
    measure: Measure = SUM

    def counts(self, item: Item, given: str) -> int | None:
        """What is given for one of its items adds, weighted: an answer's id, or several of them joined by commas.

        Of an item that puts answers in order, the first in order comes first. None if it adds nothing that counts as
        an answer, such as a skip.
        """
        chosen = given.split(",")
        if item.ranked:
            scales = {answer.id: answer.scale for answer in item.answers}
            order = [scales[each] == self.id for each in chosen if each in scales]
            brought = places.brought(order, len(scales))
            return self.measure.counts(brought, item.weight) if order else None
        points = [answer.on(self.id) for answer in item.answers if answer.id in chosen]
        if not points and not (item.several and given == NONE):
            return None
        return self.measure.counts(sum(points) // item.weight, item.weight)

    def ways(self, item: Item) -> list[int]:
        """What every way to answer one of its items adds, weighted; of answers put in order, all have a place."""
        if item.ranked:
            own = sum(answer.scale == self.id for answer in item.answers)
            brought = places.in_full(own, len(item.answers))
            return [self.measure.counts(each, item.weight) for each in brought]
        counted = (self.counts(item, way) for way in ways_to_answer(item))
        return [points for points in counted if points is not None]


def ways_to_answer(item: Item) -> list[str]:
    """Everything that can be given for an item but a skip: an answer's id, or several of them joined by commas.

    Of answers put in order there are too many ways to tell.
    """
    ids = [answer.id for answer in item.answers]
    return [",".join(way) or NONE for way in _subsets(ids)] if item.several else ids


def _subsets(ids: list[str]) -> Iterator[tuple[str, ...]]:
    return (way for count in range(len(ids) + 1) for way in combinations(ids, count))


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
class ScalesQuiz(CompiledQuiz):
    """A self-assessment, ready to be drawn and scored."""

    kind = "scales"
    period: str | None
    gate: Gate | None
    skip: str | None
    blocks: tuple[Block, ...]
    scales: tuple[Scale, ...]
    notes: tuple[Passage, ...]
    leading: bool = False
    """Its scales are categories, each with one reading, and the one with the most points leads."""

    @property
    def begins(self) -> str:
        """The gate, or the first question."""
        return self.gate[0] if self.gate else self.blocks[0].items[0].stem

    @property
    def asks(self) -> int:
        """All questions of all blocks; the gate is one more."""
        return sum(len(block.items) for block in self.blocks)
