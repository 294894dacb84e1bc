"""Figures say what they are about."""

from pathlib import Path

import pytest

from bench import measured
from bench.table import limit

FILES = {
    "hooks/guidebook/engine/render.py": "one",
    "overrides/widgets/engine/widget.css": "two",
    "docs/help.md": "three",
    "quizzes/way.yml": "four",
    "mkdocs.yml": "five",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "name",
    ["hooks/guidebook/engine/render.py", "overrides/widgets/engine/widget.css", "mkdocs.yml"],
)
def test_figures_are_old_once_something_changes_that_they_measure(project: Path, name: str) -> None:
    results = f"# Results\n\n{measured.line(project)}\n"
    assert measured.is_current(results, project)

    (project / name).write_text("another", encoding="utf-8")

    assert not measured.is_current(results, project)


@pytest.mark.parametrize("name", ["docs/help.md", "quizzes/way.yml", "docs/new.md"])
def test_a_change_of_words_makes_no_figure_old(project: Path, name: str) -> None:
    results = f"# Results\n\n{measured.line(project)}\n"

    (project / name).write_text("another", encoding="utf-8")

    assert measured.is_current(results, project)


def test_figures_that_do_not_say_what_they_are_about_are_old(project: Path) -> None:
    assert not measured.is_current("# Results\n", project)


@pytest.mark.parametrize(
    ("value", "most", "said"),
    [(300, 300, "300"), (439, 300, "300, passed by 139"), (1.6, 1.3, "1.30, passed by 0.30")],
)
def test_a_limit_that_is_passed_says_by_how_much(value: float, most: float, said: str) -> None:
    assert limit(value, most) == said
