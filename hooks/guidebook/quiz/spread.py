"""How often each band of a scale would come up if every answer were as likely as any other.

A look for lopsided bands, and no sign of validity: real readers do not answer at random.
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from guidebook.quiz.attainable import MOST_WORK
from guidebook.quiz.scoring import band_of


def spread(items: Sequence[Sequence[int]], starts: Sequence[int]) -> tuple[Fraction, ...] | None:
    """The share of each band, by their ascending starts; `items` are the points of each item's answers.

    Every item is answered. None for a scale so wide that counting would hold up the build.
    """
    span = sum(max(points) - min(points) for points in items)
    if span * sum(map(len, items)) > MOST_WORK:
        return None
    ways = Counter({0: 1})  # score so far → the number of ways to it
    for points in items:
        grown = Counter[int]()
        for score, count in ways.items():
            for p in points:
                grown[score + p] += count
        ways = grown
    shares = [Fraction(0)] * len(starts)
    for score, count in ways.items():
        shares[band_of(score, starts)] += Fraction(count, ways.total())
    return tuple(shares)
