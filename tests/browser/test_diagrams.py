"""A diagram can be read on the smallest phone, by day and by night."""

from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.browser.shape import NARROWEST, resize


def test_a_diagram_fills_the_smallest_phone_and_follows_the_night(page: Page, site: Site) -> None:
    resize(page, NARROWEST)
    page.emulate_media(color_scheme="light")
    page.goto(f"{site.address}exposing-vulnerabilities/")
    figure = page.get_by_role("figure").filter(has=page.get_by_text("The picture in words"))
    picture = figure.get_by_role("img", name="Four circles, one inside another")
    picture.scroll_into_view_if_needed()

    box = picture.bounding_box()
    assert box
    assert box["width"] >= 280  # what its letters were drawn for
    by_day = picture.screenshot()
    page.emulate_media(color_scheme="dark")
    assert picture.screenshot() != by_day

    figure.get_by_text("The picture in words").focus()
    page.keyboard.press("Enter")
    expect(figure.get_by_role("listitem")).to_have_text(
        ["One person.", "A few friends.", "People you know.", "The feed, and all it is shown to."]
    )
