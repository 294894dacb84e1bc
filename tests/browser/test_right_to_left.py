"""On a site whose language runs from right to left, the widgets do too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.answers import all_highest, mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.shape import NARROWEST, PHONE, cut_off, resize, sideways
from tests.browser.small import EVERY_FEATURE, quiz_block, quiz_of, small_site
from tests.browser.small import page as written_page
from tests.browser.widget import Widget

NAME = "every-feature"
FILES = {
    "quizzes/every-feature.yml": EVERY_FEATURE,
    f"docs/{assessment(NAME).rstrip('/')}.md": written_page("# A page", quiz_block(NAME)),
    "docs/my-results.md": written_page("# My results", "/// my-results\n///"),
    "overrides/widgets/engine/locales/ar.yml": "direction: rtl\n",  # what it does not say is English
}
PLAIN_GROUP = """(item) => {
  const group = document.createElement("p");
  group.id = "plain";
  for (const name of item.querySelectorAll("input")) group.append(Object.assign(name.cloneNode(), { name: "plain" }));
  item.closest("form").before(group);
}"""
"""Radio buttons as the browser makes them, with nothing of ours about them."""


@pytest.fixture(scope="module")
def leftward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    settings = {"theme": {"language": "ar"}}
    with small_site(tmp_path_factory.mktemp("project"), FILES, settings) as site:
        yield site


@pytest.fixture
def quiz(leftward: Site) -> ScalesQuiz:
    return quiz_of(leftward, NAME)


def edges(part: Locator) -> tuple[float, float]:
    """Left and right."""
    box = part.evaluate("it => [it.getBoundingClientRect().left, it.getBoundingClientRect().right]")
    return box[0], box[1]


@pytest.mark.parametrize("scene", scenes.TAKING)
def test_nothing_sticks_out_or_is_cut_off(
    page: Page, leftward: Site, quiz: ScalesQuiz, scene: str
) -> None:
    resize(page, NARROWEST)
    widget = scenes.TAKING[scene](page, leftward.address, quiz)

    assert page.evaluate("it => getComputedStyle(document.body).direction") == "rtl"
    assert [*sideways(page), *cut_off(widget.root)] == []


def test_the_answers_run_from_the_right(page: Page, leftward: Site, quiz: ScalesQuiz) -> None:
    resize(page, PHONE)
    widget = scenes.questions(page, leftward.address, quiz)
    item = widget.questions[0]
    boxes = [edges(widget.radio(item, answer.id)) for answer in item.answers]

    assert boxes == sorted(boxes, reverse=True)


def test_a_bar_fills_from_the_right(page: Page, leftward: Site, quiz: ScalesQuiz) -> None:
    widget = scenes.questions(page, leftward.address, quiz)
    widget.set({**all_highest(quiz), "one": "rarely"})
    widget.see()
    bar = widget.result.locator(".quiz__bar").first
    (left, right), (filled_left, filled_right) = (
        edges(bar.locator(f".quiz__bar-{part}")) for part in ("track", "score")
    )

    assert filled_right == right
    assert left < filled_left < right


def test_arrow_keys_choose_as_the_browser_does(
    page: Page, leftward: Site, quiz: ScalesQuiz
) -> None:
    widget = scenes.questions(page, leftward.address, quiz)
    item = widget.root.locator(".quiz__questions fieldset").first
    item.evaluate(PLAIN_GROUP)
    keys = ["ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowUp"]

    assert pressed(page, item, keys) == pressed(page, page.locator("#plain"), keys)


def test_the_result_is_the_same_in_either_direction(
    page: Page, leftward: Site, quiz: ScalesQuiz
) -> None:
    widget = scenes.questions(page, leftward.address, quiz)
    widget.set(mixed(quiz))

    widget.see()

    assert widget.heard()[-1]["scores"] == outcome(quiz, mixed(quiz)).detail
    page.goto(leftward.address + "my-results/")
    expect(page.locator("my-results dt")).to_have_count(len(told(widget, quiz)))
    resize(page, NARROWEST)
    assert [*sideways(page), *cut_off(page.locator("my-results"))] == []


def told(widget: Widget, quiz: ScalesQuiz) -> list[str]:
    """The scales with a score."""
    assert widget.quiz == quiz
    readings = outcome(quiz, mixed(quiz)).readings
    return [name for name, reading in readings.items() if reading.score is not None]


def pressed(page: Page, group: Locator, keys: list[str]) -> list[str]:
    """Which answer each key leads to, from the first on."""
    group.locator("input").first.check()
    chosen = []
    for key in keys:
        page.keyboard.press(key)
        chosen.append(group.locator(":checked").get_attribute("value") or "")
    return chosen
