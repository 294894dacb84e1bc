"""Runs of a quiz in which a category leads, and how often each would if every answer were as likely as any other."""

from collections.abc import Container, Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from math import lcm, prod
from typing import NamedTuple

from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales.compiled import Scale, ScalesQuiz, ways_to_answer
from guidebook.engine.kinds.scales.lead_reach import Way, is_out_of_reach, run_ahead
from guidebook.engine.kinds.scales.leading import leaders
from guidebook.engine.kinds.scales.measure import HUNDREDTHS
from guidebook.engine.kinds.scales.scoring import whole

MOST_ORDERED = 5
"""Answers put in order of which every order is tried."""
MOST_TOTALS = 20_000
"""Totals that are told apart when all runs are counted; with more it would hold up the build."""


class Run(NamedTuple):
    """What came of looking for answers with which a category leads."""

    answers: tuple[tuple[int, str], ...]
    """Number of an item → what is given for it; empty where none was found."""
    possible: bool
    """Whether there is such a run, as far as is known."""


def run_with(
    quiz: ScalesQuiz,
    scale_id: str,
    chosen: Mapping[str, Container[str]] | None = None,
    *,
    alone: bool = True,
) -> Run:
    """Answers to every item with which a category has more points than each other one.

    Not `alone`: or as many. `chosen` are answers of which an item must have one.
    """
    items, own = _scored(quiz), [scale.id for scale in quiz.scales].index(scale_id)
    given = [_allowed(item, (chosen or {}).get(item.id), scale_id) for item in items]
    every = all(_has_every_order(item) for item in items)
    weights = [_weight(scale, items) for scale in quiz.scales]
    mean = quiz.scales[own].measure.how == "mean"
    common = lcm(*weights) if mean else 1
    factors = [common // weight if mean else 1 for weight in weights]
    ways = [
        [tuple(p * f for p, f in zip(_way(quiz, i, g), factors, strict=True)) for g in each]
        for i, each in zip(items, given, strict=True)
    ]
    least = max(1, -(-common // HUNDREDTHS)) if alone else 0  # means are told in hundredths
    found = run_ahead(ways, own, least)
    if found.run is None:
        certain = found.sure and (every or is_out_of_reach(ways, own, least))
        return Run((), possible=not certain)
    chosen_ways = zip(items, given, found.run, strict=True)
    return Run(tuple((item.number, each[n]) for item, each, n in chosen_ways), possible=True)


def lead_spread(quiz: ScalesQuiz) -> tuple[tuple[Fraction, ...], Fraction] | None:
    """The share of all runs in which each category leads alone, and of those in which none does.

    Every item is answered. None where there are too many totals, or orders, to count.
    """
    items = _scored(quiz)
    if not all(_has_every_order(item) for item in items):
        return None
    ways = [[_way(quiz, item, given) for given in _ways(item, "")] for item in items]
    totals: dict[Way, int] = {(0,) * len(quiz.scales): 1}
    for each in ways:
        grown: dict[Way, int] = {}
        for sofar, count in totals.items():
            for way in each:
                after = tuple(a + b for a, b in zip(sofar, way, strict=True))
                grown[after] = grown.get(after, 0) + count
        if len(grown) > MOST_TOTALS:
            return None
        totals = grown
    weights = [_weight(scale, items) for scale in quiz.scales]
    how = quiz.scales[0].measure.how
    alone, runs = [0] * len(quiz.scales), prod(map(len, ways))
    for total, count in totals.items():
        found = leaders([whole(p, w, w, how) for p, w in zip(total, weights, strict=True)])
        if len(found) == 1:
            alone[found[0]] += count
    return tuple(Fraction(n, runs) for n in alone), 1 - Fraction(sum(alone), runs)


def _scored(quiz: ScalesQuiz) -> list[Item]:
    return [item for block in quiz.blocks for item in block.items if item.scales]


def _weight(scale: Scale, items: Sequence[Item]) -> int:
    return sum(item.weight for item in items if scale.id in item.scales)


def _way(quiz: ScalesQuiz, item: Item, given: str) -> Way:
    """What it adds to each category."""
    return tuple(
        (scale.counts(item, given) or 0) if scale.id in item.scales else 0 for scale in quiz.scales
    )


def _has_every_order(item: Item) -> bool:
    return not item.ranked or len(item.answers) <= MOST_ORDERED


def _ways(item: Item, own: str) -> list[str]:
    """What may be given for an item.

    Of many answers put in order only these: a scale's own first, those of each other one last, the rest turning.
    """
    if not item.ranked:
        return ways_to_answer(item)
    ids = [answer.id for answer in item.answers]
    if _has_every_order(item):
        return [",".join(order) for order in permutations(ids)]
    orders = []
    for last in dict.fromkeys(answer.scale for answer in item.answers if answer.scale != own):
        front, end = (
            [a.id for a in item.answers if a.scale == scale and scale] for scale in (own, last)
        )
        rest = [each for each in ids if each not in {*front, *end}]
        turns = [rest[n:] + rest[:n] for n in range(len(rest) or 1)]
        orders += [",".join([*front, *turned, *end]) for turned in turns]
    return orders


def _allowed(item: Item, wanted: Container[str] | None, own: str) -> list[str]:
    ways = _ways(item, own)
    if wanted is None:
        return ways
    return [way for way in ways if any(answer in wanted for answer in way.split(","))]
