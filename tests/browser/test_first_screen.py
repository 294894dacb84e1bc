"""A reader who comes tired sees what to do without scrolling, on every page that asks something."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.project import REPOSITORY

PHONE = {"width": 390, "height": 844}
PAGES = sorted(
    path.relative_to(REPOSITORY / "docs").with_suffix("").as_posix() + "/"
    for folder in ("self-assessments", "tools")
    for path in (REPOSITORY / "docs" / folder).glob("*.md")
    if path.stem != "index"
)
TALL = 0.75
"""Of the screen. A choice among many words cannot stand there whole; its question and first answers can."""
FIRST_ANSWERS = 9
LINES = 2


@pytest.mark.sample(6)
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.browser_context_args(viewport=PHONE, has_touch=True, is_mobile=True)
def test_the_first_question_stands_wholly_on_a_phones_first_screen(
    page: Page, site: Site, path: str
) -> None:
    page.goto(site.address + path)
    page.locator("[data-quiz]:defined").first.wait_for(state="attached")

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


@pytest.mark.sample(4)
@pytest.mark.parametrize("path", PAGES)
def test_the_page_says_once_what_becomes_of_the_answers(page: Page, site: Site, path: str) -> None:
    page.goto(site.address + path)
    page.locator("[data-quiz]:defined").first.wait_for(state="attached")

    above = page.evaluate(
        """() => {
          const range = document.createRange();
          range.setStart(document.querySelector("h1"), 0);
          range.setEndBefore(document.querySelector("[data-quiz] .quiz__item"));
          return range.toString();
        }"""
    )
    assert above.count("sent") == 1
    assert len(re.findall(r"\bminutes?\b|\bsteps;", above)) == 1


@pytest.mark.sample(4)
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.browser_context_args(viewport=PHONE, has_touch=True, is_mobile=True)
def test_time_privacy_and_help_fit_in_a_few_lines(page: Page, site: Site, path: str) -> None:
    page.goto(site.address + path)

    told = page.locator("article p", has_text="sent").first
    expect(told.get_by_role("link", name="help").first).to_be_visible()
    lines = told.evaluate("p => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)")
    assert round(lines) <= LINES
