"""How old a reading may get."""

import os
import re
from collections.abc import Iterator
from datetime import date, timedelta

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.book.house_rules.said import Page
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.yaml.source import read as read_yaml

HELP_LINES = "data/help-lines.yml"

READING_LASTS = timedelta(days=365)
"""A page or a quiz."""
CHECK_LASTS = timedelta(days=180)
"""The help lines, which people may depend on."""
CHECK_IS_OLD = timedelta(days=270)
"""From then on the help lines stop a build."""

_AHEAD = timedelta(days=1)
"""Somewhere it is tomorrow already."""
_DAY = re.compile(r"^reviewed:[ \t]*(?P<day>\d{4}-\d\d-\d\d)[ \t]*$", re.MULTILINE)


def today() -> date:
    """The day of the check. `TODAY=2027-11-22 make check` tries another."""
    day = os.environ.get("TODAY")
    return date.fromisoformat(day) if day else date.today()  # noqa: DTZ011 (a reader's own day)


def of_page(page: Page, on: date) -> Iterator[Problem]:
    """A page that nobody has read through for a year."""
    match = _DAY.search(page.head)
    then = _day(match["day"]) if match else None
    if match and then and (message := _old(then, on, READING_LASTS, "read the page through")):
        yield page.problem(match.start("day"), message)


def of_quiz(quiz: QuizFile, on: date) -> Iterator[Problem]:
    """A quiz that nobody has read through for a year, or does not say when."""
    day = quiz.written.reviewed
    if day is None:
        yield quiz.source.problem((), 'add "reviewed:" with the day you last read the quiz through')
    elif message := _old(date.fromisoformat(day), on, READING_LASTS, "read the quiz through"):
        yield quiz.source.problem(("reviewed",), message)


def of_help_lines(house: House, lasts: timedelta) -> Iterator[Problem]:
    """Help lines that nobody has looked up for so long."""
    listed = house.book.help_lines
    for n, line in enumerate(listed.lines if listed else ()):
        then = date.fromisoformat(line.checked)
        if message := _old(then, house.today, lasts, "look the line up on its own pages"):
            yield read_yaml(house.book.root / HELP_LINES, house.book.root).problem(
                ("lines", n, "checked"), message
            )


def _old(then: date, on: date, lasts: timedelta, task: str) -> str | None:
    if on - then < lasts:
        return None
    until = then + lasts - timedelta(days=1)
    return f"{then} holds until {until}; {task} again, then set this day to today's"


def _yet_to_come(house: House) -> Iterator[Problem]:
    for page in house.pages_in_every_language:
        match = _DAY.search(page.head)
        if match and (then := _day(match["day"])) and then > house.today + _AHEAD:
            yield page.problem(match.start("day"), _too_early(then))
    for quiz in house.book.quizzes.values():
        then = _day(quiz.written.reviewed or "")
        if then and then > house.today + _AHEAD:
            yield quiz.source.problem(("reviewed",), _too_early(then))


def _too_early(then: date) -> str:
    return f"{then} is yet to come; write the day on which it was done"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # told by whoever reads the front matter


def _pages(house: House) -> Iterator[Problem]:
    for page in house.pages_in_every_language:
        yield from of_page(page, house.today)


def _quizzes(house: House) -> Iterator[Problem]:
    for quiz in house.book.quizzes.values():
        yield from of_quiz(quiz, house.today)


RULES = (
    Rule(
        id="yet to come",
        says="The day on which something was read or checked is past.",
        reason="A reader trusts that day.",
        cure="Write the day on which it was done.",
        scope="every page",
        elsewhere="refusal",
        check=_yet_to_come,
    ),
    Rule(
        id="read again",
        says="Each page was read through by a person within a year.",
        reason="What is about LinkedIn grows old.",
        cure="Read it through and set reviewed: to the day. Nobody expects it of you because you mended a sentence there.",
        scope="every page",
        severity="advice",
        check=_pages,
    ),
    Rule(
        id="quiz read again",
        says="Each quiz names the day on which a person last read it through, and it is within a year.",
        reason="The page shows that day.",
        cure="Read it through, and set reviewed: in its file.",
        scope="every quiz and tool",
        severity="advice",
        elsewhere="advice",
        check=_quizzes,
    ),
    Rule(
        id="help lines",
        says=f"The help lines were looked up within {CHECK_LASTS.days} days.",
        reason="People may depend on them.",
        cure="Whoever looks after the project looks up each line on its own pages, and sets the day.",
        scope="the files of data/",
        severity="advice",
        check=lambda house: of_help_lines(house, CHECK_LASTS),
    ),
    Rule(
        id="old help lines",
        says=f"Nothing is published with help lines that nobody has looked up for {CHECK_IS_OLD.days} days.",
        reason="A dead number is worse than none.",
        cure="Whoever looks after the project looks up each line on its own pages, and sets the day.",
        scope="the files of data/",
        check=lambda house: of_help_lines(house, CHECK_IS_OLD),
    ),
)
