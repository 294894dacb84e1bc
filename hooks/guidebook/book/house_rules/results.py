"""What comes together in the result of somebody who ticks straight down the page.

`data/straight-lines.yml` holds what a person has read and found sensible.
"""

from collections.abc import Callable, Iterator, Mapping

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.base import Answer
from guidebook.engine.kinds.scales import compiled, model, scoring
from guidebook.engine.problem import Problem, ProblemsFound
from guidebook.engine.yaml.source import read as read_yaml

FILE = "data/straight-lines.yml"
TOO_FEW = "not enough answers"

Answers = Mapping[str, str]
"""Item → answer."""
Told = dict[str, list[str]]
"""`notes` and each scale → the ids of what is shown."""


def _down(
    choose: Callable[[tuple[Answer, ...]], Answer],
) -> Callable[..., Answers]:
    return lambda quiz: {i.id: choose(i.answers).id for block in quiz.blocks for i in block.items}


STRAIGHT: Mapping[str, Callable[[compiled.ScalesQuiz], Answers]] = {
    "all lowest": _down(lambda answers: answers[0]),
    "all middle": _down(lambda answers: answers[len(answers) // 2]),
    "all highest": _down(lambda answers: answers[-1]),
    "all skipped": lambda _: {},
}


def straight_lines(written: model.ScalesQuiz, quiz: compiled.ScalesQuiz) -> dict[str, Told]:
    """For each way: the readings shown with the strengths named, and the notes; all by their ids."""
    return {name: _result(written, quiz, answers(quiz)) for name, answers in STRAIGHT.items()}


def _result(written: model.ScalesQuiz, quiz: compiled.ScalesQuiz, answers: Answers) -> Told:
    bands = {scale.id: _band(quiz, scale, answers) for scale in quiz.scales}
    notes = zip(written.notes, quiz.notes, strict=True)
    told = {"notes": [note.id for note, passage in notes if _holds(passage, answers, bands)]}
    for scale in quiz.scales:
        strengths = [next(iter(s.chosen)) for s in scale.strengths if _holds(s, answers, {})]
        told[scale.id] = [bands[scale.id] or TOO_FEW, *strengths]
    return told


def _band(quiz: compiled.ScalesQuiz, scale: compiled.Scale, answers: Answers) -> str | None:
    items = [item for block in quiz.blocks for item in block.items if scale.id in item.scales]
    answered = [
        (points, item.weight)
        for item in items
        if (points := scale.counts(item, answers.get(item.id, ""))) is not None
    ]
    score = scoring.score(
        answered,
        full_weight=sum(item.weight for item in items),
        least=scale.least,
        how=scale.measure.how,
    )
    starts = [band.low for band in scale.bands]
    return None if score is None else scale.bands[scoring.band_of(score, starts)].id


def _holds(passage: compiled.Passage, answers: Answers, bands: Mapping[str, str | None]) -> bool:
    return all(answers.get(item) in wanted for item, wanted in passage.chosen.items()) and all(
        bands.get(scale) in wanted for scale, wanted in passage.bands.items()
    )


def changed(house: House) -> Iterator[Problem]:
    """A result that is another than the one somebody has read, at the line that holds the old one."""
    path = house.book.root / FILE
    try:
        source = read_yaml(path, house.book.root) if path.is_file() else None
    except ProblemsFound as found:
        yield from found.problems
        return
    kept = source.data if source and isinstance(source.data, dict) else {}
    for _, written, quiz in house.self_assessments() if source else ():
        assert source
        for way, told in straight_lines(written, quiz).items():
            for part, ids in told.items():
                before: object = kept
                for step in (quiz.name, way, part):
                    before = before.get(step) if isinstance(before, dict) else None
                if before != ids:
                    message = (
                        f'whoever answers "{way}" in {quiz.name} now gets, for {part}, [{", ".join(ids)}]; '
                        f"read that result as they would and, if it is right, write here {part}: [{', '.join(ids)}]"
                    )
                    yield source.problem((quiz.name, way, part), message)


RULES = (
    Rule(
        id="straight lines",
        says="What somebody reads who gives the same answer throughout is what a person has read and found sensible.",
        reason="Texts that contradict each other show up there first.",
        cure="Read the result that the message names, as that reader would. If it is right, copy the message's line to the place it names.",
        scope="the self-assessments of this book",
        check=changed,
    ),
)
