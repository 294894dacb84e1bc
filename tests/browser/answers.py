"""Ways to answer a quiz: the data of the tests."""

import itertools
import random
from collections.abc import Callable, Iterator, Mapping

from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales.compiled import ScalesQuiz

SKIP = "skip"
"""The value of the answer that no scale counts."""

Answers = Mapping[str, str]
"""Item → answer. An item left out was not answered."""


def items(quiz: ScalesQuiz) -> tuple[Item, ...]:
    return tuple(item for block in quiz.blocks for item in block.items)


def with_answers(quiz: ScalesQuiz) -> tuple[Item, ...]:
    """All but those that are for thinking, and have room to write."""
    return tuple(item for item in items(quiz) if not item.reflect)


def choices(quiz: ScalesQuiz, item: Item) -> tuple[str, ...]:
    """Every answer to an item, the one that is not counted at the end; none to one that is for thinking."""
    ids = [answer.id for answer in item.answers]
    if item.ranked:
        ids = [",".join(w) for n in range(1, len(ids) + 1) for w in itertools.permutations(ids, n)]
    if item.several:
        ways = (w for n in range(1, len(ids) + 1) for w in itertools.combinations(ids, n))
        ids = [*(",".join(way) for way in ways), "none"]
    return (*ids, *((SKIP,) if quiz.skip and not item.reflect else ()))


def all_lowest(quiz: ScalesQuiz) -> Answers:
    return {item.id: item.answers[0].id for item in with_answers(quiz)}


def all_highest(quiz: ScalesQuiz) -> Answers:
    return {item.id: item.answers[-1].id for item in with_answers(quiz)}


def all_skipped(quiz: ScalesQuiz) -> Answers:
    return {item.id: SKIP for item in with_answers(quiz)}


def none(_: ScalesQuiz) -> Answers:
    return {}


def mixed(quiz: ScalesQuiz) -> Answers:
    """Another answer to each item than to the one before, skips among them."""
    return {
        item.id: choices(quiz, item)[n % len(choices(quiz, item))]
        for n, item in enumerate(with_answers(quiz))
    }


def near_lines(quiz: ScalesQuiz) -> Answers:
    """Scores of 5, 6, 10 and 11: both sides of both lines between three bands of four items."""
    targets = dict(zip((scale.id for scale in quiz.scales), itertools.cycle((5, 6, 10, 11))))
    answers = {}
    for item in with_answers(quiz):
        left = targets.get(item.scales[0], 0) if item.scales else 0
        best = max(
            item.answers, key=lambda answer: (answer.points or 0) * ((answer.points or 0) <= left)
        )
        answers[item.id] = best.id
        if item.scales:
            targets[item.scales[0]] = left - (best.points or 0)
    return answers


WAYS: Mapping[str, Callable[[ScalesQuiz], Answers]] = {
    "all never": all_lowest,
    "all very often": all_highest,
    "all skipped": all_skipped,
    "nothing answered": none,
    "mixed": mixed,
    "near the lines": near_lines,
}


def seeded(quiz: ScalesQuiz, count: int) -> Iterator[Answers]:
    """The same answers on every machine; about one item in seven is left out."""
    dice = random.Random(quiz.name)  # noqa: S311 (nothing to guess)
    for _ in range(count):
        picks = {item.id: dice.choice((*choices(quiz, item), None)) for item in items(quiz)}
        yield {item_id: answer for item_id, answer in picks.items() if answer}


def every_way_on_each_scale(quiz: ScalesQuiz) -> Iterator[Answers]:
    """Each scale gets every combination of its items' answers; the scales take their turns at once.

    They run through their combinations in orders of their own, so that notes see many pairs.
    """
    everything = items(quiz)
    rows = []
    for n, scale in enumerate(quiz.scales):
        on = [item for item in everything if scale.id in item.scales]
        ways = list(itertools.product(*(choices(quiz, item) for item in on)))
        random.Random(n).shuffle(ways)  # noqa: S311
        rows.append([dict(zip((item.id for item in on), way, strict=True)) for way in ways])
    most = max(map(len, rows))
    for together in zip(
        *(itertools.islice(itertools.cycle(row), most) for row in rows), strict=True
    ):
        yield {key: answer for part in together for key, answer in part.items()}
