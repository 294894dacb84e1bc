"""Who uses no mouse comes to all that can be seen, to nothing else, and always sees where the focus is."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.stops import stop, tab

WIDTHS = {"phone": 390, "laptop at 125 %": 1000, "desktop": 1280}
PAGES = ("exposing-vulnerabilities/", assessment("who-runs-my-day"), "contribute/host-it/")
CHAPTER = "toxic-negativity/"

narrow = pytest.mark.parametrize("width", [390, 1000])


@pytest.mark.sample(2)
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("screen", WIDTHS)
def test_every_stop_of_the_tab_key_can_be_seen_and_has_a_ring(
    page: Page, site: Site, screen: str, path: str
) -> None:
    opened(page, site, path, WIDTHS[screen])

    stops = tab(page)

    assert len(stops) > 10
    assert [stop for stop in stops if not (stop.seen and stop.ringed)] == []


@narrow
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_by_a_button_and_takes_the_focus(
    page: Page, site: Site, width: int, key: str
) -> None:
    opened(page, site, CHAPTER, width)
    button = menu(page)
    expect(button).to_have_attribute("aria-expanded", "false")

    button.focus()
    page.keyboard.press(key)

    expect(button).to_have_attribute("aria-expanded", "true")
    expect(panel(page, button).locator(":focus")).to_have_count(1)


@narrow
def test_escape_closes_the_menu_and_gives_the_focus_back(
    page: Page, site: Site, width: int
) -> None:
    opened(page, site, CHAPTER, width)
    menu(page).press("Enter")
    expect(panel(page, menu(page)).locator(":focus")).to_have_count(1)

    page.keyboard.press("Escape")

    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    expect(menu(page)).to_be_focused()
    page.keyboard.press("Tab")
    assert (found := stop(page))
    assert found.seen


@narrow
def test_behind_the_open_menu_nothing_but_help_and_close_is_in_reach(
    page: Page, site: Site, width: int
) -> None:
    opened(page, site, CHAPTER, width)
    menu(page).press("Enter")
    expect(panel(page, menu(page)).locator(":focus")).to_have_count(1)

    outside = """() => {
      const { activeElement } = document;
      return activeElement.closest("body") && activeElement !== document.body &&
        !activeElement.closest(".md-sidebar--primary, [data-md-component=announce], .md-overlay")
        ? activeElement.outerHTML : "";
    }"""
    for _ in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(outside) == ""


@narrow
def test_in_the_menu_one_goes_down_into_a_section_and_back_up(
    page: Page, site: Site, width: int
) -> None:
    opened(page, site, "", width)
    menu(page).press("Enter")
    nav = panel(page, menu(page))

    nav.get_by_role("button", name="Chapters", exact=True).press("Enter")
    chapters = nav.get_by_role("navigation", name="Chapters", exact=True)
    expect(chapters.get_by_role("button", name="Chapters", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(chapters.get_by_role("link", name="Exposing vulnerabilities")).to_be_focused()
    expect(nav.get_by_role("link", name="Help", exact=True)).to_be_hidden()

    chapters.get_by_role("button", name="Chapters", exact=True).press("Enter")
    expect(nav.get_by_role("button", name="Chapters", exact=True)).to_be_focused()


def test_what_closes_the_menu_has_a_name_and_needs_no_key(page: Page, site: Site) -> None:
    opened(page, site, CHAPTER, 390)
    menu(page).click()

    page.get_by_role("button", name="Close", exact=True).click(position={"x": 380, "y": 600})

    expect(menu(page)).to_have_attribute("aria-expanded", "false")


def test_the_search_of_a_phone_opens_by_a_button_and_closes_by_escape(
    page: Page, site: Site
) -> None:
    opened(page, site, CHAPTER, 390)
    button = page.get_by_role("button", name="Search", exact=True)
    button.press("Enter")
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()

    page.keyboard.press("Escape")

    expect(button).to_be_focused()
    expect(page.get_by_role("textbox", name="Search")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tab_key_leads_to_what_the_search_found(page: Page, site: Site, width: int) -> None:
    opened(page, site, CHAPTER, width)
    page.keyboard.press("/")
    page.keyboard.type("alerts")
    first = page.get_by_role("search").get_by_role("link").first
    expect(first).to_be_visible()
    expect(page.get_by_text(re.compile("matching document"))).to_be_visible()

    for _ in range(3):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            break

    expect(first).to_be_focused()
    assert (found := stop(page))
    assert found.ringed
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()


def test_a_search_without_words_is_one_stop_and_closes_behind_the_focus(
    page: Page, site: Site
) -> None:
    opened(page, site, CHAPTER, 1280)
    page.get_by_role("textbox", name="Search").focus()
    expect(page.locator("#__search")).to_be_checked()

    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Home", exact=True).first).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_letter_pressed_by_mistake_leaves_no_page(page: Page, site: Site) -> None:
    opened(page, site, assessment("who-runs-my-day"), 1280)
    page.get_by_role("radio", name="Sometimes").first.check()
    before = page.url

    for letter in "npfs,.":
        page.keyboard.press(letter)
    page.keyboard.press("Tab")  # were a page on its way, it would be here first

    expect(page.get_by_role("radio", name="Sometimes").first).to_be_checked()
    assert page.url == before
    expect(page.locator("#__search")).not_to_be_checked()


def test_after_a_move_to_another_page_its_heading_has_the_focus(page: Page, site: Site) -> None:
    opened(page, site, CHAPTER, 1000)
    menu(page).press("Enter")
    nav = panel(page, menu(page))
    nav.get_by_role("link", name="Hyper-active engagement").press("Enter")

    expect(page.get_by_role("heading", level=1, name="Hyper-active engagement")).to_be_focused()
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    menu(page).press("Enter")
    expect(panel(page, menu(page)).locator(":focus")).to_have_count(1)


@narrow
def test_without_script_the_menu_opens_as_the_focus_comes_into_it(
    browser: Browser, site: Site, width: int
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.address + CHAPTER)

    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Help", exact=True)
    link.focus()

    expect(link).to_be_in_viewport()
    context.close()


def opened(page: Page, site: Site, path: str, width: int) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address + path)
    page.locator("html[data-keyboard]").wait_for(state="attached")


def menu(page: Page) -> Locator:
    return page.get_by_role("button", name="Menu", exact=True, include_hidden=True)


def panel(page: Page, button: Locator) -> Locator:
    """What a button opens."""
    return page.locator(f"[id='{button.get_attribute('aria-controls')}']")
