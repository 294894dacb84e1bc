"""What a reader needs stays in reach: the way out beside an open search, what has the focus, what a press brings."""

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.publishing import headers
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site, serving
from tests.browser.shape import DESK, ENLARGED, NARROWEST, PHONE, Window, resize
from tests.browser.until import until
from tests.browser.widget import SETTLED, Widget

GATED = "how-heavy-are-the-nasty-comments"
PLAIN = "who-runs-my-day"
ON_TOP = """(element) => {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}"""
"""Whether it is what lies under a finger that presses it."""
MEET = """() => {
  const [one, two] = [".exit__link", ".md-search__form"].map((part) => document.querySelector(part));
  const field = two.querySelector("input").getBoundingClientRect(), exit = one.getBoundingClientRect();
  return field.right > exit.left && exit.right > field.left;
}"""


@pytest.mark.parametrize(
    "window", [NARROWEST, PHONE, ENLARGED, Window(width=970, height=800), DESK]
)
def test_while_the_search_is_open_the_way_out_stands_beside_its_field(
    page: Page, site: Site, window: Window
) -> None:
    resize(page, window)
    page.goto(site.address + "help/")
    page.locator("html[data-keyboard]").wait_for()
    page.keyboard.press("/")
    page.keyboard.type("stalk")
    expect(page.get_by_text("matching documents")).to_be_visible()
    page.evaluate(
        "document.querySelector('.exit__link').href = '/about/privacy/'"
    )  # none leaves here
    way = page.get_by_role("link", name="Exit this page", exact=True)
    until(page, f"() => !({MEET})()")  # the field grows for a moment
    assert way.evaluate(ON_TOP)
    assert page.get_by_role("button", name="Clear", exact=True).evaluate(ON_TOP)

    way.click()

    page.wait_for_url("**/about/privacy/")


def test_back_to_top_lies_over_nothing_that_has_the_focus_and_is_no_stop_when_it_has_gone(
    page: Page, site: Site
) -> None:
    resize(page, DESK)
    page.goto(site.address + assessment(PLAIN))
    page.mouse.wheel(0, 3000)
    until(page, "() => scrollY > 1000")
    page.mouse.wheel(0, -300)
    top = page.get_by_role("button", name="Back to top")
    expect(top).to_be_visible()

    page.locator(".quiz__item label").nth(40).click()
    expect(top).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(top).to_be_hidden()
    page.evaluate("document.activeElement.blur()")
    page.mouse.wheel(0, 300)
    expect(top).to_be_hidden()


def test_every_part_of_a_time_field_shows_where_the_focus_is(page: Page, site: Site) -> None:
    page.goto(site.address + KINDS["plan of a week"])
    field = page.locator("quiz-schedule[data-live] input[type=time]").first
    field.focus()
    parts = 0
    while field.evaluate("(field) => field === document.activeElement"):
        assert field.evaluate("(field) => getComputedStyle(field).outlineStyle") == "solid"
        page.keyboard.press("Tab")
        parts += 1
    assert parts > 2


@pytest.mark.settles
def test_what_the_gate_opens_comes_into_sight_below_the_answer(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    resize(page, PHONE)
    page.goto(site.address + assessment(GATED))
    widget = Widget(page, quizzes[GATED])
    widget.wait()

    widget.gate("Yes").check()

    told = widget.root.locator(".quiz__away:visible")
    expect(told.get_by_role("link", name="Help", exact=True)).to_be_in_viewport()
    expect(told.get_by_role("button")).to_be_in_viewport()
    expect(widget.gate("Yes")).to_be_in_viewport()
    until(page, SETTLED)  # no second press reaches what has come under the finger
    assert widget.gate("Yes").evaluate(ON_TOP)
    assert page.evaluate("sessionStorage['guidebook /']") is None


def test_one_question_at_a_time_is_there_before_it_is_asked_for(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    with serving(site.folder) as host:
        host.rules.update(headers.read((site.folder / headers.FILE).read_text(encoding="utf-8")))
        page.goto(host.address + assessment(PLAIN), wait_until="networkidle")
        page.context.set_offline(True)
        widget = Widget(page, quizzes[PLAIN])

        widget.root.get_by_role("button", name="One question at a time", exact=True).click()

        expect(widget.root.get_by_role("group")).to_have_count(1)
        page.context.set_offline(False)
