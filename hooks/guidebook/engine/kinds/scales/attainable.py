"""Which scores a scale can reach, by counting through its answers instead of trying them all."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from guidebook.engine.kinds.scales.measure import How
from guidebook.engine.kinds.scales.scoring import whole

Choices = tuple[int, tuple[int, ...]]
"""An item's weight, and the weighted points of each of its answers."""

WIDEST = 200_000
"""Points between the lowest and the highest score; beyond it every score between counts as reached."""
MOST_WORK = 20_000_000
"""Roughly, operations; beyond it patterns of skipping are not counted through."""


def lowest(items: Iterable[Choices]) -> int:
    """The lowest sum with every item answered."""
    return sum(min(points) for _, points in items)


def highest(items: Iterable[Choices]) -> int:
    """The highest sum with every item answered."""
    return sum(max(points) for _, points in items)


def extremes(items: Sequence[Choices], least: int, how: How = "sum") -> tuple[int, int]:
    """The lowest and the highest score with at least `least` items answered."""
    if not items:
        return 0, 0
    if how == "count":
        return sum(sorted(min(points) for _, points in items)[:least]), highest(items)
    full = sum(weight for weight, _ in items)
    low = _lowest_mean([(min(points), weight) for weight, points in items], least)
    high = -_lowest_mean([(-max(points), weight) for weight, points in items], least)
    first, last = (whole(m.numerator, m.denominator, full, how) for m in (low, high))
    return first, last


def _lowest_mean(items: Sequence[tuple[int, int]], least: int) -> Fraction:
    """The lowest points by weight that `least` of the items or more can have; of each its points and its weight."""
    mean = Fraction(sum(points for points, _ in items), sum(weight for _, weight in items))
    while (
        True
    ):  # leaving out whatever lies above the mean lowers it, until nothing is left to leave out
        above = sorted((points - mean * weight, points, weight) for points, weight in items)
        kept = [each for n, each in enumerate(above) if n < least or each[0] < 0]
        lower = Fraction(sum(each[1] for each in kept), sum(each[2] for each in kept))
        if lower == mean:
            return mean
        mean = lower


@lru_cache(maxsize=1024)
def complete(items: tuple[Choices, ...], how: How = "sum") -> Sequence[int]:
    """The scores that can be reached with every item answered, ascending."""
    low, high = lowest(items), highest(items)
    if how == "mean" and items:
        full = sum(weight for weight, _ in items)
        if high - low > WIDEST:
            return range(whole(low, full, full, how), whole(high, full, full, how) + 1)
        return tuple(dict.fromkeys(whole(each, full, full, how) for each in complete(items)))
    if high - low > WIDEST:
        return range(low, high + 1)
    sums = 1  # bit n: a sum of n above the lowest can be reached
    for _, points in items:
        least = min(points)
        sums = _union(sums << (p - least) for p in set(points))
    return tuple(low + n for n in _bits(sums))


@lru_cache(maxsize=1024)
def with_skips(
    items: tuple[Choices, ...], least: int, required: int = 0, how: How = "sum"
) -> Sequence[int]:
    """The scores that can be reached with at least `least` items answered, ascending.

    The first `required` items are answered in any case.
    """
    span = highest(items) - lowest(items)
    if span * len(items) ** 2 * len({weight for weight, _ in items}) > MOST_WORK:
        return complete(items, how)
    full = sum(weight for weight, _ in items)
    offset = sum(max(0, -min(points)) for _, points in items)
    sums: dict[tuple[int, int], int] = {(0, 0): 1 << offset}  # (answered, their weight) → sums
    for n, (weight, points) in enumerate(items):
        grown = {} if n < required else dict(sums)
        for (answered, sofar), reached in sums.items():
            key = (answered + 1, sofar + weight)
            grown[key] = grown.get(key, 0) | _union(_shift(reached, p) for p in set(points))
        sums = grown
    scores = {
        whole(bit - offset, weight, full, how)
        for (answered, weight), reached in sums.items()
        if answered >= max(least, 1)
        for bit in _bits(reached)
    }
    return tuple(sorted(scores))


def reached(starts: Sequence[int], scores: Sequence[int]) -> set[int]:
    """Which bands, by their ascending starts, hold one of the ascending `scores`.

    The last has no end: with items skipped a score may lie above the highest of full answers.
    """
    ends = [*starts[1:], None]
    return {
        n for n, (low, end) in enumerate(zip(starts, ends, strict=True)) if _any(scores, low, end)
    }


def _any(scores: Sequence[int], low: int, end: int | None) -> bool:
    first = bisect_left(scores, low)
    return first < len(scores) and (end is None or scores[first] < end)


def _shift(sums: int, by: int) -> int:
    return sums << by if by >= 0 else sums >> -by


def _union(parts: Iterator[int]) -> int:
    whole = 0
    for part in parts:
        whole |= part
    return whole


def _bits(sums: int) -> Iterator[int]:
    return (n for n, bit in enumerate(reversed(f"{sums:b}")) if bit == "1")
