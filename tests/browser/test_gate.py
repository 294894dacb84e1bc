"""The question about safety stands before the others, and leads to help without a score."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget

NAME = "how-heavy-are-the-nasty-comments"
NOW = "If someone is in danger now, call your local emergency number."


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> Widget:
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    return widget


def test_nothing_else_is_asked_before_the_gate_is_answered(widget: Widget) -> None:
    for item in widget.questions:
        expect(widget.group(item)).to_be_hidden()
    expect(widget.see_result).to_be_hidden()
    expect(away(widget)).to_be_hidden()


def test_no_opens_the_questions_and_offers_no_detour(widget: Widget) -> None:
    widget.gate("No").check()

    for item in widget.questions:
        expect(widget.group(item)).to_be_visible()
    expect(away(widget)).to_be_hidden()


@pytest.mark.sample(2)
@pytest.mark.parametrize("answer", ["Yes", "Not sure"])
def test_any_other_answer_leads_to_help_without_a_score(
    page: Page, widget: Widget, answer: str
) -> None:
    widget.gate(answer).check()

    expect(widget.group(widget.questions[0])).to_be_hidden()
    assert widget.heard() == []
    away(widget).get_by_role("link", name="Help", exact=False).click()
    page.wait_for_url("**/help/")


@pytest.mark.parametrize("answer", ["Yes", "Not sure"])
def test_enter_on_such_an_answer_scores_nothing(page: Page, widget: Widget, answer: str) -> None:
    widget.gate(answer).check()

    page.keyboard.press("Enter")

    expect(widget.result).to_be_hidden()
    assert widget.heard() == []


def test_the_way_to_help_is_announced(widget: Widget) -> None:
    widget.gate("Not sure").check()

    expect(widget.status.get_by_text(NOW)).to_be_visible()


def test_coming_to_feel_unsafe_after_the_result_takes_the_result_away(widget: Widget) -> None:
    widget.gate("No").check()
    widget.see()
    expect(widget.result).to_be_visible()

    widget.gate("Yes").check()

    expect(widget.result).to_be_hidden()
    expect(widget.group(widget.questions[0])).to_be_hidden()
    expect(away(widget)).to_be_visible()


@pytest.mark.parametrize("answer", ["Yes", "Not sure"])
def test_help_opens_right_there(widget: Widget, answer: str) -> None:
    widget.gate(answer).check()

    told = away(widget)
    expect(told).to_contain_text(NOW)
    expect(told.get_by_role("listitem")).to_contain_text(["Save it", "Tell one", "Report it"])
    expect(told).not_to_contain_text("this page")


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_whoever_wants_to_go_on_can(page: Page, widget: Widget, way: str) -> None:
    widget.gate("Yes").check()
    on = away(widget).get_by_role("button", name="Go on with the questions", exact=True)
    if way == "mouse":
        on.click()
    else:
        while not on.evaluate("(on) => on === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    expect(widget.group(widget.questions[0])).to_be_focused()
    expect(away(widget)).to_be_visible()
    expect(on).to_be_hidden()
    widget.set(dict.fromkeys((item.id for item in widget.questions), "never"))
    widget.see_result.click()
    expect(widget.result).to_be_visible()


def test_going_on_holds_until_another_answer_or_a_fresh_start(widget: Widget) -> None:
    first, on = widget.group(widget.questions[0]), "Go on with the questions"
    widget.gate("Yes").check()
    away(widget).get_by_role("button", name=on, exact=True).click()

    widget.gate("Not sure").check()
    expect(first).to_be_hidden()

    widget.gate("No").check()
    widget.set(dict.fromkeys((item.id for item in widget.questions), "never"))
    widget.see_result.click()
    widget.root.get_by_role("button", name="Start again", exact=True).click()
    widget.gate("Yes").check()
    expect(first).to_be_hidden()


def test_a_screen_reader_is_told_what_the_gate_asks_about(widget: Widget) -> None:
    gate = widget.root.get_by_role("group", name="Is any of this happening to you?", exact=True)
    expect(gate).to_have_accessible_description(re.compile("threatens.*stalking.*private details"))


def test_without_script_help_stands_below_the_gate(browser: Browser, site: Site) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(site.address + assessment(NAME))
        told = page.locator(".quiz__away")
        expect(told).to_contain_text("If your answer is Yes or Not sure, begin here:")
        expect(told).to_contain_text(NOW)
        expect(told.get_by_role("link", name="Help", exact=True)).to_be_visible()
        expect(told.get_by_role("button")).to_have_count(0)
        expect(page.get_by_text("A remark that belittled me").first).to_be_visible()


def away(widget: Widget) -> Locator:
    return widget.root.locator(".quiz__away")
