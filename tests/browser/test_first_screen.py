"""A reader who comes tired sees what to do without scrolling, on every page that asks something."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import OURS
from tests.browser.serve import Site
from tests.browser.shape import PHONE, WATCH_SHIFTS, shifts

TALL = 0.75
"""Of the screen. A choice among many words cannot stand there whole; its question and first answers can."""
FIRST_ANSWERS = 9
LINES = 2
ABOVE = """() => {
  const range = document.createRange();
  range.setStart(document.querySelector("h1"), 0);
  range.setEndBefore(document.querySelector("[data-quiz] .quiz__item"));
  return range.toString();
}"""


def the_first_question_stands_wholly_on_it(page: Page) -> None:
    first = page.locator("[data-quiz] .quiz__item").first
    assert page.evaluate("scrollY") == 0
    box = first.bounding_box()
    assert box
    if box["height"] < TALL * PHONE["height"]:
        expect(first).to_be_in_viewport(ratio=1)
        return
    expect(first.locator("legend")).to_be_in_viewport(ratio=1)
    for answer in first.locator("label").all()[:FIRST_ANSWERS]:
        expect(answer).to_be_in_viewport(ratio=1)


def the_page_says_once_what_becomes_of_the_answers(page: Page) -> None:
    above = page.evaluate(ABOVE)
    assert above.count("sent") == 1
    assert len(re.findall(r"\bminutes?\b|\bsteps;", above)) == 1


def time_privacy_and_help_fit_in_a_few_lines(page: Page) -> None:
    told = page.locator("article p", has_text="sent").first
    expect(told.get_by_role("link", name="help").first).to_be_visible()
    lines = told.evaluate("p => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)")
    assert round(lines) <= LINES


def nothing_has_moved(page: Page) -> None:
    assert shifts(page) == []


@pytest.mark.sample(3)
@pytest.mark.parametrize("path", OURS)
@pytest.mark.browser_context_args(viewport=PHONE, has_touch=True, is_mobile=True)
def test_a_phones_first_screen_shows_what_to_do_and_what_becomes_of_it(
    page: Page, site: Site, path: str
) -> None:
    page.add_init_script(WATCH_SHIFTS)
    page.goto(site.address + path, wait_until="networkidle")
    page.locator("[data-quiz]:defined").first.wait_for(state="attached")

    for look in (
        the_first_question_stands_wholly_on_it,
        the_page_says_once_what_becomes_of_the_answers,
        time_privacy_and_help_fit_in_a_few_lines,
        nothing_has_moved,
    ):
        look(page)
