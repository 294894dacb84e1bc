"""A reader changes the language of a page, and takes a self-assessment in it."""

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import WAYS
from tests.browser.expected import outcome
from tests.browser.serve import Site
from tests.browser.widget import Widget

ENGLISH = "hyper-active-engagement/"
CHINESE = "zh/hyper-active-engagement/"
NAME = "who-runs-my-day"


def test_a_link_leads_to_the_page_in_another_language_and_back(page: Page, site: Site) -> None:
    page.goto(site.address + ENGLISH)

    page.get_by_role("article").get_by_role("link", name="中文", exact=True).click()
    page.wait_for_url(site.address + CHINESE)
    expect(page.get_by_role("heading", level=1)).to_contain_text("停不下来的互动")
    expect(page.locator('article [lang="zh"] h1')).to_be_visible()
    expect(page.locator("html[lang=zh]").get_by_role("textbox", name="搜索")).to_be_attached()

    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(site.address + ENGLISH)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hyper-active engagement")
    expect(page.locator("html[lang=en]").get_by_role("textbox", name="Search")).to_be_attached()


@pytest.mark.parametrize("until", ["commit", "domcontentloaded", "load"])
@pytest.mark.parametrize(("link", "path"), [("English", ENGLISH), ("帮助（英文）", "help/")])
def test_back_from_a_page_in_another_language_leads_back_while_it_still_loads(
    page: Page,
    site: Site,
    link: str,
    path: str,
    until: Literal["commit", "domcontentloaded", "load"],
) -> None:
    page.goto(site.address + CHINESE)
    page.get_by_role("link", name=link, exact=True).first.click()
    page.wait_for_url(site.address + path, wait_until=until)
    expect(page.locator("html[lang=en]")).to_be_attached()  # loaded whole, if not to its end

    page.go_back(wait_until="commit")

    expect(page.locator("html[lang=zh]").get_by_role("textbox", name="搜索")).to_be_attached()
    expect(page.get_by_role("heading", level=1)).to_contain_text("停不下来的互动")


def test_a_page_without_a_translation_offers_none(page: Page, site: Site) -> None:
    page.goto(site.address + "help/")

    expect(page.get_by_role("link", name="Need help now?")).to_be_visible()
    expect(page.locator(".translations")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 390])
def test_a_chinese_page_fits_a_phone(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})

    page.goto(site.address + CHINESE)

    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("way", WAYS)
def test_the_same_answers_give_the_same_bands_in_every_language(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], way: str
) -> None:
    answers = WAYS[way](quizzes[NAME])
    page.goto(site.address + CHINESE)
    widget = Widget(page, quizzes[f"{NAME}-zh"])
    widget.wait()
    widget.set(answers)

    widget.root.get_by_role("button", name="看看结果", exact=True).click()
    if not answers:
        widget.root.get_by_role("button", name="先看看现有的回答说明什么", exact=True).click()

    expect(widget.root.get_by_role("region", name="你的结果", exact=True)).to_be_focused()
    assert [said["scores"] for said in widget.heard()] == [outcome(quizzes[NAME], answers).detail]
