"""What the scores of a self-assessment can come to.

Everything is counted through sums (`attainable`), never answer by answer: a scale of a hundred items
takes no longer than the build allows it.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales import attainable, compiled, scoring
from guidebook.engine.kinds.scales.compiled import Scale
from guidebook.engine.kinds.scales.spread import spread
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile

FAIR = (0.15, 0.65)
"""The share that each band may have when all answers are as likely."""


def items_of(quiz: compiled.ScalesQuiz, scale: Scale) -> list[Item]:
    """Those that count on a scale."""
    return [item for block in quiz.blocks for item in block.items if scale.id in item.scales]


def starts(scale: Scale) -> list[int]:
    """The lowest score of each band, ascending."""
    return [band.low for band in scale.bands]


def reach(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """Every "between", "not enough answers" and strength can come up; bands and notes: the build."""
    for scale in quiz.scales:
        choices = tuple((i.weight, tuple(scale.ways(i))) for i in items_of(quiz, scale))
        scores = {*attainable.with_skips(choices, scale.least)}
        where = ("scales", scale.id)
        for n, each in enumerate(scale.bands):
            if n and not {each.low - 1, each.low} & scores:
                message = f'no answers come close to the line below "{each.id}"; move the line'
                yield file.source.problem((*where, "bands", n), message)
        if not quiz.skip or scale.least < 1:
            message = '"not enough answers" can never come up; add "skip:"'
            yield file.source.problem(where, message, key=True)
        for strength in scale.strengths:
            if not all(strength.chosen.values()):
                message = f'nothing brings up "{strength.text}"; give its item higher answers'
                yield file.source.problem(where, message, key=True)


def fair(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """With answers at random no band swallows the others."""
    for scale in quiz.scales:
        shares = spread([scale.ways(i) for i in items_of(quiz, scale)], starts(scale)) or ()
        for n, (each, share) in enumerate(zip(scale.bands, shares, strict=False)):
            if not FAIR[0] <= share <= FAIR[1]:
                by_chance, least, most = (f"{float(100 * s):.0f}" for s in (share, *FAIR))
                message = (
                    f'"{each.id}" would come up in {by_chance} % by chance; '
                    f"move the lines until each has {least} to {most} %"
                )
                yield file.source.problem(("scales", scale.id, "bands", n), message)


def monotone(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """More of what an item asks about never leads to a lighter reading."""
    for scale in quiz.scales:
        for item in items_of(quiz, scale):
            for one, other in pairwise(item.answers):
                before, after = one.on(scale.id), other.on(scale.id)
                if after < before and _lighter(quiz, scale, item, before, after):
                    message = (
                        f'more of "{item.id}" can lead to a lighter reading: "{one.label}" counts '
                        f'{before}, "{other.label}" {after}; let the points rise with the answers'
                    )
                    yield file.source.problem(("scales", scale.id), message, key=True)
                    break


def _lighter(quiz: compiled.ScalesQuiz, scale: Scale, item: Item, before: int, after: int) -> bool:
    """Whether fewer points of one item can cross a line, whatever else is answered."""
    others = tuple(
        (other.weight, tuple(scale.ways(other)))
        for other in items_of(quiz, scale)
        if other is not item
    )
    return any(
        scoring.band_of(rest + after, starts(scale)) < scoring.band_of(rest + before, starts(scale))
        for rest in attainable.complete(others)
    )


def skips(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """Skipped items leave a straight line of answers where it is, and are never zeros."""
    for scale in quiz.scales:
        points = [{a.label: a.on(scale.id) for a in item.answers} for item in items_of(quiz, scale)]
        weights = [item.weight for item in items_of(quiz, scale)]
        for label in dict.fromkeys(label for each in points for label in each):
            line = tuple(  # of the items that have this answer: a rare event has answers of its own
                (weight, (each[label],))
                for weight, each in zip(weights, points, strict=True)
                if label in each
            )
            (whole,) = attainable.complete(line)
            if other := [s for s in attainable.with_skips(line, scale.least) if s != whole]:
                message = (
                    f'"{label}" to every item scores {whole}, but {other[0]} with some skipped; '
                    "let the same answer bring the same points in every item"
                )
                yield file.source.problem(("scales", scale.id), message, key=True)
                break


ByScore = Callable[[QuizFile, compiled.ScalesQuiz], Iterator[Problem]]


def _of_each(check: ByScore) -> Callable[[House], Iterator[Problem]]:
    return lambda house: (
        p for file, _, quiz in house.self_assessments() for p in check(file, quiz)
    )


RULES = (
    Rule(
        id="all can come up",
        says="Each reading, “between”, “not enough answers” and strength comes up for somebody.",
        reason="A text that nobody can see is a mistake in the numbers.",
        cure="Move the line, add skip:, or give the item the five answers of all.",
        scope="the self-assessments of this book",
        check=_of_each(reach),
    ),
    Rule(
        id="fair bands",
        says=f"If somebody answered at random, each band would come up in {100 * FAIR[0]:.0f} to {100 * FAIR[1]:.0f} % of cases.",
        reason="A band that swallows the others tells everybody the same thing.",
        cure="Move the lines between the bands.",
        scope="the self-assessments of this book",
        check=_of_each(fair),
    ),
    Rule(
        id="more is never lighter",
        says="More of what an item asks about never leads to a lighter reading.",
        reason="It would tell somebody who is worse off that all is well.",
        cure="Let the points rise with the answers.",
        scope="the self-assessments of this book",
        check=_of_each(monotone),
    ),
    Rule(
        id="a skip is no zero",
        says="If you give the same answer throughout, you get the same score with an item skipped.",
        reason="“Does not apply” is no answer, and must not count as one.",
        cure="Let the same answer bring the same points in every item. An item may have answers of its own, in other words.",
        scope="the self-assessments of this book",
        check=_of_each(skips),
    ),
)
