"""The calendar file of a plan holds what was chosen, no more, in a form that any calendar reads."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from unicodedata import category

import pytest
from playwright.sync_api import Page, expect

from tests.browser.schedule import DAYS, LINES, PAGE, WORKDAYS, Entry, Week, entries, events
from tests.browser.serve import Site
from tests.browser.serve_module import serve_module

Chosen = dict[str, tuple[str, int, tuple[str, ...], str]]
"""A time of the form → when, how many minutes, on which days, and as what the calendar shows it."""

PLAN: Chosen = {
    "My visit": ("08:15", 20, WORKDAYS, "Messages"),
    "A second visit": ("23:50", 30, WORKDAYS, "Messages"),
    "I make something before I scroll": ("02:30", 45, WORKDAYS, "Making time"),
    "One meal a day": ("18:30", 60, DAYS, "Phone away"),
    "The last half hour before bed": ("23:45", 30, DAYS, "Phone away"),
}
"""At 02:30 clocks jump, in some places and on one day of the year."""

SPRING_AND_AUTUMN = [
    ("Europe/Berlin", "2027-03-24T23:30:00+01:00"),
    ("Europe/Berlin", "2026-10-21T00:30:00+02:00"),
    ("America/New_York", "2027-03-10T23:30:00-05:00"),
    ("America/New_York", "2026-10-28T00:30:00-04:00"),
]
"""A reader's place, and a moment in the days before its clocks change."""


def chosen(page: Page, site: Site, plan: Chosen = PLAN) -> Week:
    """The plan, chosen and shown."""
    week = Week(page, site).open()
    for name, (start, minutes, _, _) in plan.items():
        week.set(name, start, minutes)
    week.tick("I ask someone to ask me")
    week.show.click()
    return week


def expected(plan: Chosen, first: date, until: date) -> Iterator[Entry]:
    """Day by day what a calendar should show."""
    for n in range((until - first).days):
        day = first + timedelta(n)
        for start, minutes, days, title in plan.values():
            if DAYS[day.weekday()] in days:
                begins = datetime.combine(day, time.fromisoformat(start))
                yield Entry(begins, begins + timedelta(minutes=minutes), title)
        if day.weekday() == 4:
            yield Entry(day, None, "Check-in")


@pytest.mark.parametrize(
    ("now", "browser_context_args"),
    [
        pytest.param(now, {"timezone_id": zone}, id=f"{zone} {now[:7]}")
        for zone, now in SPRING_AND_AUTUMN
    ],
    indirect=["browser_context_args"],
)
def test_each_time_comes_at_its_hour_until_the_review_or_all_year_also_when_clocks_change(
    page: Page, site: Site, now: str
) -> None:
    page.clock.set_fixed_time(now)
    first = datetime.fromisoformat(now).date()
    until = first + timedelta(366)

    week = chosen(page, site)
    review = Entry(first + timedelta(14), None, "Look at my plan")

    def by_moment(entry: Entry) -> tuple[str, str]:
        return f"{entry.begins}", entry.title

    ending = [*expected(PLAN, first, review.begins + timedelta(1)), review]
    assert entries(week.file(), until) == sorted(ending, key=by_moment)
    week.root.get_by_label("I look at this plan again on").fill("")
    assert entries(week.file(), until) == sorted(expected(PLAN, first, until), key=by_moment)


@pytest.fixture
def browser_context_args(
    browser_context_args: dict[str, Any], request: pytest.FixtureRequest
) -> dict[str, Any]:
    return browser_context_args | getattr(request, "param", {})


@pytest.fixture
def week(page: Page, site: Site) -> Week:
    page.clock.set_fixed_time("2026-11-23T12:00:00Z")
    return chosen(page, site)


def test_times_float_and_belong_to_no_place(week: Week) -> None:
    lines = week.file().decode().split("\r\n")

    moments = [line for line in lines if line.startswith(("DTSTART", "DTEND"))]
    assert moments
    assert not [line for line in moments if "TZID" in line or line.endswith("Z")]
    stamps = [line for line in lines if line.startswith("DTSTAMP")]
    assert {*stamps} == {"DTSTAMP:20261123T120000Z"}


def test_the_file_says_what_it_is_and_nothing_of_the_site(
    page: Page, site: Site, week: Week
) -> None:
    with page.expect_download() as download:
        week.save.click()

    assert download.value.suggested_filename == "plan-my-week.ics"
    text = download.value.path().read_bytes().decode()
    begin, version, product, scale, *_ = text.split("\r\n")
    assert (begin, version, scale) == ("BEGIN:VCALENDAR", "VERSION:2.0", "CALSCALE:GREGORIAN")
    assert product.startswith("PRODID:")
    assert "Guidebook" not in product
    assert site.address.split("/")[2] not in text
    assert text.endswith("END:VCALENDAR\r\n")


def test_nothing_rings_unless_asked_for(week: Week) -> None:
    assert b"VALARM" not in week.file()

    week.alarm.check()

    for event in events(week.file()):
        alarms = event.walk("VALARM")
        assert len(alarms) == ("RRULE" in event and isinstance(event.start, datetime))
        assert {alarm["TRIGGER"].dt for alarm in alarms} <= {timedelta(0)}


@pytest.mark.sample(0)
def test_titles_can_all_be_the_same_and_then_nothing_else_is_told(week: Week) -> None:
    week.root.get_by_label("Their name").fill("Ana")
    assert b"Ana" in week.file()

    week.discreet.check()

    file = week.file()
    assert {str(event["SUMMARY"]) for event in events(file)} == {"Focus time"}
    assert not [event for event in events(file) if "DESCRIPTION" in event]
    assert b"Ana" not in file


def test_a_title_never_holds_what_the_reader_wrote(week: Week) -> None:
    week.set("A time of my own", "15:00", 60)
    week.root.get_by_label("What it is for").fill("Choir")
    week.root.get_by_label("Their name").fill("Ana")

    titles = {str(event["SUMMARY"]) for event in events(week.file())}

    assert titles == {"Messages", "Making time", "Phone away", "Check-in", "Look at my plan"}


def test_every_entry_has_a_name_of_its_own_which_it_keeps(page: Page, week: Week) -> None:
    names = [str(event["UID"]) for event in events(week.file())]
    assert len({*names}) == len(names) == len(PLAN) + 2

    page.clock.set_fixed_time("2026-11-25T12:00:00Z")
    week.alarm.check()
    week.discreet.check()

    assert [str(event["UID"]) for event in events(week.file())] == names


def test_after_a_change_a_calendar_finds_the_old_entry_and_knows_which_is_newer(
    page: Page, week: Week
) -> None:
    before = {str(event["UID"]): event for event in events(week.file())}

    page.clock.set_fixed_time("2026-11-23T12:00:05Z")
    week.set("My visit", "08:20", 30)
    week.root.get_by_label("Wednesday", exact=True).uncheck()

    after = {str(event["UID"]): event for event in events(week.file())}
    assert after.keys() == before.keys()
    assert all(0 < before[name]["SEQUENCE"] < after[name]["SEQUENCE"] < 2**31 for name in after)
    (visit,) = (event for name, event in after.items() if name.startswith("visit@"))
    assert visit.start.time() == time(8, 20)
    assert week.root.get_by_text("put the new times in the place of the old ones").is_visible()


def test_two_plans_of_a_site_leave_each_other_alone(week: Week) -> None:
    one = {str(event["UID"]) for event in events(week.file())}

    week.root.evaluate("plan => { plan.dataset.quiz = 'plan-my-evenings'; }")

    other = {str(event["UID"]) for event in events(week.file())}
    assert len(one) == len(other)
    assert not one & other


@pytest.mark.parametrize("year", ["12026", "99999", "275760"])
@pytest.mark.sample(0)
def test_a_year_of_five_digits_makes_no_date_and_spoils_no_file(week: Week, year: str) -> None:
    week.root.locator("[name=review]").evaluate(
        """(field, year) => {
          field.value = `${year}-01-02`;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        year,
    )

    assert len(events(week.file())) == len(PLAN) + 1
    assert "Invalid" not in week.result.inner_text()
    expect(week.result.get_by_text("I look at this plan again")).to_be_hidden()


def test_each_entry_tells_its_line_of_the_plan(week: Week) -> None:
    lines = week.lines.all_inner_texts()

    told = [str(event["DESCRIPTION"]) for event in events(week.file())]

    assert {*told} < {*lines}


@pytest.mark.sample(0)
def test_the_address_of_a_file_is_given_back(page: Page, site: Site) -> None:
    page.clock.install(time="2026-11-23T12:00:00Z")
    page.add_init_script(
        """window.given = []; const revoke = URL.revokeObjectURL;
        URL.revokeObjectURL = (url) => { window.given.push(url); revoke.call(URL, url); };"""
    )
    week = chosen(page, site)
    week.file()
    used = week.root.locator("a[download]").get_attribute("href")

    page.clock.run_for(60_000)

    assert page.evaluate("window.given") == [used]


PIECES = [
    *"a;,\\\":'\t ",
    "\n",
    "\r\n",
    "\r",
    "🦔",
    "é",
    "e\u0301",
    "語",
    "ß" * 40,
    "👩‍👩‍👧‍👦",
    "\u2028",
    "\x00",
    "\x07",
    "\x1b",
    "\x7f",
    "\x85",
    "END:VEVENT",
    "\\n",
    "long" * 30,
    "BEGIN:VALARM\r\n",
    "שלום",
]
"""What texts are put together from, to be hard on a file."""


def texts(number: int) -> list[str]:
    """The same ones at each run; among them one that ends at each octet of a line."""
    draw = random.Random(2026)  # noqa: S311 (no secret)
    mixed = ["".join(draw.choices(PIECES, k=draw.randint(1, 30))) for _ in range(number)]
    return [*mixed, *("x" * n + "🦔語é;" for n in range(2 * LINES))]


def as_read(text: str) -> str:
    """What a calendar shows of a text: every break of a line is one, and controls are left out."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in broken if c in "\t\n" or category(c) != "Cc")


def test_whatever_is_written_arrives_whole_and_every_line_is_short(page: Page, site: Site) -> None:
    page.goto(site.address + PAGE)
    written = texts(300)
    event = {"from": "2026-11-23", "start": "12:30", "minutes": 20, "days": ["MO"], "until": ""}
    asked = [{**event, "uid": f"{n}", "title": t, "note": t[::-1]} for n, t in enumerate(written)]

    made: str = page.evaluate(
        """async ([address, events]) => {
          const { calendar } = await import(address);
          return calendar(events, new Date("2026-11-23T12:00:00Z"), true);
        }""",
        [serve_module(page, site, "engine/kinds/schedule/calendar.mjs"), asked],
    )

    file = made.encode()
    lines = file.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in lines if b"\r" in line or b"\n" in line]
    assert max(map(len, lines)) == LINES
    for line in lines:
        line.decode()  # no character is cut in two
    found = events(file)
    assert [str(e["SUMMARY"]) for e in found] == [as_read(text) for text in written]
    assert [str(e["DESCRIPTION"]) for e in found] == [as_read(text[::-1]) for text in written]
    assert [len(e.walk("VALARM")) for e in found] == [1] * len(written)
