"""One press does one thing, and Enter ends nothing that is not finished."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_lowest
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site
from tests.browser.test_comparison import FIVE, Values
from tests.browser.until import until
from tests.browser.widget import SETTLED, Widget

pytestmark = pytest.mark.settles
NAME = "who-runs-my-day"
TREE = "a-nasty-comment"
WAYS = ("double click", "two clicks", "two Enters", "Enter held down")


def press(button: Locator, way: str) -> None:
    """Twice, as a hurried or trembling hand does; the second falls on whatever is there by then."""
    keyboard, mouse = button.page.keyboard, button.page.mouse
    if "Enter" in way:
        button.focus()
        keyboard.down("Enter")
        if way == "two Enters":
            keyboard.up("Enter")
        for _ in range(1 if way == "two Enters" else 30):
            keyboard.down("Enter")
        keyboard.up("Enter")
        return
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    if way == "double click":
        mouse.dblclick(*at)
    else:
        mouse.click(*at)
        mouse.click(*at)


def button(widget: Widget, name: str) -> Locator:
    return widget.root.get_by_role("button", name=name, exact=True)


def shown(widget: Widget) -> list[int]:
    """The numbers of the questions that can be seen."""
    return [n for n, item in enumerate(widget.questions, 1) if widget.group(item).is_visible()]


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> Widget:
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    return widget


@pytest.fixture
def steps(widget: Widget) -> Widget:
    """One question at a time."""
    button(widget, "One question at a time").click()
    expect(button(widget, "Next")).to_be_visible()
    until(widget.page, SETTLED)
    return widget


def go_to(steps: Widget, number: int) -> None:
    """By script, which is not slowed."""
    for _ in range(number - 1):
        button(steps, "Next").evaluate("it => it.click()")
    until(steps.page, SETTLED)


@pytest.mark.parametrize("way", WAYS)
def test_next_pressed_twice_skips_no_question(steps: Widget, way: str) -> None:
    press(button(steps, "Next"), way)

    until(steps.page, SETTLED)
    assert shown(steps) == [2]
    assert steps.chosen() == {}


@pytest.mark.parametrize("way", WAYS)
def test_next_pressed_twice_on_the_last_but_one_shows_no_result(steps: Widget, way: str) -> None:
    last = len(steps.questions)
    go_to(steps, last - 1)

    press(button(steps, "Next"), way)

    until(steps.page, SETTLED)
    assert shown(steps) == [last]
    expect(steps.result).to_be_hidden()
    assert steps.heard() == []


@pytest.mark.parametrize("way", WAYS)
def test_back_pressed_twice_goes_back_once(steps: Widget, way: str) -> None:
    go_to(steps, 5)

    press(button(steps, "Back"), way)

    until(steps.page, SETTLED)
    assert shown(steps) == [4]


def test_whoever_moves_the_focus_is_not_kept_waiting(page: Page, steps: Widget) -> None:
    for number in range(2, 6):
        steps.radio(steps.questions[number - 2], "never").evaluate("it => it.focus()")
        while not button(steps, "Next").evaluate("it => it === document.activeElement"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert shown(steps) == [number]


@pytest.mark.parametrize("way", WAYS)
def test_two_presses_never_decide_two_pairs_of_values(page: Page, site: Site, way: str) -> None:
    values = Values(page, site)
    values.pick(*FIVE)
    press(values.go_on, way)
    until(page, SETTLED)
    expect(values.pair).to_contain_text("Choice 1,")

    press(values.words.first, way)

    until(page, SETTLED)
    expect(values.pair).to_contain_text("Choice 2,")


@pytest.mark.parametrize("way", ["double click", "two Enters"])
def test_back_pressed_twice_stays_in_the_tree(page: Page, site: Site, way: str) -> None:
    page.goto(site.address + "tools/")
    page.goto(site.address + KINDS["decision tree"])
    tree = page.locator("quiz-tree[data-live]")
    tree.get_by_role("radio", name="No", exact=True).first.check()
    tree.get_by_role("button", name="Next", exact=True).click()
    until(page, "() => location.hash")
    until(page, SETTLED)

    press(tree.get_by_role("button", name="Back", exact=True), way)

    until(page, SETTLED)
    expect(tree.get_by_role("group")).to_have_count(1)
    assert page.url.startswith(site.address + KINDS["decision tree"])
    expect(tree.get_by_role("radio", name="No", exact=True).first).to_be_checked()


@pytest.mark.sample(0)
def test_back_leads_through_a_tree_that_was_entered_in_its_middle(page: Page, site: Site) -> None:
    page.goto(site.address + "tools/")
    page.goto(site.address + KINDS["decision tree"])
    ids: list[str] = page.locator("quiz-tree [data-outcome]").evaluate_all(
        "all => all.map(({ id }) => id)"
    )
    page.goto(site.address + "tools/")
    page.goto(f"{site.address}{KINDS['decision tree']}#{ids[-1]}")
    tree = page.locator("quiz-tree[data-live]")
    back = tree.get_by_role("button", name="Back", exact=True)
    expect(back).to_be_visible()

    while back.is_visible():
        until(page, SETTLED)
        here = page.url
        back.click()
        until(page, "(here) => location.href !== here", here)
        until(page, SETTLED)

    assert page.url.startswith(site.address + KINDS["decision tree"])
    expect(tree.get_by_role("group")).to_have_count(1)


# Enter, and open questions


def test_enter_on_an_answer_moves_on_and_keeps_no_result(page: Page, widget: Widget) -> None:
    first, second, *_ = widget.questions
    widget.radio(first, "often").check()

    page.keyboard.press("Enter")

    expect(widget.group(second).get_by_role("radio").first).to_be_focused()
    expect(widget.result).to_be_hidden()
    kept = page.evaluate("JSON.parse(sessionStorage['guidebook /'])")
    assert not kept.get("results")
    assert not kept["quizzes"][NAME]["scored"]


def test_enter_on_a_question_without_an_answer_does_nothing(page: Page, widget: Widget) -> None:
    first = widget.group(widget.questions[0]).get_by_role("radio").first
    first.focus()

    page.keyboard.press("Enter")

    expect(first).to_be_focused()
    expect(widget.result).to_be_hidden()
    expect(widget.anyway).to_be_hidden()


def test_enter_on_the_last_answer_of_all_shows_the_result(page: Page, widget: Widget) -> None:
    before = page.url
    widget.set(all_lowest(widget.quiz))
    widget.radio(widget.questions[-1], "never").focus()

    page.keyboard.press("Enter")

    expect(widget.result).to_be_focused()
    assert page.url == before


def test_enter_at_the_last_step_leads_to_what_is_open(page: Page, steps: Widget) -> None:
    go_to(steps, len(steps.questions))
    steps.radio(steps.questions[-1], "never").check()

    page.keyboard.press("Enter")

    assert shown(steps) == [1]
    expect(steps.result).to_be_hidden()


@pytest.mark.parametrize("left", [1, 3])
def test_a_press_with_questions_open_says_how_many_and_leads_to_the_first(
    widget: Widget, left: int
) -> None:
    answers = dict(list(all_lowest(widget.quiz).items())[:-left])
    widget.set(answers)

    widget.see_result.click()

    first = widget.group(widget.questions[-left])
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    said = widget.root.locator(".quiz__still")
    expect(said).to_be_in_viewport()
    expect(said).to_contain_text(
        re.compile("^One question is" if left == 1 else "^3 questions are")
    )
    expect(first).to_have_accessible_description(re.compile(r"still open"))
    expect(widget.result).to_be_hidden()
    assert widget.heard() == []


@pytest.mark.parametrize("by", ["the same button again", "the button beside the words"])
def test_the_reader_may_see_the_result_without_what_is_open(widget: Widget, by: str) -> None:
    widget.radio(widget.questions[0], "often").check()
    widget.see_result.click()
    expect(widget.anyway).to_be_visible()

    (widget.see_result if by.startswith("the same") else widget.anyway).click()

    expect(widget.result).to_be_focused()
    expect(widget.anyway).to_be_hidden()
    assert len(widget.heard()) == 1


def test_after_another_answer_the_reader_is_told_anew(widget: Widget) -> None:
    widget.set(dict(list(all_lowest(widget.quiz).items())[:-3]))
    widget.see_result.click()
    widget.radio(widget.questions[-3], "never").check()
    expect(widget.anyway).to_be_hidden()

    widget.see_result.click()

    expect(widget.root.locator(".quiz__still")).to_contain_text("2 questions are still open")
    expect(widget.group(widget.questions[-2])).to_be_focused()
    assert widget.heard() == []


def test_one_question_at_a_time_the_open_one_is_the_one_that_is_shown(steps: Widget) -> None:
    steps.radio(steps.questions[0], "never").check()
    go_to(steps, len(steps.questions))

    steps.see_result.click()

    assert shown(steps) == [2]
    expect(steps.anyway).to_be_visible()
    until(steps.page, SETTLED)
    button(steps, "Next").click()
    expect(steps.anyway).to_be_hidden()


@pytest.mark.parametrize("kind", ["page of lines", "card of values", "plan of a week"])
def test_enter_on_a_choice_ends_no_tool(page: Page, site: Site, kind: str) -> None:
    page.goto(site.address + KINDS[kind])
    tool = page.locator(".tool[data-live]")
    tool.locator("input:is([type=radio], [type=checkbox])").first.check()

    page.keyboard.press("Enter")

    expect(tool.locator(".quiz__result")).to_be_hidden()
    plans = page.evaluate("Object.values(JSON.parse(sessionStorage.guidebook ?? '{}').plans ?? {})")
    assert not any(plan["text"] for plan in plans)
