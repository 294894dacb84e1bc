"""What a screen reader says when the focus arrives at a result: its name, and then what it came to."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.pages import SELF_ASSESSMENTS
from tests.browser.serve import Site
from tests.browser.test_table import POST, SAFEST, SLEEP, Table
from tests.browser.test_tree import Tree, way_to
from tests.browser.widget import words
from tests.trees import outcomes


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_with_a_result_the_reading_of_each_part_is_spoken(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = scenes.result(page, site.address, quizzes[name])

    said = spoken(widget.result)

    for scale in widget.quiz.scales:
        shown = widget.result.locator(f".quiz__overview [data-of={scale.id}] b:visible")
        for reading in [words(scale.title), *shown.all_inner_texts()]:
            assert reading in said


def test_with_an_outcome_of_a_table_its_title_is_spoken(page: Page, site: Site) -> None:
    tool = Table(page, site, POST)
    for answers in (SAFEST, SLEEP):
        tool.answer(answers)
        tool.see_result.click()

        title = tool.heading(answers).inner_text()
        expect(tool.result).to_have_accessible_description(title)
        assert title in spoken(tool.result)


@pytest.mark.parametrize("outcome", ["safety", "insult"])
def test_with_an_outcome_of_a_tree_its_title_is_spoken(
    page: Page, site: Site, outcome: str
) -> None:
    tool = Tree(page, site)
    tool.take(way_to(outcome))

    assert words(outcomes()[outcome].title) in spoken(tool.result)


def spoken(result: Locator) -> str:
    """Name and description of the part that has the focus, from the browser's accessibility tree."""
    expect(result).to_be_focused()
    session = result.page.context.new_cdp_session(result.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    (focused,) = [
        node
        for node in nodes
        if any(p["name"] == "focused" and p["value"]["value"] for p in node.get("properties", ()))
        and node["role"]["value"] != "RootWebArea"
    ]
    said = " ".join(focused.get(part, {}).get("value", "") for part in ("name", "description"))
    assert said.startswith("Your result")
    return re.sub(r"\s+", " ", said)
