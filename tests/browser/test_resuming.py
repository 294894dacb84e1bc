"""Answers outlive a reload, and belong to their tab."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.small import page as written_page
from tests.browser.small import quiz_block, quiz_of, small_site
from tests.browser.widget import Widget

NAME = "who-runs-my-day"
GATED = "how-heavy-are-the-nasty-comments"


def opened(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> Widget:
    return opened(page, site, quizzes[NAME])


def test_a_reload_keeps_every_answer_and_shows_no_result_that_was_not_asked_for(
    page: Page, widget: Widget
) -> None:
    answers = mixed(widget.quiz)
    widget.answer(answers)

    page.reload()
    widget.wait()

    assert widget.chosen() == answers
    expect(widget.result).to_be_hidden()
    assert widget.heard() == []


def test_a_reload_keeps_the_result(page: Page, widget: Widget) -> None:
    answers = mixed(widget.quiz)
    widget.answer(answers)
    widget.see()

    page.reload()
    widget.wait()

    expect(widget.result).to_be_visible()
    assert [detail["scores"] for detail in widget.heard()] == [outcome(widget.quiz, answers).detail]


def test_a_result_that_comes_back_takes_the_reader_nowhere(
    page: Page, site: Site, widget: Widget
) -> None:
    widget.see()
    page.goto(site.address + "help/")

    page.goto(site.address + assessment(NAME))
    widget.wait()

    expect(widget.result).to_be_attached()
    expect(widget.result).not_to_be_focused()
    assert page.evaluate("scrollY") == 0


def test_start_again_forgets_the_answers_for_good(page: Page, widget: Widget) -> None:
    widget.answer(mixed(widget.quiz))
    widget.see()
    widget.start_again.click()

    page.reload()
    widget.wait()

    assert widget.chosen() == {}
    expect(widget.result).to_be_hidden()


def test_what_the_gate_was_told_is_kept_nowhere(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes[GATED])
    widget.gate("No").check()
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()

    page.reload()
    widget.wait()

    expect(widget.result).to_be_hidden()
    assert widget.chosen() == answers
    assert "gate" not in page.evaluate("JSON.stringify(sessionStorage)")
    widget.gate("No").check()
    expect(widget.result).to_be_visible()


def test_another_tab_begins_afresh(context: BrowserContext, site: Site, widget: Widget) -> None:
    widget.answer(mixed(widget.quiz))

    other = opened(context.new_page(), site, widget.quiz)

    assert other.chosen() == {}


GATE_ITEM = """\
kind: scales
title: A try
period: the last week
reviewed: 2026-11-22
responses:
  - {id: never, label: Never, points: 0}
  - {id: often, label: Often, points: 1}
scales:
  a:
    title: Part A
    min_answered: 1
    bands:
      - {from: 0, id: low, title: Low, text: Little of it.}
      - {from: 1, id: high, title: High, text: More of it.}
blocks:
  - title: Lately
    items:
      - {id: gate, stem: I kept the gate shut., scale: a}
      - {id: choices, stem: I had choices., scale: a}
      - {id: of, stem: I was one of many., scale: a}
"""
"""Its items have names that mean something to other widgets."""


@pytest.mark.sample(0)
def test_an_item_may_have_the_name_of_the_gate_where_there_is_none(
    page: Page, tmp_path: Path
) -> None:
    files = {
        "quizzes/a-try.yml": GATE_ITEM,
        "docs/try.md": written_page("# A try", quiz_block("a-try")),
    }
    with small_site(tmp_path, files) as small:
        quiz = quiz_of(small, "a-try")
        page.goto(small.address + "try/")
        widget = Widget(page, quiz)
        widget.wait()
        answers = {item.id: "often" for item in widget.questions}
        widget.answer(answers)
        widget.see()

        page.reload()
        widget.wait()

        assert widget.chosen() == answers
        expect(widget.result).to_be_visible()
        widget.start_again.click()
        page.reload()
        widget.wait()
        assert widget.chosen() == {}
