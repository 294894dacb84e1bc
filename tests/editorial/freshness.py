"""How old a reading may get. Each limit names the line to change, and the day from which it fails."""

import os
import re
from collections.abc import Iterator
from datetime import date, timedelta

from guidebook.problem import Problem
from guidebook.quiz.read import QuizFile
from guidebook.source import read as read_yaml
from tests.editorial.said import Page
from tests.project import REPOSITORY

READING_LASTS = timedelta(days=365)
"""A page or a quiz."""
CHECK_LASTS = timedelta(days=180)
"""The help lines, which people may depend on."""
HELP_LINES = "data/help-lines.yml"

_AHEAD = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def today() -> date:
    """The day of the test. `TODAY=2026-11-22 make pytest` tries another."""
    day = os.environ.get("TODAY")
    return date.fromisoformat(day) if day else date.today()  # noqa: DTZ011 (a reader's own day)


def of_page(page: Page, on: date) -> Iterator[Problem]:
    """The day in the front matter; that there is one, the front matter's own rule sees to."""
    if match := re.search(
        r"^reviewed:[ \t]*(?P<day>\d{4}-\d\d-\d\d)[ \t]*$", page.head, re.MULTILINE
    ):
        for message in _faults(match["day"], on, READING_LASTS, "read the page through"):
            yield page.problem(match.start("day"), message)


def of_quiz(quiz: QuizFile, on: date) -> Iterator[Problem]:
    """The day in a quiz, which must be there."""
    day = quiz.written.reviewed
    if day is None:
        yield quiz.source.problem((), 'add "reviewed:" with the day you last read the quiz through')
        return
    for message in _faults(day, on, READING_LASTS, "read the quiz through"):
        yield quiz.source.problem(("reviewed",), message)


def of_help_lines(on: date) -> Iterator[Problem]:
    """The day on which a person last looked every line up."""
    source = read_yaml(REPOSITORY / HELP_LINES, REPOSITORY)
    assert isinstance(source.data, dict)
    day = str(source.data["checked"])
    for message in _faults(day, on, CHECK_LASTS, "look up each line on its own pages"):
        yield source.problem(("checked",), message)


def _faults(day: str, on: date, lasts: timedelta, task: str) -> Iterator[str]:
    then = date.fromisoformat(day)
    if then > on + _AHEAD:
        yield f"{day} is yet to come; write the day on which it was done"
    elif on - then >= lasts:
        yield f"{day} holds until {then + lasts - timedelta(days=1)}; {task} again, then set this day to today's"
