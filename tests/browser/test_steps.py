"""One question at a time, for whoever likes that better: by mouse and by keyboard, with nothing lost."""

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget

NAME = "who-runs-my-day"


def opened(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    widget.open()
    return widget


def button(widget: Widget, name: str) -> Locator:
    return widget.root.get_by_role("button", name=name, exact=True)


def alone(widget: Widget) -> None:
    """Wait until the other questions have gone: what hides them comes when it is asked for."""
    expect(widget.root.get_by_role("group")).to_have_count(1 + bool(widget.quiz.gate))


def shown(widget: Widget) -> list[str]:
    return [item.id for item in widget.questions if widget.group(item).is_visible()]


def progress(widget: Widget) -> Locator:
    return widget.root.locator("p[role=status]").filter(has_text="Question ")


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> Widget:
    """One question at a time, at the first."""
    widget = opened(page, site, quizzes[NAME])
    button(widget, "One question at a time").click()
    alone(widget)
    return widget


@pytest.fixture
def first(widget: Widget) -> Item:
    return widget.questions[0]


def test_all_stand_on_one_page_unless_the_reader_chooses(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes[NAME])

    assert len(shown(widget)) == len(widget.questions)
    expect(button(widget, "Next")).to_be_hidden()
    expect(button(widget, "All on one page")).to_be_hidden()


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_by_keyboard_alone_every_question_comes_by_and_the_result_is_the_same(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    answers = mixed(widget.quiz)
    button(widget, "One question at a time").focus()
    page.keyboard.press("Enter")
    alone(widget)

    for n, item in enumerate(widget.questions, 1):
        assert shown(widget) == [item.id]
        expect(widget.group(item)).to_be_focused()
        expect(progress(widget)).to_have_text(f"Question {n} of {len(widget.questions)}")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range([*(a.id for a in item.answers), "skip"].index(answers[item.id])):
            page.keyboard.press("ArrowRight")
        assert shown(widget) == [item.id]  # an arrow key commits to nothing
        page.keyboard.press("Enter")

    expect(widget.result).to_be_focused()
    assert [d["scores"] for d in widget.heard()] == [outcome(widget.quiz, answers).detail]


def test_next_skips_a_question_and_back_returns_to_it(widget: Widget, first: Item) -> None:
    button(widget, "Next").click()
    expect(widget.group(widget.questions[1])).to_be_focused()

    button(widget, "Back").click()

    assert shown(widget) == [first.id]
    expect(widget.group(first)).to_be_focused()
    expect(button(widget, "Back")).to_be_hidden()


def test_an_answer_can_be_changed_on_the_way_back(widget: Widget, first: Item) -> None:
    widget.radio(first, "often").check()
    button(widget, "Next").click()
    button(widget, "Back").click()

    widget.radio(first, "never").check()

    assert widget.chosen() == {first.id: "never"}


def test_the_result_is_offered_at_the_last_question_alone(widget: Widget) -> None:
    for _ in widget.questions[1:]:
        expect(widget.see_result).to_be_hidden()
        button(widget, "Next").click()

    expect(widget.see_result).to_be_visible()
    expect(button(widget, "Next")).to_be_hidden()


def test_the_choice_and_the_place_last_as_long_as_the_tab(page: Page, widget: Widget) -> None:
    for item in widget.questions[:3]:
        widget.radio(item, "rarely").check()
        button(widget, "Next").click()

    page.reload()
    widget.wait()

    assert shown(widget) == [widget.questions[3].id]


def test_the_choice_holds_for_the_next_self_assessment(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], widget: Widget
) -> None:
    other = opened(page, site, quizzes["am-i-oversharing"])

    assert len(shown(other)) == 1
    assert widget.quiz.name != other.quiz.name


def test_all_on_one_page_brings_every_question_back_with_its_answer(
    widget: Widget, first: Item
) -> None:
    widget.radio(first, "often").check()
    button(widget, "Next").click()

    button(widget, "All on one page").click()

    assert len(shown(widget)) == len(widget.questions)
    assert widget.chosen() == {first.id: "often"}
    expect(widget.see_result).to_be_visible()


def test_every_part_of_a_result_leads_back_to_its_own_question(widget: Widget) -> None:
    for _ in widget.questions[1:]:
        button(widget, "Next").click()
    widget.see()

    for scale in [*widget.quiz.scales, *widget.quiz.scales]:  # twice: the address stays the same
        part = widget.scale(scale.id)
        if part.locator("details:not([open])").count():
            part.locator("summary").click()
        part.get_by_role("link", name="Go back to these questions").click()
        wanted = next(item for item in widget.questions if scale.id in item.scales)
        assert shown(widget) == [wanted.id]
        expect(widget.group(wanted)).to_be_in_viewport()
        button(widget, "Next").click()


def test_start_again_begins_at_the_first_question(widget: Widget, first: Item) -> None:
    for _ in widget.questions[1:]:
        button(widget, "Next").click()
    widget.see()

    widget.start_again.click()

    expect(widget.radio(first, first.answers[0].id)).to_be_focused()
    assert shown(widget) == [first.id]
    expect(widget.result).to_be_hidden()


def test_a_sheet_printed_half_way_is_whole(page: Page, widget: Widget) -> None:
    button(widget, "Next").click()

    page.emulate_media(media="print")

    assert len(shown(widget)) == len(widget.questions)
    expect(button(widget, "Next")).to_be_hidden()
