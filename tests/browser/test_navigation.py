"""Pages are swapped without a reload; a self-assessment works whichever way a reader comes to it."""

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget

NAME = "who-runs-my-day"


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> Widget:
    """Reached from a page without one."""
    page.goto(site.address + "self-assessments/")
    page.evaluate("window.stayed = true")
    page.get_by_role("article").get_by_role("link", name="Who runs my day?").click()
    page.wait_for_url("**/" + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    return widget


def test_a_widget_comes_alive_without_a_reload(page: Page, widget: Widget) -> None:
    assert page.evaluate("window.stayed")
    answers = mixed(widget.quiz)
    widget.answer(answers)

    widget.see()

    assert [d["scores"] for d in widget.heard()] == [outcome(widget.quiz, answers).detail]


def test_its_style_comes_along(page: Page, widget: Widget, site: Site) -> None:
    look = "label => { const { display, minHeight } = getComputedStyle(label); return [display, minHeight] }"
    swapped_in = widget.root.locator("label").first.evaluate(look)

    page.goto(site.address + assessment(NAME))

    assert widget.root.locator("label").first.evaluate(look) == swapped_in
    expect(widget.root.get_by_text("To use this sheet on paper")).to_be_hidden()


def test_back_and_forward_bring_the_answers_and_the_result_back(page: Page, widget: Widget) -> None:
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()

    page.go_back()
    expect(page.get_by_role("heading", name="Self-assessments", level=1)).to_be_visible()
    expect(widget.root).to_have_count(0)
    page.go_forward()

    widget.wait()
    expect(widget.result).to_be_visible()
    assert widget.chosen() == answers


def test_from_one_self_assessment_to_another(
    page: Page, widget: Widget, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.get_by_role("link", name="Am I oversharing?").first.click()

    other = Widget(page, quizzes["am-i-oversharing"])
    other.wait()
    expect(widget.root).to_have_count(0)
    other.see()
    expect(other.result).to_be_focused()
    assert page.evaluate("window.stayed")
    assert [detail["quiz"] for detail in other.heard()] == ["am-i-oversharing"]


@pytest.mark.parametrize("link", ["When to look again", "Go back to these questions"])
@pytest.mark.parametrize("way", ["by its address", "from another page"])
def test_a_link_within_the_page_keeps_the_answers(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], way: str, link: str
) -> None:
    page.goto(site.address + (assessment(NAME) if way == "by its address" else "self-assessments/"))
    if way == "from another page":
        page.get_by_role("article").get_by_role("link", name="Who runs my day?").click()
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()
    page.evaluate("window.stayed = true")
    widget.result.locator("summary").first.click()

    page.get_by_role("link", name=link, exact=True).first.click()
    page.wait_for_url("**#*")
    page.wait_for_load_state("networkidle")
    page.go_back()
    page.wait_for_load_state("networkidle")

    assert widget.chosen() == answers
    expect(widget.result).to_be_visible()
    assert page.evaluate("window.stayed")


def test_whoever_skips_to_the_content_keeps_the_page_and_the_place(page: Page, site: Site) -> None:
    page.goto(site.address + assessment(NAME), wait_until="networkidle")
    page.evaluate("document.querySelector('article').stayed = true")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")

    assert page.evaluate("document.querySelector('article').stayed")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_a_link_within_the_page_leads_to_its_place(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    widget.see()

    last = widget.scale(widget.quiz.scales[-1].id)
    last.locator("summary").click()
    last.get_by_role("link", name="Go back to these questions").click()

    first = next(item for item in widget.questions if widget.quiz.scales[-1].id in item.scales)
    expect(widget.group(first)).to_be_in_viewport()
