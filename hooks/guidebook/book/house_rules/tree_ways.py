"""Every way through a decision tree, and what a reader meets on it."""

from collections.abc import Iterator
from itertools import islice

from guidebook.engine.kinds.tree.model import Outcome, Step, TreeQuiz

MOST_WAYS = 20_000
"""Of a tree with more, this many are walked: ways double with each question."""

Way = tuple[str, ...]
"""The ids of the steps from the first on, and of the outcome at the end."""


def ways(tree: TreeQuiz) -> Iterator[Way]:
    """Every way through; the build has seen to it that none runs in a circle."""
    return islice(_ways(tree), MOST_WAYS)


def _ways(tree: TreeQuiz) -> Iterator[Way]:
    waiting: list[Way] = [(tree.start,)]
    while waiting:
        way = waiting.pop()
        if way[-1] in tree.outcomes:
            yield way
            continue
        goes = dict.fromkeys(option.go for option in tree.steps[way[-1]].options)
        waiting += [(*way, go) for go in goes]


def said(part: Step | Outcome) -> str:
    """What a reader meets there."""
    head = part.stem if isinstance(part, Step) else part.title
    return f"{head}\n{part.text or ''}"
