"""Self-assessments on one page keep out of each other's way; one in a preview keeps still."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import all_highest, all_lowest
from tests.browser.expected import outcome
from tests.browser.serve import Site
from tests.browser.small import EVERY_FEATURE, quiz_block, quiz_of, small_site
from tests.browser.small import page as written_page
from tests.browser.widget import Widget

FILES = {
    "quizzes/first.yml": EVERY_FEATURE,
    "quizzes/second.yml": EVERY_FEATURE,  # the same ids: only the names tell them apart
    "docs/pair.md": written_page(
        "# A pair", "See [one alone](/alone.md).", quiz_block("first"), quiz_block("second")
    ),
    "docs/alone.md": written_page("# One alone", quiz_block("first")),
}
WITH_PREVIEWS = {"theme": {"features": ["navigation.instant", "navigation.instant.preview"]}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with small_site(tmp_path_factory.mktemp("project"), FILES, WITH_PREVIEWS) as site:
        yield site


@pytest.fixture
def pair(page: Page, small: Site) -> tuple[Widget, Widget]:
    page.goto(small.address + "pair/")
    first, second = (Widget(page, quiz_of(small, name)) for name in ("first", "second"))
    first.wait()
    second.wait()
    return first, second


def test_a_result_counts_the_answers_of_its_own_quiz_alone(pair: tuple[Widget, Widget]) -> None:
    first, second = pair
    low, high = all_lowest(first.quiz), all_highest(second.quiz)
    first.answer(low)
    second.answer(high)

    first.see()
    second.see()

    said = [(detail["quiz"], detail["scores"]) for detail in first.heard()]
    wanted = [
        ("first", outcome(first.quiz, low).detail),
        ("second", outcome(second.quiz, high).detail),
    ]
    assert said == wanted


def test_asking_for_one_result_leaves_the_other_quiz_as_it_was(
    pair: tuple[Widget, Widget],
) -> None:
    first, second = pair
    second.answer(all_highest(second.quiz))

    first.see()

    expect(second.result).to_be_hidden()
    assert second.chosen() == all_highest(second.quiz)


def test_starting_one_again_leaves_the_other_result(pair: tuple[Widget, Widget]) -> None:
    first, second = pair
    answers = all_highest(second.quiz)
    second.answer(answers)
    for widget in pair:
        widget.see()

    first.start_again.click()

    expect(first.result).to_be_hidden()
    expect(second.result).to_be_visible()
    assert second.chosen() == answers


def test_a_quiz_in_a_preview_keeps_still(pair: tuple[Widget, Widget], page: Page) -> None:
    page.get_by_role("link", name="one alone", exact=True).hover()

    preview = page.locator(".md-tooltip2 [data-quiz=first]")
    preview.wait_for(state="attached")
    preview.locator("input").first.dispatch_event("change", {"bubbles": True})
    assert preview.get_attribute("data-open") is None
    assert pair[0].heard() == []
