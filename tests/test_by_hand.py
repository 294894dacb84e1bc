"""Whoever scores a self-assessment on paper, by what the sheet says, comes to what the screen says."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from guidebook.book.book import Book
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import Answers, items, seeded
from tests.browser.expected import outcome
from tests.by_hand import Result, worked_out
from tests.drawing import GOLDEN, html, parsed
from tests.project import Project
from tests.test_structures import FILES, RUNS, runs

WEIGHTED = """
kind: scales
title: Am I a morning bird?
responses:
  - {id: no, label: No, points: 0}
  - {id: some, label: Somewhat, points: 1}
  - {id: yes, label: Yes, points: 2}
skip: Not sure
scales:
  sum:
    title: Sum
    min_answered: 2
    bands:
      - {from: 0, id: low, title: Late, text: You rise late.}
      - {from: 9, id: high, title: Early, text: You rise early.}
  mean:
    title: Mean
    score: mean
    min_answered: 1
    bands:
      - {from: 0, id: low, title: Quiet, text: Little song.}
      - {from: 1.25, id: high, title: Loud, text: Much song.}
  count:
    title: Count
    score: count
    at: 2
    min_answered: 2
    bands:
      - {from: 0, id: few, title: Few, text: Few signs.}
      - {from: 2, id: many, title: Many, text: Many signs.}
blocks:
  - title: This week
    items:
      - {id: rise, stem: I rose early., scale: [sum, mean, count]}
      - {id: sing, stem: I sang., scale: [sum, mean, count], weight: 2}
      - {id: late, stem: I stayed in bed., scale: [sum, mean, count], weight: 5, reverse: true}
      - {id: loud, stem: How loud?, scale: [sum, count], weight: 2, range: {from: -1, to: 3, low: Not, high: Very}}
      - id: heard
        stem: Which ones?
        scale: [sum, mean, count]
        weight: 3
        several: true
        responses:
          - {id: robin, label: Robin, points: 1}
          - {id: wren, label: Wren, points: 2}
      - id: first
        stem: Which came first?
        weight: 2
        rank:
          - {id: lark, label: Lark, scale: sum}
          - {id: crow, label: Crow, scale: count}
          - {id: owl, label: Owl}
"""
BY_SCALE = """
kind: scales
title: Who helps me?
responses:
  - {id: some, label: Some, points: {one: 2, two: 1}}
  - {id: many, label: Many, points: {two: 3, three: -1}}
skip: Not sure
scales:
  one:
    title: One
    bands:
      - {from: 0, id: all, title: All, text: All of it.}
  two:
    title: Two
    score: mean
    bands:
      - {from: 1, id: all, title: All, text: All of it.}
  three:
    title: Three
    score: count
    at: 0
    bands:
      - {from: 0, id: all, title: All, text: All of it.}
blocks:
  - title: Birds
    items:
      - {id: a, stem: A., weight: 2}
      - {id: b, stem: B.}
      - {id: c, stem: C.}
      - {id: d, stem: D., scale: one, range: {from: 0, to: 4, low: Few, high: Many}}
"""
MORE = {
    "weighted": WEIGHTED.encode(),
    "by-scale": BY_SCALE.encode(),
    **{name: (GOLDEN / f"{name}.yml").read_bytes() for name in ("every-feature", "leading")},
}
LISTED = {**{Path(path).stem: text for path, text in FILES.items()}, **MORE}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    files = {f"quizzes/{name}.yml": text for name, text in LISTED.items()}
    made = Project(tmp_path_factory.mktemp("by-hand"), files)
    assert made.problems() == []
    return made.book()


def on_paper(book: Book, quiz: ScalesQuiz, answers: Answers) -> Mapping[str, Result | None]:
    marks = {item.number: answers[item.id] for item in items(quiz) if item.id in answers}
    found = worked_out(parsed(html(book.drawn[quiz.name])), marks)
    # "If you answered too few questions of a part, none leads."
    return dict.fromkeys(found) if quiz.leading and None in found.values() else found


@pytest.mark.parametrize("name", RUNS)
def test_a_published_structure_scores_on_paper_as_published(name: str, book: Book) -> None:
    quiz = book.quizzes[name].compiled
    assert isinstance(quiz, ScalesQuiz)

    for answers, says in runs(quiz):
        found = {s: f"{r.score:g}" if r else "" for s, r in on_paper(book, quiz, answers).items()}
        assert found == {scale: score for scale, (score, _) in says.items()}


@pytest.mark.parametrize("name", LISTED)
def test_paper_and_screen_agree_whatever_is_answered(name: str, book: Book) -> None:
    quiz = book.quizzes[name].compiled
    assert isinstance(quiz, ScalesQuiz)

    for answers in seeded(quiz, 30):
        readings = outcome(quiz, answers).readings
        for scale, result in on_paper(book, quiz, answers).items():
            said = readings[scale]
            assert (result.score if result else None) == said.number, (scale, answers)
            if result:
                assert result.low <= result.score <= result.high, (scale, answers)
                assert quiz.leading or result.reading == said.band, (scale, answers)


def test_the_mean_of_weighted_items_is_the_same_on_paper(book: Book) -> None:
    quiz = book.quizzes["weighted"].compiled
    assert isinstance(quiz, ScalesQuiz)

    found = on_paper(book, quiz, {"rise": "some", "sing": "some", "late": "some"})["mean"]

    assert found
    assert (found.score, found.reading) == (1, "low")


def test_an_order_without_a_scales_own_answer_lies_in_the_range_that_is_shown(book: Book) -> None:
    quiz = book.quizzes["orders-of-four"].compiled
    assert isinstance(quiz, ScalesQuiz)

    found = on_paper(book, quiz, {item.id: "doing" for item in items(quiz)})

    assert found["feeling"] == Result(0, 0, 48, "less")
