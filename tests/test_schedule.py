"""The plan of a week is drawn as a sheet with blanks, and names no more than the form can fill in."""

import re
from xml.etree.ElementTree import Element

import pytest

from guidebook.book.book import Book
from guidebook.engine.kinds.choices import BLANK
from guidebook.engine.kinds.schedule.model import CompiledSchedule
from tests.drawing import having, of_class, parsed, words
from tests.project import REPOSITORY

NAME = "plan-my-week"


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(REPOSITORY)


@pytest.fixture(scope="module")
def week(book: Book) -> CompiledSchedule:
    week = book.quizzes[NAME].compiled
    assert isinstance(week, CompiledSchedule)
    return week


@pytest.fixture(scope="module")
def widget(book: Book) -> Element:
    """The tool as a browser sees it before any script."""
    html = "".join(p if isinstance(p, str) else p.html for p in book.drawn[NAME])
    (element,) = list(parsed(html))
    return element


def test_every_line_of_the_plan_is_on_the_sheet_with_blanks(
    week: CompiledSchedule, widget: Element
) -> None:
    lines = [words(line) for line in having(widget, "data-says")]
    written = week.written
    says = [time.says for times in week.columns.values() for time in times.times]
    says += [choice.says for choice in written.alerts.choices]
    says += [written.timer.says, written.partner.says, written.review.says]
    assert lines == [re.sub(r"\{\w+\}", BLANK, line) for line in [*says, written.partner.message]]


def test_the_week_is_a_table_with_heads_for_its_days_and_its_columns(
    week: CompiledSchedule, widget: Element
) -> None:
    (table,) = of_class(widget, "tool__table")
    heads = {scope: [words(h) for h in having(table, "scope", scope)] for scope in ("col", "row")}
    assert heads["col"] == ["Day", *(times.column for times in week.columns.values())]
    assert heads["row"] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [words(cell) for cell in table.iter("td")] == [""] * 7 * len(week.columns)


def test_what_a_result_may_suggest_is_a_reading_of_a_quiz_of_this_book(
    book: Book, week: CompiledSchedule
) -> None:
    written = week.written
    parts = [time for times in week.columns.values() for time in times.times]
    for part in [*parts, *written.alerts.choices, written.timer, written.partner]:
        for place, bands in part.suggested.items():
            quiz, _, scale = place.partition(".")
            readings = getattr(book.quizzes[quiz].compiled, "scales", ())
            (known,) = [{band.id for band in s.bands} for s in readings if s.id == scale]
            assert known >= set(bands), place


def test_what_the_calendar_shows_to_others_gives_nothing_away(week: CompiledSchedule) -> None:
    written = week.written
    titles = [times.entry for times in week.columns.values()]
    titles += [written.partner.entry, written.review.entry, written.discreet]
    assert not [title for title in titles if "linkedin" in title.casefold()]
