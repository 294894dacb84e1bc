"""The styles of widgets: a chapter does not wait for those of its self-assessment, and their place changes no look."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.until import until

LOOKS = """() => [...document.querySelectorAll("body :not(link, noscript)")].flatMap((element) =>
  ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(element, part);
    const isDrawn = !part || style.content !== "none";
    const looks = [...style].filter((name) => isDrawn && !name.startsWith("--"));
    const said = looks.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return [element.tagName, element.className, part, said].join("; ");
  }))"""
TO_HEAD = """async () => {
  const sheet = document.querySelector('quiz-scales').parentElement.querySelector('link[href*="widgets/quiz."]');
  const loaded = new Promise((done) => (sheet.onload = done));
  document.querySelector('link[href*="assets/guidebook."]').before(sheet);
  await loaded;
}"""
CHAPTER = "zh/hyper-active-engagement/"
"""It holds its self-assessment, which has no page of its own in Chinese yet."""


def test_the_words_of_a_chapter_are_painted_before_the_styles_of_its_questions_come(
    page: Page, site: Site
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/widgets/quiz.*.css", hold)

    page.goto(site.address + CHAPTER, wait_until="commit")

    until(page, "() => performance.getEntriesByName('first-contentful-paint').length > 0")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert held
    for route in held:
        route.continue_()
    expect(page.get_by_role("group").first).to_be_visible()


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("path", [CHAPTER, assessment("who-runs-my-day")])
def test_nothing_looks_otherwise_where_the_styles_of_questions_come_first(
    page: Page, site: Site, path: str, medium: str
) -> None:
    page.emulate_media(media=medium, reduced_motion="reduce")  # type: ignore[arg-type]  # one of its words
    page.goto(site.address + path, wait_until="networkidle")
    here = page.evaluate(LOOKS)

    page.evaluate(TO_HEAD)

    assert page.evaluate(LOOKS) == here
