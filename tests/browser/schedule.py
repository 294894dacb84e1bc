"""The plan of a week on its page, driven as a reader does, and its calendar file as a calendar reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site

PAGE = "tools/plan-my-week/"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORKDAYS = DAYS[:5]
LINES = 75
"""Octets that a line of a calendar file may have."""


@dataclass(frozen=True, order=True)
class Entry:
    """One event on one day."""

    begins: datetime | date
    ends: datetime | None
    """None: the whole day."""
    title: str


class Week:
    """The tool on the page that is open."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        page.goto(site.address + PAGE)
        self.wait()
        self.root = page.locator("quiz-schedule")
        self.show = page.get_by_role("button", name="Show my plan", exact=True)
        self.result = page.get_by_role("region", name="Your plan", exact=True)
        self.table = self.result.get_by_role("table")
        self.lines = self.result.locator("[data-text] li:visible")
        self.again = page.get_by_role("button", name="Start again", exact=True)
        self.save = page.get_by_role("button", name="Download the calendar file", exact=True)
        self.alarm = page.get_by_label("Ring when a time begins")
        self.discreet = page.get_by_label("Call every entry")

    def wait(self) -> None:
        self.page.locator("quiz-schedule:defined").first.wait_for(state="attached")

    def open(self) -> "Week":
        """Every fold-out."""
        for more in self.root.locator("details").all():
            if more.get_attribute("open") is None:
                more.locator("> summary").click()
        return self

    def time(self, name: str) -> Locator:
        """A time of the form, by what the reader calls it."""
        return self.root.get_by_role("group", name=name, exact=True)

    def set(self, name: str, start: str, minutes: int) -> "Week":
        """Make a time part of the plan."""
        time = self.time(name)
        if time.get_by_role("checkbox").count():
            time.get_by_role("checkbox").check()
        time.get_by_label("From").fill(start)
        time.get_by_role("combobox").select_option(f"{minutes}")
        return self

    def tick(self, name: str, *, on: bool = True) -> "Week":
        self.root.get_by_role("checkbox", name=name, exact=True).set_checked(on)
        return self

    def days(self, *wanted: str) -> "Week":
        for day in DAYS:
            self.tick(day, on=day in wanted)
        return self

    def clash(self, name: str) -> Locator:
        """What is said beside a time."""
        return self.time(name).get_by_role("status")

    def row(self, day: str) -> list[str]:
        """What the table has for a day."""
        row = self.table.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=day))
        return [" ".join(cell.split()) for cell in row.get_by_role("cell").all_inner_texts()]

    def file(self) -> bytes:
        """The calendar file as it arrives."""
        with self.page.expect_download() as download:
            self.save.click()
        return download.value.path().read_bytes()


def tab_to(target: Locator) -> None:
    """By keyboard alone, from wherever the focus is."""
    for _ in range(200):
        target.page.keyboard.press("Tab")
        if target.evaluate("e => e === document.activeElement"):
            return
    expect(target).to_be_focused()


def events(file: bytes) -> list[Any]:
    """What a calendar reads in the file, nothing of it faulty."""
    calendar = Calendar.from_ical(file)
    found = [*calendar.walk("VEVENT")]
    assert not [error for part in (calendar, *found) for error in part.errors]
    return found


def entries(file: bytes, until: date) -> list[Entry]:
    """What a calendar would show, day by day."""
    return sorted(
        (entry for event in events(file) for entry in _repeated(event, until)),
        key=lambda entry: (f"{entry.begins}", entry.title),
    )


def _repeated(event: Any, until: date) -> Iterator[Entry]:
    start, title = event.start, str(event["SUMMARY"])
    timed = isinstance(start, datetime)
    first = start if isinstance(start, datetime) else datetime(start.year, start.month, start.day)  # noqa: DTZ001 (floating)
    assert first.tzinfo is None
    lasts: timedelta = event.end - start
    rule = event.get("RRULE")
    moments = rrulestr(rule.to_ical().decode(), dtstart=first) if rule else [first]
    for moment in takewhile(lambda m: m.date() < until, moments):
        yield Entry(moment, moment + lasts, title) if timed else Entry(moment.date(), None, title)
