"""Search finds at the first word, and weighs nothing before."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site

SEARCHES: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("searches.yml").read_text(encoding="utf-8")
)
"""Page → what a reader may search for to find it first."""

HEAVY = ("search/words.", "workers/search.")


def test_search_fetches_nothing_heavy_until_somebody_searches(page: Page, site: Site) -> None:
    fetched: list[str] = []
    page.context.on("request", lambda request: fetched.append(request.url))
    page.goto(site.address, wait_until="networkidle")
    before = [url for url in fetched if any(name in url for name in HEAVY)]

    page.keyboard.press("/")
    page.keyboard.type("alerts")
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()

    assert before == []
    assert len([url for url in fetched if any(name in url for name in HEAVY)]) == len(HEAVY)


def test_a_search_goes_on_after_the_first(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("textbox", name="Search").fill("")
    for words in ("alerts", "friendship"):
        page.get_by_role("textbox", name="Search").fill("")
        page.get_by_role("textbox", name="Search").press_sequentially(words)
        links = page.get_by_role("search").get_by_role("link")
        expect(links.filter(has_text=words[:6]).first).to_be_visible()


def test_an_address_can_bring_its_search_along(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?q=alerts")
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()


@pytest.mark.sample(1)
@pytest.mark.parametrize("wanted", SEARCHES)
def test_a_readers_own_words_find_the_page_that_helps(page: Page, site: Site, wanted: str) -> None:
    page.goto(site.address)
    box, first = page.get_by_role("textbox", name="Search"), result(page).first
    for words in SEARCHES[wanted]:
        box.fill("")
        box.press("Backspace")
        box.press_sequentially(words)
        expect(first, words).to_have_attribute(
            "href", re.compile(rf"^{site.address}{wanted}([?#]|$)")
        )


def test_a_search_that_finds_nothing_offers_help_and_the_tools(page: Page, site: Site) -> None:
    page.goto(site.address)
    box = page.get_by_role("textbox", name="Search")
    box.press_sequentially("xqzzy")

    expect(page.get_by_text("Nothing in the book has these words.")).to_be_visible()
    expect(page.get_by_text("No matching documents")).to_be_hidden()
    expect(page.get_by_text("2 matching documents")).to_be_hidden()
    expect(result(page)).to_have_count(2)
    paths = [urlsplit(link.get_attribute("href") or "").path for link in result(page).all()]
    assert paths == ["/help/", "/tools/"]

    box.fill("")
    box.press_sequentially("alerts")
    expect(page.get_by_text("Nothing in the book has these words.")).to_be_hidden()


def test_no_reader_sees_the_words_a_page_is_found_by(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.get_by_role("textbox", name="Search").press_sequentially("doxxing")

    expect(result(page).first).to_be_visible()
    expect(page.get_by_role("search").get_by_text("hotline").first).to_be_hidden()
    page.goto(site.address + "help/")
    expect(page.get_by_text("hotline")).to_have_count(0)


def result(page: Page) -> Locator:
    """The pages that were found, without their headings."""
    return page.locator(".md-search-result__item > a:first-of-type")
