"""Signs, code and small targets can be made out and hit; parts of a page have names of their own."""

from collections import Counter
from itertools import chain
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.serve import Site

EIGHTHS = 8
"""Of the pages, for a sample to take one."""
LEAST = 24
"""Pixels of a target, by the guidelines for the web (2.5.8)."""

CONTRASTS = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll("article code, article code *")]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()))
    .map((e) => {
      const [a, b] = [getComputedStyle(e).color, getComputedStyle(e.closest("code")).backgroundColor].map(light);
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), `${e.className} ${e.textContent.slice(0, 30)}`];
    });
}"""

SIGNS = {"summary": "::after", ".md-nav__icon": "::after"}
"""Drawn by the theme as a coloured field in a mask."""

LANDMARKS = {"banner", "complementary", "contentinfo", "dialog", "main", "navigation", "region"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_stands_out_from_its_ground_on_every_page(page: Page, site: Site, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    faint: dict[str, list[str]] = {}
    looked = 0
    for path in (path for path in site.pages if "<code" in site.html(path)):
        page.goto(site.address + path)
        found = page.evaluate(CONTRASTS)
        looked += len(found)
        faint[path] = [what for contrast, what in found if contrast < 4.5]

    assert looked > 100
    assert [*chain(*faint.values())] == []


@pytest.mark.parametrize("sign", SIGNS)
def test_in_forced_colours_the_signs_of_the_theme_are_there(
    page: Page, site: Site, sign: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(site.address + "exposing-vulnerabilities/")

    look = f"e => getComputedStyle(e, '{SIGNS[sign]}').backgroundColor"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert page.locator(sign).first.evaluate(look) not in {ground, "rgba(0, 0, 0, 0)"}


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_ring_of_an_answer_goes_round_all_of_it(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], forced: Any
) -> None:
    page.emulate_media(forced_colors=forced)
    widget = scenes.opened(page, site.address, quizzes["who-runs-my-day"])
    radio = widget.radio(widget.questions[0], "never")
    radio.focus()
    page.keyboard.press("Space")

    ring = "e => getComputedStyle(e).outlineStyle"
    assert radio.evaluate(ring) == "none"
    assert radio.locator("xpath=..").evaluate(ring) == "solid"


@pytest.mark.parametrize("part", range(EIGHTHS))
def test_on_every_page_no_two_landmarks_have_the_same_name(
    page: Page, site: Site, part: int
) -> None:
    session = page.context.new_cdp_session(page)
    twice: dict[str, list[tuple[str, str]]] = {}
    for path in site.pages[part::EIGHTHS]:
        page.goto(site.address + path)
        page.locator("html[data-keyboard]").wait_for(state="attached")
        for result in page.locator(".quiz__result").all():  # as after several self-assessments
            result.evaluate("e => e.closest('.quiz').toggleAttribute('data-scored', true)")
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        found = Counter(
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if node.get("role", {}).get("value") in LANDMARKS
        )
        twice[path] = [landmark for landmark, times in found.items() if times > 1]

    assert {path: names for path, names in twice.items() if names} == {}


def test_the_page_says_its_language_however_one_comes_to_it(page: Page, site: Site) -> None:
    page.goto(site.address + "zh/hyper-active-engagement/")
    html = page.locator("html")
    expect(html).to_have_attribute("lang", "zh")
    expect(page.get_by_role("textbox", name="搜索", exact=True)).to_be_attached()
    expect(page.get_by_role("navigation", name="目录", exact=True)).to_be_visible()

    page.get_by_role("link", name="English", exact=True).click()
    expect(html).to_have_attribute("lang", "en")
    page.get_by_role("link", name="中文", exact=True).first.click()
    expect(html).to_have_attribute("lang", "zh")
