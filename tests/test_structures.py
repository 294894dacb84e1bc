"""The structures of public instruments, written in the format: each scores as it was published.

`structures/` holds a file each, with placeholders for items; `structures.yml` runs with their scores.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest

from guidebook.book.book import Book
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.scales.score_table import leading_table, score_table
from guidebook.engine.yaml import source
from tests.browser.answers import Answers, items
from tests.browser.expected import outcome
from tests.drawing import html, of_class, parsed, words
from tests.project import Project

HERE = Path(__file__).parent
RUNS = cast(Mapping[str, list[dict[str, Any]]], source.read(HERE / "structures.yml", HERE).data)
FILES = {f"quizzes/{name}.yml": (HERE / f"structures/{name}.yml").read_bytes() for name in RUNS}

Scores = Mapping[str, tuple[str, str]]
"""Scale → its score as the page tells it, and its band."""


def runs(quiz: ScalesQuiz) -> Iterator[tuple[Answers, Scores]]:
    """Answers, and what was published of them."""
    names = [item.id for item in items(quiz) if not item.reflect]
    for run in RUNS[quiz.name]:
        given = run["answers"]
        chosen = [given] * len(names) if isinstance(given, str) else given
        says = {scale: (score, band) for scale, (score, band) in run["says"].items()}
        yield {name: one for name, one in zip(names, chosen, strict=True) if one}, says


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("structures"), FILES)
    assert made.problems() == []
    return made


@cache
def read(project: Project) -> Book:
    """All structures, once."""
    return project.book()


@pytest.mark.parametrize("name", RUNS)
def test_a_published_structure_scores_as_published(name: str, project: Project) -> None:
    quiz = read(project).quizzes[name].compiled
    assert isinstance(quiz, ScalesQuiz)

    for answers, says in runs(quiz):
        readings = outcome(quiz, answers).readings
        assert {s: (r.said, r.band or "") for s, r in readings.items()} == says


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (
            "sum-with-reversal",
            "Points of questions 1, 2, 3, 4, 5, 6, 7, 8, 9, 10: ______ (from 0 to 40)",
        ),
        ("subscales-doubled", "Points of questions 1, 2, 3, 4, 5, 6, 7: ______ (from 0 to 42)"),
        (
            "count-beside-sum",
            "Of questions 1, 2, 3, 4, 5, 6, how many you answered with 3 points or more: ______ (from 0 to 6)",
        ),
        (
            "mean-with-reversal",
            "Points of questions 1, 2, 3, 4, 5, 6, divided by how many of them you answered: ______",
        ),
        ("zero-to-ten", "Points of question 2: ______ (from 0 to 10)"),
        ("several-events", "Points of question 1: ______ (from 0 to 315)"),
        (
            "orders-of-four",
            "Points of questions 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12: ______ (from 0 to 48)",
        ),
        ("index-of-five", "Points of questions 1, 2, 3, 4, 5: ______ (from 0 to 100)"),
        ("own-thresholds", "Points of questions 1, 2, 3, 4, 5, 6: ______ (from 0 to 6)"),
        ("total-over-four-of-five", "Points of questions 5, 7, 12, 18, 22: ______ (from 0 to 10)"),
        ("means-of-parts", "Points of questions 3, 7, divided by how many of them you answered"),
        (
            "gate-before-two-scores",
            "Of questions 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, how many you answered with 2 points or more: ______",
        ),
        ("own-answers", "Points of questions 1, 2, 3, 4, 5, 6, 7, 8, 9, 10: ______ (from 0 to 40)"),
        (
            "pairs-of-five",
            "Points of questions 1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24: ______ (from 0 to 12)",
        ),
        (
            "ten-means",
            "Points of questions 5, 11, 16, divided by how many of them you answered: ______ (from 1 to 6",
        ),
        (
            "voting-aid",
            "The part with the most points leads. If two or more have the same, they share the lead",
        ),
    ],
)
def test_its_sheet_of_paper_has_a_place_to_work_it_out(
    name: str, place: str, project: Project
) -> None:
    sheet = parsed(html(read(project).drawn[name]))

    assert [p for p in of_class(sheet, "quiz__paper") if words(p).startswith(place)]
    assert words(of_class(sheet, "quiz__origin")[0]).startswith("Placeholders of the tests")


@pytest.mark.parametrize("name", RUNS)
def test_its_score_table_counts_all_runs_and_shows_one_for_each_reading(
    name: str, project: Project
) -> None:
    quiz = read(project).quizzes[name].compiled
    assert isinstance(quiz, ScalesQuiz)
    tables = [leading_table(quiz)] if quiz.leading else [score_table(quiz, s) for s in quiz.scales]

    for lines in map(list, tables):
        assert all(line.example for line in lines)
        assert sum(line.share or 0 for line in lines) == 1 or quiz.leading


def test_the_score_table_tells_an_order_in_order(project: Project) -> None:
    quiz = read(project).quizzes["orders-of-four"].compiled
    assert isinstance(quiz, ScalesQuiz)

    *_, more = score_table(quiz, quiz.scales[0])

    assert more.example[-1] == (12, "Ending b. › Ending a. › Ending c. › Ending d.")
