"""Scenes to practise with: each way tells at once what it might lead to, and all of it fits on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.browser.small import page as markdown
from tests.browser.small import quiz_block, small_site
from tests.browser.test_accessibility import faults
from tests.project import REPOSITORY

EXAMPLE = REPOSITORY / "quizzes/examples/practice.yml"
WAY_OUT = "It might find its own way out"
TAKE = "Most guests leave by themselves"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    files: dict[str, str | bytes] = {
        "quizzes/robin.yml": EXAMPLE.read_bytes(),
        "docs/practice.md": markdown("# Practice", "## Scenes", quiz_block("robin")),
    }
    with small_site(tmp_path_factory.mktemp("project"), files) as site:
        yield site


def test_a_way_answers_at_once_as_often_as_one_likes_and_leaves_no_trace(
    page: Page, small: Site
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(small.address + "practice/")
    quiz = page.locator("quiz-practice[data-live]")
    scene = quiz.get_by_role("region", name="1. On the toaster")
    take = scene.get_by_text(TAKE)
    expect(scene.get_by_text(WAY_OUT)).to_be_hidden()
    expect(take).to_be_hidden()

    scene.locator("summary").first.focus()
    page.keyboard.press("Enter")

    expect(scene.get_by_text(WAY_OUT)).to_be_visible()
    expect(take).to_be_visible()
    scene.get_by_text("Stand still, and watch").click()
    expect(scene.get_by_text("You might see how it looks at you")).to_be_visible()
    expect(scene.get_by_text(WAY_OUT)).to_be_visible()  # to be compared
    assert faults(page) == []
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]

    quiz.get_by_role("button", name="Close them all, and begin again").click()

    expect(scene.get_by_text(WAY_OUT)).to_be_hidden()
    expect(scene).to_be_focused()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert quiz.locator("input, [data-points], [data-score]").count() == 0


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_ways_open_too_and_the_sheet_has_the_answers_overleaf(
    page: Page, small: Site
) -> None:
    page.goto(small.address + "practice/")
    quiz = page.locator("quiz-practice")
    scene = quiz.get_by_role("region", name="1. On the toaster")
    scene.get_by_text("Open the window").click()
    expect(scene.get_by_text(WAY_OUT)).to_be_visible()
    expect(quiz.get_by_role("button")).to_have_count(0)

    page.emulate_media(media="print")

    expect(scene.get_by_text("b. Stand still, and watch")).to_be_visible()
    expect(scene.get_by_text(WAY_OUT)).to_be_hidden()
    overleaf = quiz.locator(".practice__overleaf")
    expect(overleaf).to_have_css("break-before", "page")
    for said in ("a. Open the window", WAY_OUT, TAKE, "It might bring a friend."):
        expect(overleaf.get_by_text(said)).to_be_visible()
