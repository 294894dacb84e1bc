"""A device whose clock is wrong: results, plans and calendars still work, and nothing is lost."""

from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_highest, all_lowest, mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.watch import Watch
from tests.browser.widget import Widget

NAME = "who-runs-my-day"
WRONG = {"as it left the factory": "1970-01-01", "far ahead": "2099-12-31"}
each_clock = pytest.mark.parametrize("day", WRONG.values(), ids=WRONG.keys())


def result(page: Page, site: Site, quiz: ScalesQuiz, answers: dict[str, str]) -> Widget:
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quiz)
    widget.wait()
    widget.set(answers)
    if not widget.result.is_visible():
        widget.see()
    return widget


def remember(page: Page, watch: Watch) -> None:
    """On the device, for what lies in a tab is dropped as soon as it seems to be old."""
    watch.expect("localStorage guidebook /")
    page.get_by_label("Remember on this device").check()


def said(day: str) -> str:
    """A day as a page writes it."""
    date = datetime.fromisoformat(day)
    return f"{date:%B} {date.day}, {date.year}"


@each_clock
def test_a_result_comes_and_bears_the_day_of_the_device(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], day: str
) -> None:
    page.clock.set_fixed_time(f"{day}T12:00")
    answers = dict(mixed(quizzes[NAME]))

    widget = result(page, site, quizzes[NAME], answers)

    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    page.goto(site.address + "my-results/")
    expect(page.get_by_text(f"Your answers on {said(day)}")).to_be_visible()


@each_clock
def test_a_result_of_the_right_day_stands_beside_it(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], watch: Watch, day: str
) -> None:
    right = "2026-11-23"
    page.clock.set_fixed_time(f"{right}T12:00")
    result(page, site, quizzes[NAME], dict(all_lowest(quizzes[NAME])))
    remember(page, watch)
    page.clock.set_fixed_time(f"{day}T12:00")
    result(page, site, quizzes[NAME], dict(all_highest(quizzes[NAME])))

    page.goto(site.address + "my-results/")

    page.get_by_text("All results, with numbers").click()
    for each in (right, day):
        expect(page.get_by_role("cell", name=said(each)).first).to_be_visible()
    expect(page.locator("my-results svg:visible").first).to_be_visible()


@each_clock
def test_answers_that_come_back_say_when_they_were_given(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], watch: Watch, day: str
) -> None:
    page.clock.set_fixed_time(f"{day}T12:00")
    answers = dict(mixed(quizzes[NAME]))
    result(page, site, quizzes[NAME], answers)
    remember(page, watch)
    page.clock.set_fixed_time("2026-11-23T12:00")

    page.reload()

    widget = Widget(page, quizzes[NAME])
    widget.wait()
    assert widget.chosen() == answers
    expect(widget.root.get_by_text(f"You gave these answers on {said(day)}.")).to_be_visible()


@each_clock
def test_a_plan_is_made_and_its_calendar_begins_on_the_day_of_the_device(
    page: Page, site: Site, day: str
) -> None:
    page.clock.set_fixed_time(f"{day}T12:00")
    page.goto(site.address + "tools/plan-my-week/")
    expect(page.locator("quiz-schedule:defined")).to_be_visible()
    page.get_by_role("button", name="Show my plan").click()

    with page.expect_download() as download:
        page.get_by_role("button", name="Download the calendar file").click()

    lines = download.value.path().read_text(encoding="utf-8").splitlines()
    starts = [line.partition(":")[2][:8] for line in lines if line.startswith("DTSTART")]
    assert starts
    assert all(start >= day.replace("-", "") for start in starts)
