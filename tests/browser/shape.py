"""How a page lies in its window: what sticks out, is cut off, is too small to press, has moved."""

from typing import Any

from playwright.sync_api import Locator, Page, ViewportSize

Window = ViewportSize
PHONE = Window(width=390, height=844)
DESK = Window(width=1280, height=800)
NARROWEST = Window(width=320, height=640)
ENLARGED = Window(width=640, height=400)
"""The desk's, magnified twice."""
ON_PAPER = Window(width=688, height=980)
"""What the margins leave of A4, in CSS pixels; US Letter is wider."""

_SPACED_OUT = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }"""
"""What a reader may ask for (WCAG 2.2, 1.4.12)."""

_ADD_STYLE = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}"""
"""The page's own policy lets nobody add a `<style>`; a reader's browser asks no page."""

WATCH_SHIFTS = """window.shifts = [];
window.shiftObserver = new PerformanceObserver((list) => window.noteShifts(list.getEntries()));
window.noteShifts = (entries) => window.shifts.push(...entries.map(({ value, sources }) =>
  [value, ...sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120))])
  .filter(([value, ...moved]) => value > 0.0001 || moved.some(Boolean)));
window.shiftObserver.observe({ type: "layout-shift", buffered: true });"""
"""Goes into a page before anything of its own, for `shifts`.

What the browser moves a little inside a field of its own, as when a date is filled in, counts nothing.
"""

_SHIFTS = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.noteShifts(window.shiftObserver.takeRecords());
  resolve(window.shifts.splice(0));
})))"""

_STICKS_OUT = """() => {
  const { clientWidth } = document.documentElement;
  const out = ({ left, right, width }) => width > 1 && (right > clientWidth + 1 || left < -1);
  return [...document.querySelectorAll("article *, header *, footer *")]
    .filter((e) => e.checkVisibility() && out(e.getBoundingClientRect()))
    .filter((e) => !e.closest("table, .md-typeset__scrollwrap, .md-nav, .md-search, pre, .md-tabs"))
    .map((e) => e.outerHTML.slice(0, 120));
}"""
"""Wide tables and code may be scrolled on their own; the menus wait beside the page."""

_CUT_OFF = """(root) => [...root.querySelectorAll("*")]
  .filter((e) => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
  .filter((e) => !["inline", "contents"].includes(getComputedStyle(e).display) && !(e instanceof SVGElement))
  .filter((e) => e.clientWidth && !e.closest(".quiz__ready, .md-typeset__scrollwrap, table"))
  .filter((e) => !e.matches("details:not([open]), select"))
  .map((e) => e.outerHTML.slice(0, 120))"""
"""(What is for screen readers alone has no room, what can be scrolled needs none, what is folded is meant to be,
a select is as wide as its words by its style, and browsers measure it by its list,
and the room to press a mark of a source reaches beyond its sign.)"""

_TOO_SMALL = """(root) => [root, ...root.querySelectorAll("*")]
  .filter((e) => e.matches("a, button, label, summary, input, select, textarea"))
  .filter((e) => e.checkVisibility() && !e.matches("label > *, .headerlink, [disabled]"))
  .filter((e) => !e.matches("a") || e.parentElement.innerText.trim() === e.innerText.trim())
  .map((e) => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
  .filter(([, { width, height }]) => width && (width < 44 || height < 44))
  .map(([what, { width, height }]) => `${width} x ${height}: ${what}`)"""
"""A link within a sentence is as high as its line, which is well; one that stands alone is not."""


def space_out(page: Page) -> None:
    """As a reader's browser does who needs more room between lines, words and letters."""
    page.evaluate(_ADD_STYLE, _SPACED_OUT)


def resize(page: Page, window: Window) -> None:
    page.set_viewport_size(window)


def sideways(page: Page) -> list[str]:
    """What makes the page wider than its window."""
    found: list[str] = page.evaluate(_STICKS_OUT)
    wider = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    return [*found, *(["the page"] if wider else [])]


def cut_off(part: Locator) -> list[str]:
    """What holds more than its box can show."""
    found: list[str] = part.evaluate(_CUT_OFF)
    return found


def too_small(part: Locator) -> list[str]:
    """What can be pressed and is less than 44 px wide or high."""
    found: list[str] = part.evaluate(_TOO_SMALL)
    return found


def shifts(page: Page) -> list[Any]:
    """What has moved by itself since the page was opened or this was last asked."""
    found: list[Any] = page.evaluate(_SHIFTS)
    return found
