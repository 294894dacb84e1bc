"""What comes together in the result of somebody who ticks straight down the page."""

from typing import Any

from guidebook.quiz import compiled, model
from tests.browser.answers import Answers, all_highest, all_lowest, all_skipped, items
from tests.browser.expected import outcome

TOO_FEW = "not enough answers"


def all_middle(quiz: compiled.ScalesQuiz) -> Answers:
    return {item.id: item.answers[len(item.answers) // 2].id for item in items(quiz)}


STRAIGHT = {
    "all lowest": all_lowest,
    "all middle": all_middle,
    "all highest": all_highest,
    "all skipped": all_skipped,
}


def straight_lines(written: model.ScalesQuiz, quiz: compiled.ScalesQuiz) -> dict[str, Any]:
    """For each way: the readings shown with the strengths named, and the notes; all by their ids."""
    return {name: _result(written, quiz, answer(quiz)) for name, answer in STRAIGHT.items()}


def _result(
    written: model.ScalesQuiz, quiz: compiled.ScalesQuiz, answers: Answers
) -> dict[str, list[str]]:
    found = outcome(quiz, answers)
    told = {"notes": [written.notes[n].id for n in found.notes]}
    for scale in quiz.scales:
        reading = found.readings[scale.id]
        named = [next(iter(scale.strengths[n].chosen)) for n in reading.strengths]
        told[scale.id] = [*(reading.shown or [TOO_FEW]), *named]
    return told
