"""Answers put in order: what a place brings, and all that orders can bring a scale.

The first place brings as many points as there are answers, each place after it one fewer; an answer without a place
brings none. Only the places of a scale's own answers count, not which of them has which: so sets of places are counted
through, and none of the many orders.
"""

from collections.abc import Sequence
from itertools import combinations


def brought(order: Sequence[bool], of: int) -> int:
    """What an order brings a scale; for each place from the first on, whether its answer is the scale's own.

    `of` is how many answers there are, with a place and without.
    """
    return sum(of - place for place, own in enumerate(order) if own)


def in_full(own: int, of: int) -> list[int]:
    """What every order of all answers brings a scale that has `own` of them; each is as likely as any other."""
    return [sum(places) for places in combinations(range(1, of + 1), own)]


def in_part(own: int, of: int) -> list[int]:
    """What every order brings, also where some answers have no place; each sum once, ascending."""
    found = {
        sum(places)
        for placed in range(1, of + 1)
        for ours in range(max(0, placed - (of - own)), min(own, placed) + 1)
        for places in combinations(range(of - placed + 1, of + 1), ours)
    }
    return sorted(found)
