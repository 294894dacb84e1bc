"""Quizzes that are none of this book's: long scales, many items turned round, several scales.

What a scale comes to is worked out here once more, from the file alone: by hand, as it were.
"""

import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import pytest

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.scales.scoring import band_of, prorated
from guidebook.engine.yaml import source
from scripts.check import check
from tests.project import REPOSITORY, Project

FOREIGN = sorted((Path(__file__).parent / "foreign").glob("*.yml"))

Sums = Mapping[str, tuple[int, str]]
"""Scale → its sum and the band that holds it."""


def items(file: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for block in file["blocks"]:
        yield from block["items"]


def written(path: Path) -> Mapping[str, Any]:
    """A file as its author wrote it."""
    return cast(Mapping[str, Any], source.read(path, path.parent).data)


def points_of(file: Mapping[str, Any]) -> dict[str, int]:
    """Answer → its points, the same for every item."""
    return {answer["id"]: answer["points"] for answer in file["responses"]}


def by_hand(file: Mapping[str, Any], answers: Mapping[str, str]) -> Sums:
    """Each scale when every item is answered."""
    points_by = points_of(file)
    both_ends = min(points_by.values()) + max(points_by.values())
    sums = {}
    for name, scale in file["scales"].items():
        total = 0
        for item in items(file):
            if item["scale"] == name:
                points = points_by[answers[item["id"]]]
                total += both_ends - points if item.get("reverse") else points
        band = [band["id"] for band in scale["bands"] if band["from"] <= total][-1]
        sums[name] = (total, band)
    return sums


def ways(file: Mapping[str, Any], count: int) -> Iterator[dict[str, str]]:
    """All alike, and at random: whole runs of answers."""
    names = [item["id"] for item in items(file)]
    known = list(points_of(file))
    for answer in known:
        yield dict.fromkeys(names, answer)
    chance = random.Random(7)  # noqa: S311 (no secret)
    for _ in range(count):
        yield {name: chance.choice(known) for name in names}


def compiled(path: Path, folder: Path) -> ScalesQuiz:
    project = Project(folder, {f"quizzes/{path.name}": path.read_bytes()})
    assert project.problems() == []
    quiz = project.book().quizzes[path.stem].compiled
    assert isinstance(quiz, ScalesQuiz)
    return quiz


@pytest.mark.sample(2)
@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.stem)
def test_a_foreign_quiz_scores_as_by_hand(path: Path, tmp_path: Path) -> None:
    file, quiz = written(path), compiled(path, tmp_path)
    questions = {item.number: item for block in quiz.blocks for item in block.items}

    for answers in ways(file, 500):
        for scale in quiz.scales:
            asked = [questions[number] for number in scale.items]
            points = sum(
                next(a.points or 0 for a in item.answers if a.id == answers[item.id])
                for item in asked
            )
            score = prorated(points, len(asked), len(asked))
            band = scale.bands[band_of(score, [band.low for band in scale.bands])].id
            assert (score, band) == by_hand(file, answers)[scale.id]


def test_they_are_of_the_three_shapes() -> None:
    shapes = {}
    for path in FOREIGN:
        file = written(path)
        turned = sum(item.get("reverse", False) for item in items(file))
        counts = [sum(item["scale"] == name for item in items(file)) for name in file["scales"]]
        shapes[path.stem] = (counts, turned)

    assert shapes == {
        "reading-in-bed": ([10], 4),
        "garden-year": ([14], 2),
        "kitchen": ([7, 7, 7], 6),
    }


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book's own files, to be added to."""
    for folder in ("docs", "quizzes", "data", "overrides"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.mark.sample(1)
@pytest.mark.parametrize("folder", ["quizzes/examples", "tests/foreign"])
def test_a_copied_example_and_a_foreign_quiz_pass_the_check(folder: str, book: Path) -> None:
    for path in (REPOSITORY / folder).glob("*.yml"):
        (book / f"quizzes/my-{path.name}").write_bytes(path.read_bytes())

    found = check(book, build=False)

    assert [str(problem) for problem in found.refusals if "my-" in problem.path] == []
