"""A reader who has the browser translate the page gets the same result, in other words."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.answers import Answers, near_lines
from tests.browser.expected import outcome
from tests.browser.pages import SELF_ASSESSMENTS
from tests.browser.serve import Site
from tests.browser.widget import Widget, words

TRANSLATOR = (Path(__file__).parent / "translator.mjs").read_text(encoding="utf-8")
NAME = "who-runs-my-day"
WHEN = ["before the first answer", "half way", "before the result", "at the result"]


def translate(page: Page) -> None:
    page.evaluate(f"() => {{{TRANSLATOR}}}")


def translated(page: Page, text: str) -> str:
    """The words of the translation."""
    other: str = page.evaluate("window.words", text)
    return other


@pytest.mark.sample(2)
@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_the_result_is_the_one_the_reference_gives(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str, when: str
) -> None:
    widget = scenes.questions(page, site.address, quizzes[name])
    answers = near_lines(widget.quiz)
    half = len(answers) // 2
    pairs = list(answers.items())

    for moment, part in zip(WHEN, ([], pairs[:half], pairs[half:], None), strict=True):
        if part is None:
            see_result(widget)
        else:
            widget.set(dict(part))
        if moment == when:
            translate(page)

    assert_agrees(widget, answers)


def test_one_question_at_a_time(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> None:
    widget = scenes.questions(page, site.address, quizzes[NAME])
    answers = near_lines(widget.quiz)
    translate(page)
    widget.root.locator("[data-view=steps]").click()
    expect(widget.root).to_have_attribute("data-steps", "")
    shown = widget.root.locator(".quiz__questions .quiz__item").locator("visible=true")
    for number, item in enumerate(widget.questions, 1):
        expect(shown.locator("input").first).to_have_attribute("name", item.id)
        expect(widget.root.locator(".quiz__progress")).to_contain_text(f" {number} ")
        shown.locator(f"[value={answers[item.id]}]").check()
        if item is not widget.questions[-1]:
            widget.root.locator("[data-next]").click()

    see_result(widget)

    assert_agrees(widget, answers)


def test_answers_and_the_result_outlast_a_reload(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = scenes.questions(page, site.address, quizzes[NAME])
    translate(page)
    answers = near_lines(widget.quiz)
    widget.set(answers)
    see_result(widget)

    page.reload()
    widget.wait()

    assert widget.chosen() == answers
    assert_agrees(widget, answers)


def test_what_is_copied_is_what_was_read(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    widget = scenes.result(page, site.address, quizzes[NAME])
    translate(page)

    widget.root.locator("[data-copy]").click()

    expect(widget.root.locator("[data-copied=yes]")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    readings = outcome(widget.quiz, near_lines(widget.quiz)).readings
    for scale in reversed(widget.quiz.scales):
        text, _, passage = text.rpartition(translated(page, words(scale.title)))
        titles = {band.id: translated(page, words(band.title)) for band in scale.bands}
        shown = [band for band, title in titles.items() if f"\n{title}\n" in passage]
        assert shown == list(readings[scale.id].shown)


def test_my_results_show_the_same_readings(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    mine = scenes.my_results(page, site.address, quizzes)
    before = mine.locator("section").all_inner_texts()

    translate(page)
    page.evaluate("dispatchEvent(new Event('storage'))")  # another tab has kept something

    expect(mine.locator("section .translated").first).to_be_visible()
    assert [len(text.split()) for text in mine.locator("section").all_inner_texts()] == [
        len(text.split()) for text in before
    ]
    mine.locator("[data-delete]").click()
    expect(mine.locator("section")).to_have_count(0)


def see_result(widget: Widget) -> None:
    widget.root.locator("[data-see]").click()


def assert_agrees(widget: Widget, answers: Answers) -> None:
    wanted = outcome(widget.quiz, answers)
    assert widget.heard()[-1]["scores"] == wanted.detail
    for scale in widget.quiz.scales:
        readings = widget.scale(scale.id).locator(".quiz__band:not([hidden])")
        shown = [reading.get_attribute("data-reading") for reading in readings.all()]
        assert shown == list(wanted.readings[scale.id].shown)
