"""A drawn self-assessment: its result in the agreed order, its sheet complete."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from guidebook.engine.kinds.scales import compiled
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile
from tests.drawing import having, of_class, words

ORDER = ("quiz__band", "quiz__strengths", "quiz__passage")
"""Within a scale: what the answers say, what helps already, the chapter."""


def result(file: QuizFile, quiz: compiled.ScalesQuiz, drawn: Element) -> Iterator[Problem]:
    """B14: the parts of a result, each there and in order, with help at the end."""
    for scale in quiz.scales:
        (section,) = having(drawn, "data-scale", scale.id)
        classes = [c for e in section.iter() for c in e.get("class", "").split() if c in ORDER]
        found = tuple(dict.fromkeys(classes))
        if found != ORDER:
            message = (
                f"a result must hold, in this order, {', '.join(ORDER)}; found {', '.join(found)}"
            )
            yield file.source.problem(("scales", scale.id), message, key=True)
        steps = [e.get("data-when") for p in of_class(drawn, "quiz__steps") for e in p]
        for band in scale.bands:
            if steps.count(f"step.{scale.id}={band.id}") != 1:
                message = f'"{band.id}" must lead to one step'
                yield file.source.problem(("scales", scale.id), message, key=True)
    (last,) = of_class(drawn, "quiz__result")
    order = [
        e for e in last.iter() if e in [*having(last, "data-scale"), *of_class(last, "quiz__help")]
    ]
    if not order or "quiz__help" not in order[-1].get("class", ""):
        yield file.source.problem((), "a result must end with the line about help")


def sheet(file: QuizFile, quiz: compiled.ScalesQuiz, drawn: Element) -> Iterator[Problem]:
    """B22: without script, every item with its answers and points, every band with its range."""
    items = {words(e.find("legend")): e for e in drawn.iter("fieldset")}
    for item in (item for block in quiz.blocks for item in block.items):
        fieldset = items.get(item.stem)
        points = [a.points for a in item.answers if a.points is not None]
        if fieldset is None:
            yield file.source.problem((), f'the sheet lacks the item "{item.stem}"')
        elif [int(words(small)) for small in fieldset.iter("small")] != points:
            yield file.source.problem((), f'the sheet shows other points for "{item.stem}"')
    for scale in quiz.scales:
        (section,) = having(drawn, "data-scale", scale.id)
        titles = [words(e) for e in of_class(section, "quiz__band-title")]
        if titles != [f"{band.title} {band.low} to {band.high}" for band in scale.bands]:
            message = f"the sheet shows other readings: {', '.join(titles)}"
            yield file.source.problem(("scales", scale.id), message, key=True)
