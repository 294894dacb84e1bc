"""What the scores of a self-assessment can come to, looked at answer by answer."""

from collections.abc import Iterator
from itertools import islice, product

from guidebook.problem import Problem
from guidebook.quiz import attainable, compiled, scoring
from guidebook.quiz.compiled import Item, Passage, Scale
from guidebook.quiz.read import QuizFile
from guidebook.quiz.spread import spread

FAIR = (0.15, 0.65)
"""The share that each band may have when all answers are as likely."""

Points = tuple[int | None, ...]
"""An answer to each item of a scale; None: skipped."""


def items_of(quiz: compiled.ScalesQuiz, scale: Scale) -> list[Item]:
    return [item for block in quiz.blocks for item in block.items if scale.id in item.scales]


def points_of(item: Item) -> list[int]:
    return [answer.points for answer in item.answers if answer.points is not None]


def band(scale: Scale, points: Points, items: list[Item]) -> int | None:
    """The number of the band that answers fall in."""
    score = score_of(scale, points, items)
    return None if score is None else scoring.band_of(score, starts(scale))


def score_of(scale: Scale, points: Points, items: list[Item]) -> int | None:
    answered = [(p, item.weight) for p, item in zip(points, items, strict=True) if p is not None]
    return scoring.score(
        points=sum(p for p, _ in answered),
        answered=len(answered),
        weight=sum(weight for _, weight in answered),
        full_weight=sum(item.weight for item in items),
        least=scale.least,
    )


def starts(scale: Scale) -> list[int]:
    return [band.low for band in scale.bands]


def reach(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """B09: every reading, "between", "not enough answers", strength and note can come up."""
    for scale in quiz.scales:
        items = items_of(quiz, scale)
        choices = tuple((item.weight, tuple(points_of(item))) for item in items)
        scores = {*attainable.with_skips(choices, scale.least)}
        where = ("scales", scale.id)
        for n, each in enumerate(scale.bands):
            if not any(scoring.band_of(score, starts(scale)) == n for score in scores):
                yield file.source.problem((*where, "bands", n), f'no answers reach "{each.id}"')
            if n and not {each.low - 1, each.low} & scores:
                message = f'no answers come close to the line below "{each.id}"'
                yield file.source.problem((*where, "bands", n), message)
        if not quiz.skip or scale.least < 1:
            yield file.source.problem(where, '"not enough answers" can never come up', key=True)
        for strength in scale.strengths:
            if not all(strength.chosen.values()):
                yield file.source.problem(where, f'nothing brings up "{strength.text}"', key=True)
    for n, note in enumerate(quiz.notes):
        if not _possible(quiz, note):
            yield file.source.problem(("notes", n), "no answers bring up this note")


def _possible(quiz: compiled.ScalesQuiz, note: Passage) -> bool:
    """Whether some answers meet every condition; our scales share no items."""
    by_id = {item.id: item for block in quiz.blocks for item in block.items}
    if not all({a.id for a in by_id[i].answers} & {*ids} for i, ids in note.chosen.items()):
        return False
    for scale in quiz.scales:
        wanted, items = note.bands.get(scale.id), items_of(quiz, scale)
        if wanted and not any(
            scale.bands[band(scale, points, items) or 0].id in wanted
            for points in product(*(_allowed(item, note) for item in items))
        ):
            return False
    return True


def _allowed(item: Item, note: Passage) -> list[int]:
    chosen = note.chosen.get(item.id)
    return [
        a.points for a in item.answers if a.points is not None and (not chosen or a.id in chosen)
    ]


def fair(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """B10: with answers at random no band swallows the others."""
    for scale in quiz.scales:
        shares = spread([points_of(i) for i in items_of(quiz, scale)], starts(scale)) or ()
        for n, (each, share) in enumerate(zip(scale.bands, shares, strict=True)):
            if not FAIR[0] <= share <= FAIR[1]:
                by_chance, least, most = (f"{float(100 * s):.0f}" for s in (share, *FAIR))
                message = (
                    f'"{each.id}" would come up in {by_chance} % by chance; '
                    f"move the lines until each has {least} to {most} %"
                )
                yield file.source.problem(("scales", scale.id, "bands", n), message)


def monotone(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """B11: more of what an item asks about never leads to a lighter reading."""
    for scale in quiz.scales:
        items, lighter = items_of(quiz, scale), dict[str, Points]()
        for points in product(*([*points_of(item), None] for item in items)):
            before = band(scale, points, items)
            for n, item in enumerate(items):
                after = band(scale, (*points[:n], _next(item, points[n]), *points[n + 1 :]), items)
                if before is not None and after is not None and after < before:
                    lighter.setdefault(item.id, points)
        for name, points in lighter.items():
            message = f'more of "{name}" leads to a lighter reading than {points}'
            yield file.source.problem(("scales", scale.id), message, key=True)


def _next(item: Item, points: int | None) -> int | None:
    """The points of the answer that comes after; the last and a skip stay what they are."""
    brought = points_of(item)
    at = len(brought) if points is None else brought.index(points) + 1
    return brought[at] if at < len(brought) else points


def skips(file: QuizFile, quiz: compiled.ScalesQuiz) -> Iterator[Problem]:
    """B12: a skipped item leaves the reading where the others put it, and is never a zero."""
    for scale in quiz.scales:
        for fault in islice(_swayed(scale, items_of(quiz, scale)), 1):
            yield file.source.problem(("scales", scale.id), fault, key=True)


def _swayed(scale: Scale, items: list[Item]) -> Iterator[str]:
    """Where answers straight down the page score differently with some of them left out."""
    for level in range(len(points_of(items[0]))):
        straight = tuple(points_of(item)[level] for item in items)
        whole = score_of(scale, straight, items)
        for pattern in product((True, False), repeat=len(items)):
            points = tuple(p if here else None for p, here in zip(straight, pattern, strict=True))
            wanted = whole if sum(pattern) >= scale.least else None
            if (score := score_of(scale, points, items)) != wanted:
                yield f"{points} scores {score}, but {straight} scores {whole}"
