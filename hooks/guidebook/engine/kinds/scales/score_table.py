"""What a scale's answers come to, for its author: each band's range, how often it comes up, a run that ends there.

Every run is counted, each as likely as any other: mistakes show up that no check can decide.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales.compiled import Scale, ScalesQuiz, ways_to_answer
from guidebook.engine.kinds.scales.lead_runs import lead_spread, run_with
from guidebook.engine.kinds.scales.scoring import band_of, whole
from guidebook.engine.kinds.scales.spread import spread


class Line(NamedTuple):
    """A band's."""

    title: str
    low: str
    high: str
    share: Fraction | None
    """Of all runs with every item answered; None for a scale too wide to count."""
    example: tuple[tuple[int, str], ...]
    """Item's number → the label of its answer; empty where none was found."""


def score_table(quiz: ScalesQuiz, scale: Scale) -> Iterator[Line]:
    """A line for each band of a scale."""
    items = [i for block in quiz.blocks for i in block.items if scale.id in i.scales]
    weight, how = sum(item.weight for item in items), scale.measure.how
    starts, shown = [band.low for band in scale.bands], scale.measure.shown
    shares = spread([scale.ways(item) for item in items], starts, weight, how)
    runs = _runs(scale, items) if shares else {}
    for n, band in enumerate(scale.bands):
        run = next(
            (r for s, r in runs.items() if band_of(whole(s, weight, weight, how), starts) == n), ()
        )
        yield Line(
            band.title, shown(band.low), shown(band.high), shares[n] if shares else None, run
        )


def leading_table(quiz: ScalesQuiz) -> Iterator[Line]:
    """A line for each category: how often it leads alone, and a run in which it does."""
    spread = lead_spread(quiz)
    items = {item.number: item for block in quiz.blocks for item in block.items}
    for n, scale in enumerate(quiz.scales):
        run = tuple(
            (number, _said(items[number], given))
            for number, given in run_with(quiz, scale.id).answers
        )
        low, high = map(scale.measure.shown, (scale.lowest, scale.highest))
        yield Line(scale.title, low, high, spread[0][n] if spread else None, run)


def _said(item: Item, given: str) -> str:
    """What is given for an item, by its labels; a dash for none of several."""
    labels = {answer.id: answer.label for answer in item.answers}
    chosen = [labels[each] for each in given.split(",") if each in labels]
    return (" › " if item.ranked else " + ").join(chosen) or "–"


def _runs(scale: Scale, items: list[Item]) -> dict[int, tuple[tuple[int, str], ...]]:
    """Sum → one way to answer every item that comes to it."""
    runs: dict[int, tuple[tuple[int, str], ...]] = {0: ()}
    for item in items:
        ways: dict[int, str] = {}  # points → the first way that brings them
        for given in _ways(scale, item):
            ways.setdefault(scale.counts(item, given) or 0, given)
        grown: dict[int, tuple[tuple[int, str], ...]] = {}
        for points, given in ways.items():
            for total, run in runs.items():
                grown.setdefault(total + points, (*run, (item.number, _said(item, given))))
        runs = grown
    return dict(sorted(runs.items()))


def _ways(scale: Scale, item: Item) -> Iterator[str]:
    """What may be given for an item; of answers in order, one order for each set of places that a scale can have."""
    if not item.ranked:
        yield from ways_to_answer(item)
        return
    own = [answer.id for answer in item.answers if answer.scale == scale.id]
    others = [answer.id for answer in item.answers if answer.scale != scale.id]
    for places in combinations(range(len(item.answers)), len(own)):
        ours, rest = iter(own), iter(others)
        yield ",".join(next(ours if n in places else rest) for n in range(len(item.answers)))
