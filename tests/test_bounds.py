"""Whatever a file of the format holds, looking through it takes no longer than a breath."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.scales.spread import spread
from guidebook.engine.links import Docs
from guidebook.engine.quiz_file import QuizFile, read_quiz

BREATH = 4
"""Seconds of this process's own work: four times what the longest takes, for a busy machine."""


@contextmanager
def in_a_breath() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < BREATH


class Long(NamedTuple):
    """What is large in a self-assessment."""

    items: int
    """Each on both of two scales."""
    answers: int
    step: int
    """Points from one answer to the next."""
    weights: tuple[int, ...]
    """In turn."""
    notes: int = 0
    asked: int = 0
    """Items that each note asks for."""


def scales(long: Long) -> dict[str, Any]:
    count, answers, step, weights, notes, asked = long
    items = [
        {
            "id": f"i{n}",
            "stem": f"S{n}",
            "scale": ["one", "two"],
            "weight": weights[n % len(weights)],
            "reverse": n % 3 == 0,
        }
        for n in range(count)
    ]
    third = sum(weights[n % len(weights)] for n in range(count)) * step * (answers - 1) // 3
    starts = {"a": 0, "b": third, "c": 2 * third}
    bands = [{"from": at, "id": name, "title": name, "text": name} for name, at in starts.items()]
    return {
        "kind": "scales",
        "title": "Long",
        "responses": [
            {"id": f"r{n}", "label": f"R{n}", "points": n * step} for n in range(answers)
        ],
        "skip": "None",
        "scales": {
            name: {"title": name, "min_answered": 1, "bands": bands} for name in ("one", "two")
        },
        "blocks": [{"title": "All", "items": items}],
        "notes": [
            {
                "id": f"n{n}",
                "text": "N",
                "when": {
                    "items": [f"i{n % 3 + m}" for m in range(asked)],
                    "at_least": step,
                    "bands": {"one": ["b", "c"], "two": ["b"]},
                },
            }
            for n in range(notes)
        ],
    }


def table(count: int, answers: int, rows: int, width: int) -> dict[str, Any]:
    """A table whose rows overlap without order."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    options = [{"id": f"o{n}", "label": f"O{n}"} for n in range(answers)]
    ids = [option["id"] for option in options]
    outcomes = [
        {
            "id": f"r{n}",
            "title": "T",
            "text": "T",
            "when": {
                f"i{m}": chance.sample(ids, max(1, answers // 2))
                for m in chance.sample(range(count), width)
            },
        }
        for n in range(rows)
    ]
    return {
        "kind": "table",
        "title": "Wide",
        "items": [{"id": f"i{n}", "stem": "S", "options": options} for n in range(count)],
        "outcomes": [*outcomes, {"id": "rest", "title": "T", "text": "T"}],
    }


def read(quiz: dict[str, Any], folder: Path) -> QuizFile:
    (folder / "long.yml").write_text(yaml.safe_dump(quiz), encoding="utf-8")
    return read_quiz(folder / "long.yml", folder, Docs())


@pytest.mark.parametrize(
    "long",
    [
        Long(10, 6, 1, (1,)),
        Long(14, 6, 1, (1,), notes=4, asked=8),
        Long(60, 6, 1, (1, 2, 3, 5, 7, 11), notes=40, asked=30),
        Long(60, 6, 200, (1, 3, 7, 100)),
        Long(200, 5, 1, (1, 2, 3), notes=10, asked=50),
    ],
    ids=lambda long: f"{long.items} items, {long.step} apart",
)
def test_a_long_self_assessment_is_read_in_a_breath(long: Long, tmp_path: Path) -> None:
    with in_a_breath():
        quiz = read(scales(long), tmp_path).compiled

    assert isinstance(quiz, ScalesQuiz)
    assert len(quiz.scales[0].items) == long.items


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("count", "answers", "rows", "width"), [(20, 6, 60, 4), (60, 6, 100, 3), (30, 4, 200, 6)]
)
def test_a_wide_table_is_read_in_a_breath(
    count: int, answers: int, rows: int, width: int, tmp_path: Path
) -> None:
    with in_a_breath():
        assert read(table(count, answers, rows, width), tmp_path).compiled.kind == "table"


@pytest.mark.parametrize(
    "items", [[(0, 1, 2, 3, 4, 5)] * 60, [tuple(n * 97 for n in range(6))] * 60]
)
def test_how_often_a_band_comes_up_is_counted_in_a_breath(items: list[tuple[int, ...]]) -> None:
    with in_a_breath():
        shares = spread(items, [0, sum(max(points) for points in items) // 2])

    assert shares
    assert sum(shares) == 1
