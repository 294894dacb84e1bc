"""Which scale leads, and the share of each: the browser must agree with every function here."""

from collections.abc import Iterable, Sequence
from itertools import groupby

LEADING = "leading"
"""The reading of a category that has the most points, alone or with others."""
OTHER = "other"
"""The reading of every other."""


def leaders(scores: Sequence[int | None]) -> list[int]:
    """The positions of the highest score, every one of them; none if a score is missing or all are 0."""
    known = [score for score in scores if score is not None]
    most = max(known, default=0)
    if len(known) < len(scores) or not most:
        return []
    return [n for n, score in enumerate(scores) if score == most]


def near(scores: Sequence[int], points: Iterable[int]) -> list[int]:
    """The positions that a point more would have brought to the top as well; `points` is what one is to each."""
    found = leaders(scores)
    if not found:
        return []
    most = scores[found[0]]
    return [n for n, (s, by) in enumerate(zip(scores, points, strict=True)) if 0 < most - s <= by]


def shares(scores: Sequence[int]) -> list[int]:
    """What each score is of their sum, in whole percent; scores are 0 or more.

    By largest remainder, so that they add up to 100, but never at the price of truth: equal scores have equal shares.
    Where the last percents cannot be dealt out so, they are left out, and the page says so.
    """
    total = sum(scores)
    if not total:
        return [0 for _ in scores]
    found = [100 * score // total for score in scores]
    left = 100 - sum(found)
    order = sorted(range(len(scores)), key=lambda n: (-(100 * scores[n] % total), -scores[n]))
    for _, alike in groupby(order, key=lambda n: scores[n]):
        group = list(alike)
        if len(group) > left:
            break
        left -= len(group)
        for n in group:
            found[n] += 1
    return found
