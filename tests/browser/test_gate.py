"""The question about safety stands before the others, and leads to help without a score."""

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.quiz.compiled import ScalesQuiz
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget

NAME = "how-heavy-are-the-nasty-comments"
AWAY = "This page is a better place to start"


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

    expect(widget.status.get_by_text(AWAY)).to_be_visible()


def test_coming_to_feel_unsafe_after_the_result_takes_the_result_away(widget: Widget) -> None:
    widget.gate("No").check()
    widget.see()
    expect(widget.result).to_be_visible()

    widget.gate("Yes").check()

    expect(widget.result).to_be_hidden()
    expect(widget.group(widget.questions[0])).to_be_hidden()
    expect(away(widget)).to_be_visible()


def away(widget: Widget) -> Locator:
    return widget.root.get_by_text(AWAY)
