"""What is chosen, how full a bar is and where the focus is can be seen, also in forced colours."""

from typing import Literal

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.answers import all_highest, all_lowest
from tests.browser.serve import Site

NAME = "who-runs-my-day"

each_palette = pytest.mark.parametrize("forced", ["none", "active"])
Forced = Literal["none", "active"]


@each_palette
def test_a_chosen_answer_looks_chosen(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], forced: Forced
) -> None:
    page.emulate_media(forced_colors=forced)
    widget = scenes.opened(page, site.address, quizzes[NAME])
    item = widget.questions[0]
    radio = widget.radio(item, "often")
    widget.radio(item, "never").check()  # so that the look of the focus is elsewhere, both times
    before = radio.screenshot()
    radio.check()
    widget.radio(widget.questions[1], "never").check()

    assert radio.screenshot() != before


@each_palette
def test_a_full_bar_looks_unlike_an_empty_one(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], forced: Forced
) -> None:
    page.emulate_media(forced_colors=forced)
    widget = scenes.opened(page, site.address, quizzes[NAME])
    widget.set(all_lowest(widget.quiz))
    widget.see()
    bar = widget.result.locator(".quiz__bar").first
    empty = bar.screenshot()

    widget.set(all_highest(widget.quiz))

    assert bar.screenshot() != empty
    assert len({*colours(bar.locator("rect")), background(widget.root)}) == 2 + (forced == "none")


@each_palette
def test_a_line_through_results_stands_out(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], forced: Forced
) -> None:
    page.emulate_media(forced_colors=forced)
    mine = scenes.my_results(page, site.address, quizzes)
    line, frame = mine.locator(".results__trend polyline").first, mine.locator("path").first

    assert len({*colours(line, "stroke"), *colours(frame, "stroke"), background(mine)}) == 3


@each_palette
@pytest.mark.parametrize("what", ["label", "summary", ".quiz__link", ".quiz__button"])
def test_the_focus_can_be_seen(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], what: str, forced: Forced
) -> None:
    page.emulate_media(forced_colors=forced)
    widget = scenes.opened(page, site.address, quizzes[NAME])
    element = widget.root.locator(what).locator("visible=true").first
    before = around(element)
    pressed = element.locator("input") if what == "label" else element

    pressed.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")

    expect(widget.root.locator(":focus")).to_have_count(1)
    ringed = element.evaluate("it => getComputedStyle(it).outlineStyle")  # of an answer, its card
    assert ringed in {"solid", "auto"}
    assert around(element) != before


@pytest.mark.parametrize("button", ["See my result", "One question at a time"])
def test_in_forced_colours_a_button_has_an_edge_or_a_line(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], button: str
) -> None:
    page.emulate_media(forced_colors="active")
    widget = scenes.opened(page, site.address, quizzes[NAME])

    look = "it => [getComputedStyle(it).borderTopStyle, getComputedStyle(it).textDecorationLine]"
    assert widget.root.get_by_role("button", name=button).evaluate(look) != ["none", "none"]


def colours(parts: Locator, what: str = "fill") -> list[str]:
    return [part.evaluate(f"it => getComputedStyle(it).{what}") for part in parts.all()]


def background(part: Locator) -> str:
    """Of the page that it stands on."""
    colour: str = part.evaluate("() => getComputedStyle(document.body).backgroundColor")
    return colour


def around(element: Locator) -> bytes:
    """A picture of an element with its edge."""
    element.evaluate("it => it.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = element.bounding_box()
    assert box
    edge = 8
    clip = FloatRect(
        x=box["x"] - edge,
        y=box["y"] - edge,
        width=box["width"] + 2 * edge,
        height=box["height"] + 2 * edge,
    )
    return element.page.screenshot(clip=clip)
