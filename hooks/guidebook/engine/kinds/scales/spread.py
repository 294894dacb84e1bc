"""How often each band of a scale would come up if every answer were as likely as any other.

A look for lopsided bands, and no sign of validity: real readers do not answer at random.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import prod

from guidebook.engine.kinds.scales.measure import How
from guidebook.engine.kinds.scales.scoring import band_of, whole

MOST_BYTES = 1_000_000_000
"""Read and written in all; a second's work. A scale of 60 items with weights takes a hundredth."""


def spread(
    items: Sequence[Sequence[int]], starts: Sequence[int], full_weight: int = 1, how: How = "sum"
) -> tuple[Fraction, ...] | None:
    """The share of each band, by their ascending starts; `items` are the weighted points of each item's answers.

    Every item is answered. None for a scale so wide that counting would hold up the build.
    """
    low = sum(map(min, items))
    span, total = sum(map(max, items)) - low, prod(map(len, items))
    width = total.bit_length() // 8 + 1
    if width * (span + 1) * sum(map(len, items)) > MOST_BYTES:
        return None
    ways = 1  # one long number: `width` bytes for the ways to each score, from the lowest on
    for points in items:
        least = min(points)
        ways = sum(ways << 8 * width * (p - least) for p in points)
    counts = ways.to_bytes(width * (span + 1), "little")
    shares = [0] * len(starts)
    for n in range(span + 1):
        count = int.from_bytes(counts[width * n : width * (n + 1)], "little")
        if count:
            shares[band_of(whole(low + n, full_weight, full_weight, how), starts)] += count
    return tuple(Fraction(share, total) for share in shares)
