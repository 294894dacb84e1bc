"""What assistive technology gets: pages without known faults, and answers with names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.answers import near_lines
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget, words


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_axe_finds_no_fault_in_a_result_by_day_or_night(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    widget.open()
    widget.set(near_lines(widget.quiz))
    widget.see()

    assert faults(page) == []


def test_axe_finds_no_fault_where_the_gate_leads_to_help(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["how-heavy-are-the-nasty-comments"])
    widget.gate("Not sure").check()

    assert faults(page) == []


def test_axe_finds_no_fault_with_one_question_at_a_time(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    scenes.one_question(page, site.address, quizzes["who-runs-my-day"])

    assert faults(page) == []


def test_axe_finds_no_fault_in_my_results(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    mine = scenes.my_results(page, site.address, quizzes)
    mine.locator("summary").first.click()

    assert faults(page) == []


def test_axe_finds_no_fault_in_an_open_search(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("comments")
    page.get_by_role("search").get_by_role("link").first.wait_for()

    assert faults(page) == []


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_each_answer_is_a_named_radio_in_a_group_named_by_its_question(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    widget.open()

    tree = groups(page)

    for item in widget.questions:
        answers = [words(answer.label) for answer in item.answers]
        assert tree[words(item.stem)] == [*answers, words(widget.quiz.skip or "")]


def test_the_result_is_a_region_under_its_heading_with_headings_in_order(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["who-runs-my-day"])
    widget.see()

    expect(widget.result.get_by_role("heading", level=3)).to_have_text("Your result")
    titles = [words(scale.title) for scale in widget.quiz.scales]
    assert widget.result.get_by_role("heading", level=4).all_inner_texts() == titles


def test_my_results_are_a_list_of_parts_under_the_name_of_each_self_assessment(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    mine = scenes.my_results(page, site.address, quizzes)

    expect(mine).to_match_aria_snapshot(snapshot("my-results"))
    expect(mine.get_by_role("img")).to_have_count(0)  # the words say what a line shows


def test_a_result_reads_as_a_list_and_then_part_by_part(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = scenes.result(page, site.address, quizzes["who-runs-my-day"])

    expect(widget.result).to_match_aria_snapshot(snapshot("result"))


def snapshot(name: str) -> str:
    return (Path(__file__).parent / f"snapshots/{name}.yml").read_text(encoding="utf-8")


def opened(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


def faults(page: Page) -> list[str]:
    """What axe objects to by day, and then by night, when only colours differ; each with where."""
    runs: tuple[tuple[Literal["light", "dark"], dict[str, Any]], ...]
    runs = (("light", {}), ("dark", {"runOnly": {"type": "tag", "values": ["cat.color"]}}))
    return [found for scheme, only in runs for found in _faults(page, scheme, only)]


def _faults(page: Page, scheme: Literal["light", "dark"], only: dict[str, Any]) -> Iterator[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for rule in (
        Axe().run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    ):
        for node in rule["nodes"]:
            yield f"{scheme}: {rule['id']}: {node['html'][:120]}"


def groups(page: Page) -> dict[str, list[str]]:
    """The name of each group in the accessibility tree, with the names of its radio buttons."""
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def role(node: dict[str, Any]) -> str:
        return str(node.get("role", {}).get("value"))

    def name(node: dict[str, Any]) -> str:
        return str(node.get("name", {}).get("value"))

    def radios(node: dict[str, Any]) -> list[str]:
        below = [by_id[child] for child in node.get("childIds", ()) if child in by_id]
        return [r for n in below for r in ([name(n)] if role(n) == "radio" else radios(n))]

    return {name(node): radios(node) for node in nodes if role(node) == "group"}
