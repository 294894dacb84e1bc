"""Search finds at the first word, and weighs nothing before."""

from playwright.sync_api import Page, expect

from tests.browser.serve import Site

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
