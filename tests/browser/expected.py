"""What the Python reference makes of a set of answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from guidebook.quiz import scoring
from guidebook.quiz.compiled import Passage, Scale, ScalesQuiz
from tests.browser.answers import Answers, items


@dataclass(frozen=True)
class Reading:
    """Of one scale."""

    score: int | None
    band: str | None
    near: tuple[str, ...]
    """The bands that the result says were close."""
    strengths: tuple[int, ...]
    """Which of the scale's strengths are named, by position."""

    @property
    def shown(self) -> tuple[str, ...]:
        """The bands whose texts are shown: its own, if it has one."""
        return (self.band,) if self.band else ()


@dataclass(frozen=True)
class Outcome:
    """Of a whole quiz."""

    readings: Mapping[str, Reading]
    notes: tuple[int, ...]
    """By position."""
    order: tuple[str, ...]
    """The scales that have a score, the one that weighs most first."""

    @property
    def detail(self) -> Mapping[str, Mapping[str, int | str | None]]:
        """As the event tells it."""
        return {name: {"score": r.score, "band": r.band} for name, r in self.readings.items()}


def outcome(quiz: ScalesQuiz, answers: Answers) -> Outcome:
    readings = {scale.id: _reading(quiz, scale, answers) for scale in quiz.scales}
    bands = {scale_id: reading.band for scale_id, reading in readings.items()}
    order = scoring.by_weight([*_weights(quiz, readings)])
    return Outcome(readings, _holding(quiz.notes, answers, bands), tuple(order))


def _weights(quiz: ScalesQuiz, readings: Mapping[str, Reading]) -> Iterator[scoring.Weight]:
    for scale in quiz.scales:
        score = readings[scale.id].score
        if score is not None:
            place = scoring.band_of(score, [band.low for band in scale.bands])
            yield scoring.Weight(
                scale.id,
                Fraction(place, len(scale.bands) - 1 or 1),
                Fraction(score - scale.lowest, scale.highest - scale.lowest or 1),
            )


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
    near = () if scale.exact else scoring.bands_near(score, starts)
    band = scale.bands[scoring.band_of(score, starts)]
    return Reading(score, band.id, tuple(scale.bands[n].id for n in near), strengths)


def _holding(
    passages: tuple[Passage, ...], answers: Answers, bands: Mapping[str, str | None]
) -> tuple[int, ...]:
    return tuple(
        n
        for n, passage in enumerate(passages)
        if all(answers.get(item) in wanted for item, wanted in passage.chosen.items())
        and all(bands.get(scale) in wanted for scale, wanted in passage.bands.items())
    )
