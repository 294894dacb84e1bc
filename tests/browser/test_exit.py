"""Exit this page: another page takes its place at a press, and it promises no more than it does."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.shape import sideways
from tests.browser.small import page as written_page
from tests.browser.small import small_site
from tests.browser.until import until
from tests.browser.widget import Widget
from tests.project import front_matter

NASTY = "how-heavy-are-the-nasty-comments"
WITH_EXIT = [
    "help/",
    "toxic-negativity/",
    assessment(NASTY),
    "tools/a-nasty-comment/",
    "tools/how-friends-can-help/",
    "tools/keep-a-record/",
]
WITHOUT = ["", "exposing-vulnerabilities/", assessment("who-runs-my-day"), "my-results/"]

FILES = {
    "docs/before.md": written_page("# Before", "[Away](/away.md)"),
    "docs/away.md": f"{front_matter(exit='true')}\n# Away\n\n[Down](#below)\n\n## Below\n",
    "docs/innocent.md": written_page("# Innocent"),
}
KEYS = {
    "three times": (["Shift"] * 3, True),
    "twice": (["Shift"] * 2, False),
    "with another key between": (["Shift", "Shift", "a", "Shift"], False),
    "as part of typing": (["Shift+a", "Shift+b", "Shift+c"], False),
}


def link(page: Page) -> Locator:
    return page.get_by_role("link", name="Exit this page", exact=True)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Its exit leads to a page of its own, for no test leaves this machine."""
    settings = {"extra": {"exit": "/innocent/"}}
    with small_site(tmp_path_factory.mktemp("project"), FILES, settings) as site:
        yield site


@pytest.fixture
def away(page: Page, small: Site) -> Page:
    page.goto(small.address + "before/")
    page.get_by_role("link", name="Away").first.click()
    page.wait_for_url("**/away/")
    page.locator("exit-page:defined").first.wait_for(state="attached")
    return page


@pytest.mark.parametrize("path", WITH_EXIT)
def test_pages_about_cruelty_have_a_way_out_that_needs_no_script(
    browser: Browser, site: Site, path: str
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(site.address + path)
        expect(link(page)).to_be_visible()
        assert link(page).get_attribute("href") == "https://www.wikipedia.org/"


@pytest.mark.parametrize("path", WITHOUT)
def test_other_pages_have_none(page: Page, site: Site, path: str) -> None:
    page.goto(site.address + path)

    expect(link(page)).to_have_count(0)


@pytest.mark.parametrize("path", WITH_EXIT)
def test_it_stays_in_reach_and_says_that_the_history_keeps_the_visit(
    page: Page, site: Site, path: str
) -> None:
    page.goto(site.address + path)
    expect(page.get_by_text("The visit stays in your history.")).to_be_visible()

    page.mouse.wheel(0, 3000)
    until(page, "() => scrollY > 500")

    expect(link(page)).to_be_in_viewport()


def test_a_press_puts_another_page_in_its_place(away: Page) -> None:
    link(away).click()

    away.wait_for_url("**/innocent/")
    away.go_back()
    away.wait_for_url("**/before/")


def test_back_shows_no_earlier_place_of_the_page(away: Page) -> None:
    away.get_by_role("link", name="Down").click()
    away.wait_for_url("**/away/#below")
    link(away).click()
    away.wait_for_url("**/innocent/")

    away.go_back(wait_until="commit")

    expect(away.get_by_role("heading", name="Innocent", level=1)).to_be_visible()
    away.go_back(wait_until="commit")
    expect(away.get_by_role("heading", name="Before", level=1)).to_be_visible()


def test_whoever_comes_again_on_purpose_may_stay(away: Page, small: Site) -> None:
    link(away).click()
    away.wait_for_url("**/innocent/")

    away.goto(small.address + "away/")
    away.locator("exit-page:defined").first.wait_for(state="attached")
    away.reload()

    expect(away.get_by_role("heading", name="Away", level=1)).to_be_visible()


@pytest.mark.parametrize("way", KEYS)
def test_shift_three_times_exits_and_typing_does_not(away: Page, way: str) -> None:
    keys, exits = KEYS[way]
    for key in keys:
        away.keyboard.press(key)

    if exits:
        away.wait_for_url("**/innocent/")
    else:
        expect(away.get_by_role("heading", name="Away", level=1)).to_be_visible()


def test_what_the_tab_had_kept_goes_with_it(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.route("https://www.wikipedia.org/", lambda route: route.abort())
    page.goto(site.address + assessment(NASTY))
    widget = Widget(page, quizzes[NASTY])
    widget.wait()
    widget.open()
    widget.radio(widget.questions[0], "often").check()
    page.evaluate("document.querySelector('.exit__link').href = '/help/'")  # no test leaves here

    link(page).click()

    page.wait_for_url("**/help/")
    assert page.evaluate("sessionStorage['guidebook /']") is None


@pytest.mark.sample(3)
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", WITH_EXIT)
def test_it_stands_in_the_header_row_and_covers_nothing(
    page: Page, site: Site, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site.address + path)
    page.evaluate("document.fonts.ready")

    def covered() -> list[str]:
        names: list[str] = page.evaluate(
            """() => {
              const box = (e) => e.getBoundingClientRect();
              const way = box(document.querySelector(".exit__link"));
              const header = box(document.querySelector(".md-header"));
              const meets = (b) => b.width && b.left < way.right - 1 && b.right > way.left + 1 &&
                b.top < way.bottom - 1 && b.bottom > way.top + 1;
              const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
              const others = "a, button, label, input, p, h1, .md-header .md-ellipsis";
              return [
                ...(way.top < header.top - 1 || way.bottom > header.bottom + 1 ? ["out of the row"] : []),
                ...(way.left < 0 || way.right > innerWidth ? ["off the screen"] : []),
                ...[...document.querySelectorAll(others)]
                  .filter((e) => !e.closest(".exit, .md-sidebar, .md-search, article") && shown(e) && meets(box(e)))
                  .map((e) => e.textContent.trim() || e.className),
              ];
            }"""
        )
        return names

    assert covered() == []
    assert sideways(page) == []


@pytest.mark.parametrize("path", WITH_EXIT)
def test_a_keyboard_reaches_it_right_after_the_way_to_the_content(
    page: Page, site: Site, path: str
) -> None:
    page.goto(site.address + path)
    for _ in range(2):
        page.keyboard.press("Tab")

    expect(link(page)).to_be_focused()


def test_pressing_shift_is_spoken_of_where_there_is_a_keyboard(page: Page, site: Site) -> None:
    page.goto(site.address + "help/")
    expect(page.get_by_text("Pressing Shift three times")).to_be_visible()


@pytest.mark.browser_context_args(
    viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
)
def test_a_phone_speaks_of_no_key_it_lacks(page: Page, site: Site) -> None:
    page.goto(site.address + "help/")
    expect(page.get_by_text("The visit stays in your history.")).to_be_visible()
    expect(page.get_by_text("Pressing Shift three times")).to_be_hidden()
