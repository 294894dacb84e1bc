"""Whether a category can lead, shown by answers with which it does.

Only how far it is ahead of each other one counts, not the points themselves. First every item gets the answer that
leaves the smallest of these differences largest; mostly that is enough. Where it is not, all differences that answers
can come to are followed, item by item. Those that nothing can mend any more are dropped, and so is what goes beyond
all that can still be lost, so that few remain.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

Way: TypeAlias = tuple[int, ...]
"""What one way to answer an item adds to each category."""

MOST = 2_000
"""Differences that are followed at once. Of more, the evenest go on, and what is not found then may still be there."""

_Link: TypeAlias = "tuple[_Link, int] | None"


class Found(NamedTuple):
    """What came of looking for a run."""

    run: tuple[int, ...] | None
    """For each item the position of its way; None: there is none, or it was not found."""
    sure: bool
    """Whether there is none, if there is none here."""


def run_ahead(items: Sequence[Sequence[Way]], own: int, by: int = 1) -> Found:
    """Answers to all items with which the category at `own` has `by` points or more above each other one."""
    ahead = [
        [tuple(way[own] - p for n, p in enumerate(way) if n != own) for way in ways]
        for ways in items
    ]
    run = _greedy(ahead)
    if all(
        sum(d) >= by for d in zip(*(w[n] for w, n in zip(ahead, run, strict=True)), strict=True)
    ):
        return Found(run, sure=True)
    return _followed(ahead, by)


def is_out_of_reach(items: Sequence[Sequence[Way]], own: int, by: int) -> bool:
    """Whether some other category stays closer than that even where each answer is the best against it alone."""
    others = (n for n in range(len(items[0][0])) if n != own)
    return any(sum(max(way[own] - way[n] for way in ways) for ways in items) < by for n in others)


def _greedy(ahead: Sequence[Sequence[Way]]) -> tuple[int, ...]:
    run: list[int] = []
    sofar: Way = (0,) * len(ahead[0][0]) if ahead else ()
    for ways in ahead:
        after = [_plus(sofar, way) for way in ways]
        best = max(range(len(ways)), key=lambda n: (min(after[n]), sum(after[n])))
        sofar = after[best]
        run.append(best)
    return tuple(run)


def _followed(ahead: Sequence[Sequence[Way]], by: int) -> Found:
    others, sure = range(len(ahead[0][0])), True
    gain, loss = _rest(ahead, max), _rest(ahead, min)
    states: dict[Way, _Link] = {(0,) * len(others): None}
    for n, ways in enumerate(ahead, 1):
        safe, least = [by - lost for lost in loss[n]], [by - gained for gained in gain[n]]
        each = {way: position for position, way in enumerate(ways)}  # each difference once
        grown: dict[Way, _Link] = {}
        for sofar, link in states.items():
            for way, position in each.items():
                after = tuple(min(sofar[d] + way[d], safe[d]) for d in others)
                if all(after[d] >= least[d] for d in others):
                    grown.setdefault(after, (link, position))
        if len(grown) > MOST:
            sure = False
            evenest = sorted(grown, key=lambda s: (min(map(sum, zip(s, gain[n], strict=True))), s))
            grown = {state: grown[state] for state in evenest[-MOST:]}
        states = grown
    link = next(iter(states.values()), None)
    run: list[int] = []
    while link:
        link, position = link
        run.append(position)
    return Found(tuple(reversed(run)) or None, sure)


def _rest(
    ahead: Sequence[Sequence[Way]], most: Callable[[tuple[int, ...]], int]
) -> list[list[int]]:
    """For each number of items looked at, what the others can add to each difference at most (or at least)."""
    rest = [[0] * len(ahead[0][0])]
    for ways in reversed(ahead):
        rest.append(
            [most(d) + after for d, after in zip(zip(*ways, strict=True), rest[-1], strict=True)]
        )
    return rest[::-1]


def _plus(one: Way, other: Way) -> Way:
    return tuple(a + b for a, b in zip(one, other, strict=True))
