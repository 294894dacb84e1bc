"""The arithmetic of a scale, as a reference: the browser must agree with every function here."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from guidebook.engine.kinds.scales.measure import HUNDREDTHS, How


def prorated(points: int, weight: int, full_weight: int) -> int:
    """A scale's score when items of `weight` in all, out of `full_weight`, brought `points`.

    The weighted mean of the answered items times the full weight, rounded to the nearest whole;
    a half is rounded down. With every item answered it is `points` itself.
    """
    double = 2 * points * full_weight
    return -((weight - double) // (2 * weight))


def whole(points: int, weight: int, full_weight: int, how: How = "sum") -> int:
    """A scale's score when items of `weight` in all, out of `full_weight`, brought `points`.

    A mean comes in hundredths, rounded like a sum. A count is what was counted: who left an item out has not reached
    anything in it.
    """
    match how:
        case "sum":
            return prorated(points, weight, full_weight)
        case "mean":
            return prorated(points, weight, HUNDREDTHS)
        case "count":
            return points


def score(
    answered: Sequence[tuple[int, int]], full_weight: int, least: int, how: How = "sum"
) -> int | None:
    """The score, or None when fewer than `least` items were answered; of each its weighted points and its weight."""
    if len(answered) < least:
        return None
    points, weights = (sum(each[n] for each in answered) for n in (0, 1))
    return whole(points, weights, full_weight, how)


def one_point(weight: int, how: How = "sum") -> int:
    """What a point more in one answer adds to a score, when items of `weight` in all were answered."""
    return max(1, prorated(1, weight, HUNDREDTHS)) if how == "mean" else 1


def band_of(score: int, starts: Sequence[int]) -> int:
    """Which band a score falls in: the last that starts at or below it (the first for lower ones).

    `starts` is the lowest score of each band, ascending.
    """
    return max(0, bisect_right(starts, score) - 1)


def bands_near(score: int, starts: Sequence[int], by: int = 1) -> list[int]:
    """The bands that one point (`by`) more or less would have led to, the score's own left out."""
    own = band_of(score, starts)
    return [
        band for band in (band_of(score - by, starts), band_of(score + by, starts)) if band != own
    ]


@dataclass(frozen=True)
class Weight:
    """What one scale weighs in a result."""

    scale: str
    band: Fraction
    """How far up its band is: from 0 for the first to 1 for the last."""
    share: Fraction
    """How far up its score is: from 0 for the lowest possible to 1."""


def by_weight(weights: Sequence[Weight]) -> list[str]:
    """The scales of a result, the one that weighs most first: by band, then by score.

    Where two weigh the same, the author's order decides, which is that of `weights`.
    """
    return [w.scale for w in sorted(weights, key=lambda w: (-w.band, -w.share))]
