"""What comes out of the printer: a self-assessment on one leaf, both sides, and nothing cut off."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.pages import KINDS, SELF_ASSESSMENTS
from tests.browser.serve import Site

Paper = Literal["A4", "Letter"]

each_paper = pytest.mark.parametrize("paper", ["A4", "Letter"])
each_quiz = pytest.mark.parametrize("name", SELF_ASSESSMENTS)


@each_paper
@each_quiz
def test_a_self_assessment_is_a_leaf_of_two_pages(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str, paper: Paper
) -> None:
    scenes.opened(page, site.address, quizzes[name])

    assert sheets(page, paper) <= 2


@pytest.mark.parametrize("scene", ["result", "result of steps"])
@each_quiz
def test_a_result_is_a_leaf_of_two_pages_with_its_answers(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str, scene: str
) -> None:
    widget = scenes.TAKING[scene](page, site.address, quizzes[name])

    assert sheets(page, "A4") <= 2
    assert sheets(page, "Letter") <= 2
    page.emulate_media(media="print")
    assert all(group.is_visible() for group in map(widget.group, widget.questions))
    expect(widget.result.get_by_role("link", name="What these questions cannot")).to_be_visible()


@pytest.mark.parametrize(
    ("kind", "most"),
    [("decision tree", 3), ("page of lines", 1), ("record", 1), ("chapter", 6), ("home", 1)],
)
def test_what_is_printed_is_as_short_as_it_can_be(
    page: Page, site: Site, kind: str, most: int
) -> None:
    page.goto(site.address + KINDS[kind])

    assert sheets(page, "A4") <= most
    assert sheets(page, "Letter") <= most
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="findahelpline.com").last).to_be_visible()


@each_paper
def test_my_results_are_printed_without_buttons(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], paper: Paper
) -> None:
    mine = scenes.my_results(page, site.address, quizzes)

    assert sheets(page, paper) <= 2
    page.emulate_media(media="print")
    expect(mine.get_by_role("heading", level=3)).to_have_text(
        [quizzes[name].title for name in scenes.THREE]
    )
    expect(mine.get_by_role("button")).to_have_count(0)
    expect(mine.get_by_label("Remember on this device")).to_be_hidden()


@pytest.mark.parametrize("kind", ["chapter", "whole book"])
def test_what_folds_is_open_on_paper_and_its_addresses_can_be_read(
    page: Page, site: Site, kind: str
) -> None:
    page.goto(site.address + KINDS[kind])

    page.emulate_media(media="print")

    written = "it => [getComputedStyle(it, '::after').content, `\" (${it.href})\"`]"
    links = page.locator(".research__sources a[href^=http]").all()
    assert links
    assert [link.text_content() for link in links if not link.is_visible()] == []
    for content, address in (link.evaluate(written) for link in links):
        assert content == address


def sheets(page: Page, paper: Paper) -> int:
    """How many pages the printer gets, by the root of the document's tree of pages."""
    document = page.pdf(format=paper)
    return max(int(count) for count in re.findall(rb"/Count (\d+)", document))
