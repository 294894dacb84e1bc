"""No page promises more of what is kept than a browser does."""

import re

import pytest

from guidebook.book.house_rules.required_words import GONE
from tests.project import REPOSITORY

TEXTS = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for folder, pattern in (
        ("docs", "*.md"),
        ("quizzes", "*.yml"),
        ("overrides", "*.yml"),
        ("overrides", "*.html"),
        (".", "*.md"),
    )
    for path in (
        REPOSITORY.glob(pattern) if folder == "." else (REPOSITORY / folder).rglob(pattern)
    )
)


@pytest.mark.parametrize(
    "words",
    [
        "Your results stay in this tab until you close it.",
        "Close the tab, and they are gone.",
        "your answers, results and plans go when you close this tab",
        "so all of it goes with this tab",
        "不然，关掉这个标签页，你的回答、结果和计划就都没有了。",
    ],
)
def test_the_pattern_knows_what_was_said_before(words: str) -> None:
    assert GONE.search(words)


def test_no_text_says_that_what_was_entered_goes_with_the_tab() -> None:
    found = {}
    for name in TEXTS:
        text = " ".join((REPOSITORY / name).read_text(encoding="utf-8").split())
        if said := GONE.search(text):
            found[name] = said[0]

    assert found == {}


INVITES = sorted((REPOSITORY / "docs").rglob("*.md"))


def test_where_a_page_invites_to_look_again_it_tells_of_browsers_that_delete() -> None:
    inviting = [
        path
        for path in INVITES
        if re.search(r"look again in a few weeks|## When to look again", path.read_text())
    ]

    assert len(inviting) > 4
    for path in inviting:
        assert "seven days" in path.read_text(encoding="utf-8"), path.name
