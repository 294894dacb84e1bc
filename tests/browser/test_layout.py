"""Every kind of page keeps still and fits: small, enlarged, spaced out."""

import pytest
from playwright.sync_api import Page

from tests.browser.pages import KINDS, SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.shape import (
    DESK,
    ENLARGED,
    NARROWEST,
    PHONE,
    WATCH_SHIFTS,
    Window,
    cut_off,
    resize,
    shifts,
    sideways,
    space_out,
    too_small,
)

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.mark.sample(4)
@pytest.mark.parametrize("window", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_nothing_moves_when_the_widget_starts(
    page: Page, site: Site, name: str, window: Window
) -> None:
    resize(page, window)
    page.add_init_script(WATCH_SHIFTS)

    page.goto(site.address + assessment(name), wait_until="networkidle")

    assert shifts(page) == []


@pytest.mark.sample(10)
@pytest.mark.parametrize("window", [NARROWEST, ENLARGED], ids=["320 px wide", "magnified twice"])
@each_kind
def test_no_page_needs_scrolling_sideways(
    page: Page, site: Site, kind: str, window: Window
) -> None:
    resize(page, window)

    page.goto(site.address + KINDS[kind])

    assert sideways(page) == []


@pytest.mark.sample(5)
@each_kind
def test_with_text_spaced_out_no_page_is_cut_off(page: Page, site: Site, kind: str) -> None:
    resize(page, NARROWEST)
    page.goto(site.address + KINDS[kind])

    space_out(page)

    assert sideways(page) == []
    assert cut_off(page.locator("article")) == []


@pytest.mark.sample(4)
@each_kind
def test_help_and_the_way_out_are_large_enough_for_a_thumb(
    page: Page, site: Site, kind: str
) -> None:
    resize(page, NARROWEST)

    page.goto(site.address + KINDS[kind])

    assert [
        fault for way in page.locator(".help-now, exit-page a").all() for fault in too_small(way)
    ] == []
