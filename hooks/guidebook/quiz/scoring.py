"""The arithmetic of a scale, as a reference: the browser must agree with every function here."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


def prorated(points: int, weight: int, full_weight: int) -> int:
    """A scale's score when items of `weight` in all, out of `full_weight`, brought `points`.

    The weighted mean of the answered items times the full weight, rounded to the nearest whole;
    a half is rounded down. With every item answered it is `points` itself.
    """
    double = 2 * points * full_weight
    return -((weight - double) // (2 * weight))


def score(points: int, answered: int, weight: int, full_weight: int, least: int) -> int | None:
    """The score, or None when fewer than `least` items were answered."""
    return None if answered < least else prorated(points, weight, full_weight)


def band_of(score: int, starts: Sequence[int]) -> int:
    """Which band a score falls in: the last that starts at or below it (the first for lower ones).

    `starts` is the lowest score of each band, ascending.
    """
    return max(0, bisect_right(starts, score) - 1)


def bands_near(score: int, starts: Sequence[int]) -> list[int]:
    """The bands that one point more or less would have led to, the score's own left out."""
    own = band_of(score, starts)
    return [
        band for band in (band_of(score - 1, starts), band_of(score + 1, starts)) if band != own
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
