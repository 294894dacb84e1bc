"""What a page tells others follows the reader from page to page."""

import json

from playwright.sync_api import Page, expect

from tests.browser.serve import Site


def told(page: Page) -> tuple[str | None, str]:
    """The address by which a page would be shared, and the one that a search engine would read."""
    shared = page.locator('meta[property="og:url"]').get_attribute("content")
    (data,) = page.locator('script[type="application/ld+json"]').all_text_contents()
    return shared, json.loads(data)["@graph"][0]["url"]


def test_a_page_swapped_in_tells_of_itself(page: Page, site: Site) -> None:
    page.goto(site.address + "self-assessments/")
    page.evaluate("window.stayed = true")
    assert told(page) == (page.url, page.url)

    page.get_by_role("article").get_by_role("link", name="Who runs my day?").click()
    expect(page.get_by_role("heading", name="Who runs my day?", level=1)).to_be_visible()

    assert page.evaluate("window.stayed")
    assert told(page) == (page.url, page.url)


def test_the_map_of_the_site_is_fetched_once(page: Page, site: Site) -> None:
    """The theme's script fetches it again for each link of the kind that feeds are announced by."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    with page.expect_request("**/sitemap.xml"):
        page.goto(site.address)
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if url.endswith("/sitemap.xml")] == [f"{site.address}sitemap.xml"]
