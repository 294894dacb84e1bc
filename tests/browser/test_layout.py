"""The page keeps still and stays usable: small, enlarged, spaced out, in forced colours, by touch."""

import pytest
from playwright.sync_api import Page, expect

from guidebook.quiz.compiled import ScalesQuiz
from tests.browser.answers import near_lines
from tests.browser.pages import KINDS, SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget

PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}
ENLARGED = {"width": 640, "height": 400}
"""A window of 1280 by 800, magnified twice."""

SPACED_OUT = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
"""What a reader may ask for (WCAG 2.2, 1.4.12)."""

WATCH_SHIFTS = """window.shifts = [];
window.shiftObserver = new PerformanceObserver((list) => window.noteShifts(list.getEntries()));
window.noteShifts = (entries) => window.shifts.push(...entries.map(({ value, sources }) =>
  [value, ...sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120))]));
window.shiftObserver.observe({ type: "layout-shift", buffered: true });"""
SHIFTS = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.noteShifts(window.shiftObserver.takeRecords());
  resolve(window.shifts);
})))"""

TOO_WIDE = """() => {
  const { clientWidth } = document.documentElement;
  return [...document.querySelectorAll("article *, header *, footer *")]
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().right > clientWidth + 1)
    .filter((e) => !e.closest(".md-typeset__scrollwrap, .md-nav, .md-search, pre, .md-tabs"))
    .map((e) => e.outerHTML.slice(0, 120));
}"""
"""What sticks out on the right; wide tables and code may be scrolled on their own."""

CUT_OFF = """(root) => [...root.querySelectorAll("*")]
  .filter((e) => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
  .filter((e) => !["inline", "contents"].includes(getComputedStyle(e).display) && !(e instanceof SVGElement))
  .filter((e) => e.clientWidth && !e.closest("[role=status]")) // that is for screen readers
  .map((e) => e.outerHTML.slice(0, 120))"""
"""What holds more than its box can show."""

TOO_LOW = """(root) => [...root.querySelectorAll("label, button, summary")]
  .map((e) => [e.textContent.trim(), e.getBoundingClientRect().height])
  .filter(([, height]) => height && height < 44)"""


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_nothing_moves_when_the_widget_starts(
    page: Page, site: Site, name: str, viewport: dict[str, int]
) -> None:
    page.set_viewport_size({"width": viewport["width"], "height": viewport["height"]})
    page.add_init_script(WATCH_SHIFTS)

    page.goto(site.address + assessment(name), wait_until="networkidle")

    assert page.evaluate(SHIFTS) == []


@pytest.mark.parametrize("viewport", [NARROWEST, ENLARGED], ids=["320 px wide", "magnified twice"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_needs_scrolling_sideways(
    page: Page, site: Site, kind: str, viewport: dict[str, int]
) -> None:
    page.set_viewport_size({"width": viewport["width"], "height": viewport["height"]})

    page.goto(site.address + KINDS[kind])

    assert sideways(page) == []


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_no_result_needs_scrolling_sideways(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    widget = with_result(page, site, quizzes[name])

    assert sideways(page) == []
    assert widget.root.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_with_text_spaced_out_nothing_of_the_widget_is_cut_off(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    widget = with_result(page, site, quizzes[name])

    page.add_style_tag(content=SPACED_OUT)

    assert widget.root.evaluate(CUT_OFF) == []
    assert sideways(page) == []


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_everything_to_press_is_large_enough_for_a_thumb(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    widget = with_result(page, site, quizzes[name])

    assert widget.root.evaluate(TOO_LOW) == []


def test_where_motion_is_unwelcome_nothing_moves(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.emulate_media(reduced_motion="reduce")
    widget = with_result(page, site, quizzes["who-runs-my-day"])

    moving = """root => root.getAnimations({ subtree: true }).length
      + (getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? 1 : 0)"""
    assert widget.root.evaluate(moving) == 0


@pytest.mark.parametrize("forced_colors", ["none", "active"])
def test_a_chosen_answer_looks_chosen_also_in_forced_colours(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], forced_colors: str
) -> None:
    page.emulate_media(forced_colors="active" if forced_colors == "active" else "none")
    widget = opened(page, site, quizzes["who-runs-my-day"])
    item = widget.questions[0]
    radio = widget.radio(item, "often")
    widget.radio(item, "never").check()  # so that the look of the focus is elsewhere, both times
    before = radio.screenshot()
    radio.check()
    widget.radio(widget.questions[1], "never").check()

    assert radio.screenshot() != before


def test_the_focus_can_be_seen(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> None:
    widget = opened(page, site, quizzes["who-runs-my-day"])
    label = widget.root.locator("label").first
    before = label.screenshot()

    label.locator("input").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")

    expect(label.locator("input")).to_be_focused()
    assert label.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    assert label.screenshot() != before


def opened(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


def with_result(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    widget = opened(page, site, quiz)
    widget.open()
    widget.set(near_lines(quiz))
    widget.see_result.click()
    return widget


def sideways(page: Page) -> list[str]:
    """What makes the page wider than its window."""
    found: list[str] = page.evaluate(TOO_WIDE)
    wider = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return [*found, *(["the page"] if wider else [])]
