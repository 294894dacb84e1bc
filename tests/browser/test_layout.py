"""Every kind of page, in one visit: within its window however that is, in order for a screen reader, whole on paper."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page

from tests.browser.pages import ASKING, KINDS
from tests.browser.serve import Site
from tests.browser.shape import (
    DESK,
    ENLARGED,
    NARROWEST,
    ON_PAPER,
    WATCH_SHIFTS,
    Window,
    cut_off,
    resize,
    shifts,
    sideways,
    space_out,
    too_small,
)
from tests.browser.test_accessibility import faults

MENUS = ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-banner, .md-search, .exit, .contribute"


def in_window(window: Window) -> Callable[[Page], list[str]]:
    def look(page: Page) -> list[str]:
        resize(page, window)
        return sideways(page)

    return look


def thumb(page: Page) -> list[str]:
    ways = page.locator(".help-now, exit-page a").all()
    return [fault for way in ways for fault in too_small(way)]


def signs(page: Page) -> list[str]:
    named = (page.get_by_role(role, name="¶") for role in ("heading", "link"))
    return [part.inner_text() for parts in named for part in parts.all()]


def paper(page: Page) -> list[str]:
    page.emulate_media(media="print", color_scheme="light")
    resize(page, ON_PAPER)
    shown = [part for part in page.locator(MENUS).all() if part.is_visible()]
    found = [*(str(part.get_attribute("class")) for part in shown), *sideways(page)]
    page.emulate_media(media="screen")
    return found


def spaced_out(page: Page) -> list[str]:
    resize(page, NARROWEST)
    space_out(page)
    return [*sideways(page), *cut_off(page.locator("article"))]


LOOKS: Mapping[str, Callable[[Page], list[str]]] = {
    "axe finds no fault by day or night": faults,
    "a heading is spoken without the sign for its address": signs,
    "magnified twice, nothing has to be scrolled sideways": in_window(ENLARGED),
    "320 px wide, nothing has to be scrolled sideways": in_window(NARROWEST),
    "help and the way out are large enough for a thumb": thumb,
    "it is printed whole and without menus": paper,
    "with text spaced out nothing is cut off": spaced_out,
}
"""A promise, and what of the page breaks it. The last leaves the page as no other should find it."""


@pytest.mark.sample(6)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_keeps_what_every_page_promises(
    page: Page, site: Site, kind: str
) -> None:
    resize(page, DESK)
    page.goto(site.address + KINDS[kind])

    broken = {promise: look(page) for promise, look in LOOKS.items()}

    assert {promise: found for promise, found in broken.items() if found} == {}


@pytest.mark.sample(2)
@pytest.mark.parametrize("path", ASKING)
def test_nothing_moves_when_a_widget_starts(page: Page, site: Site, path: str) -> None:
    resize(page, DESK)
    page.add_init_script(WATCH_SHIFTS)

    page.goto(site.address + path, wait_until="networkidle")

    assert shifts(page) == []
