"""What the Python reference makes of a set of answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from guidebook.engine.kinds.scales import leading, scoring
from guidebook.engine.kinds.scales.compiled import Passage, Scale, ScalesQuiz
from tests.browser.answers import Answers, items


@dataclass(frozen=True)
class Reading:
    """Of one scale."""

    score: int | None
    """In units of its measure."""
    said: str
    """As the page says it; empty without a score."""
    band: str | None
    near: tuple[str, ...]
    """The bands that the result says were close."""
    strengths: tuple[int, ...]
    """Which of the scale's strengths are named, by position."""

    @property
    def number(self) -> float | None:
        """As the event tells it."""
        return float(self.said) if self.said else None

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
    def detail(self) -> Mapping[str, Mapping[str, float | str | None]]:
        """As the event tells it."""
        return {name: {"score": r.number, "band": r.band} for name, r in self.readings.items()}


def outcome(quiz: ScalesQuiz, answers: Answers) -> Outcome:
    readings: Mapping[str, Reading] = {
        scale.id: _reading(quiz, scale, answers) for scale in quiz.scales
    }
    if quiz.leading:
        readings = _of_categories(quiz, readings, answers)
    bands = {scale_id: reading.band for scale_id, reading in readings.items()}
    order = scoring.by_weight([*_weights(quiz, readings)])
    return Outcome(readings, _holding(quiz.notes, answers, bands), tuple(order))


def _of_categories(
    quiz: ScalesQuiz, readings: Mapping[str, Reading], answers: Answers
) -> Mapping[str, Reading]:
    """Which lead, and which one more point would have brought there."""
    scores = [reading.score for reading in readings.values()]
    known = [score for score in scores if score is not None]
    if len(known) < len(scores):
        return {
            name: replace(r, score=None, said="", band=None, near=())
            for name, r in readings.items()
        }
    points = [
        scoring.one_point(sum(weight for _, weight in _counted(quiz, s, answers)), s.measure.how)
        for s in quiz.scales
    ]
    lead, near = leading.leaders(known), leading.near(known, points)
    return {
        name: replace(
            reading,
            band=leading.LEADING if n in lead else leading.OTHER,
            near=(leading.LEADING,) if n in near else (),
        )
        for n, (name, reading) in enumerate(readings.items())
    }


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


def _counted(quiz: ScalesQuiz, scale: Scale, answers: Answers) -> list[tuple[int, int]]:
    """The points and the weight of each item of a scale that was answered."""
    return [
        (points, item.weight)
        for item in items(quiz)
        if scale.id in item.scales
        and (points := scale.counts(item, answers.get(item.id, ""))) is not None
    ]


def _reading(quiz: ScalesQuiz, scale: Scale, answers: Answers) -> Reading:
    on = [item for item in items(quiz) if scale.id in item.scales]
    counted = _counted(quiz, scale, answers)
    strengths = _holding(scale.strengths, answers, {})
    score = scoring.score(
        counted,
        full_weight=sum(item.weight for item in on),
        least=scale.least,
        how=scale.measure.how,
    )
    if score is None:
        return Reading(None, "", None, (), strengths)
    starts = [band.low for band in scale.bands]
    by = scoring.one_point(sum(weight for _, weight in counted), scale.measure.how)
    near = () if scale.exact else scoring.bands_near(score, starts, by)
    band = scale.bands[scoring.band_of(score, starts)]
    return Reading(
        score,
        scale.measure.shown(score),
        band.id,
        tuple(scale.bands[n].id for n in near),
        strengths,
    )


def _holding(
    passages: tuple[Passage, ...], answers: Answers, bands: Mapping[str, str | None]
) -> tuple[int, ...]:
    return tuple(
        n
        for n, passage in enumerate(passages)
        if all(answers.get(item) in wanted for item, wanted in passage.chosen.items())
        and all(bands.get(scale) in wanted for scale, wanted in passage.bands.items())
    )
