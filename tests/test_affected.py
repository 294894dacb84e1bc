"""What a change of words has tested in a browser, and what needs everything."""

import pytest

from scripts.affected import ALL, needed
from tests.project import REPOSITORY

EVERYTHING = (ALL,)


@pytest.mark.parametrize(
    "path",
    [
        "hooks/guidebook/book/book.py",
        "overrides/main.html",
        "overrides/widgets/engine/locales/en.yml",
        "overrides/styles/type.css",
        "docs/assets/evil.html",
        "tests/test_faults.py",
        "mkdocs.yml",
        "pyproject.toml",
        "quizzes/quiz.schema.json",
        ".github/workflows/test.yml",
        "a-new-folder/words.md",
        "docs/../hooks/build.md.py",
        "docs/página con espacio.txt",
    ],
)
def test_code_and_what_is_unknown_need_everything(path: str) -> None:
    assert needed(["docs/index.md", path]) == EVERYTHING


@pytest.mark.parametrize(
    ("path", "looks"),
    [
        ("docs/toxic-negativity.md", "layout"),
        ("docs/help.md", "exit"),
        ("docs/my-results.md", "my_results"),
        ("docs/contribute/add-your-example.md", "example_form"),
        ("docs/tools/plan-my-week.md", "sheets"),
        ("docs/zh/index.md", "languages"),
        ("quizzes/who-runs-my-day.yml", "everyone"),
        ("quizzes/who-runs-my-day-zh.yml", "translated"),
        ("data/references.bib", "layout"),
    ],
)
def test_a_change_of_words_has_its_page_looked_at(path: str, looks: str) -> None:
    assert f"tests/browser/test_{looks}.py" in needed([path])
    assert ALL not in needed([path])


def test_what_no_reader_meets_needs_no_browser() -> None:
    assert needed(["README.md", "CONTRIBUTING.md", ".github/ISSUE_TEMPLATE/example.yml", ""]) == ()


def test_every_test_that_is_named_is_there_and_named_once() -> None:
    pages = (p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / "docs").rglob("*.md"))
    named = needed([*pages, "quizzes/my-values.yml", "data/people.yml"])

    assert len(set(named)) == len(named) > 5
    assert all((REPOSITORY / name).is_file() for name in named)
