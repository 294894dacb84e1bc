"""What the Python reference makes of a set of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidebook.quiz import scoring
from guidebook.quiz.compiled import Passage, Scale, ScalesQuiz
from tests.browser.answers import Answers, items


@dataclass(frozen=True)
class Reading:
    """Of one scale."""

    score: int | None
    band: str | None
    shown: tuple[str, ...]
    """The bands whose texts are shown."""
    strengths: tuple[int, ...]
    """Which of the scale's strengths are named, by position."""


@dataclass(frozen=True)
class Outcome:
    """Of a whole quiz."""

    readings: Mapping[str, Reading]
    notes: tuple[int, ...]
    """By position."""

    @property
    def detail(self) -> Mapping[str, Mapping[str, int | str | None]]:
        """As the event tells it."""
        return {name: {"score": r.score, "band": r.band} for name, r in self.readings.items()}


def outcome(quiz: ScalesQuiz, answers: Answers) -> Outcome:
    readings = {scale.id: _reading(quiz, scale, answers) for scale in quiz.scales}
    bands = {scale_id: reading.band for scale_id, reading in readings.items()}
    return Outcome(readings, _holding(quiz.notes, answers, bands))


def _reading(quiz: ScalesQuiz, scale: Scale, answers: Answers) -> Reading:
    on = [item for item in items(quiz) if scale.id in item.scales]
    counted = [
        (answer.points, item.weight)
        for item in on
        for answer in item.answers
        if answer.id == answers.get(item.id) and answer.points is not None
    ]
    strengths = _holding(scale.strengths, answers, {})
    score = scoring.score(
        points=sum(points for points, _ in counted),
        answered=len(counted),
        weight=sum(weight for _, weight in counted),
        full_weight=sum(item.weight for item in on),
        least=scale.least,
    )
    if score is None:
        return Reading(None, None, (), strengths)
    starts = [band.low for band in scale.bands]
    shown = tuple(scale.bands[n].id for n in scoring.bands_near(score, starts))
    return Reading(score, scale.bands[scoring.band_of(score, starts)].id, shown, strengths)


def _holding(
    passages: tuple[Passage, ...], answers: Answers, bands: Mapping[str, str | None]
) -> tuple[int, ...]:
    return tuple(
        n
        for n, passage in enumerate(passages)
        if all(answers.get(item) in wanted for item, wanted in passage.chosen.items())
        and all(bands.get(scale) in wanted for scale, wanted in passage.bands.items())
    )
