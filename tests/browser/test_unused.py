"""A page looks the same without the theme's styles that were left out."""

import re
from collections.abc import Callable
from pathlib import Path

import material
import pytest
from playwright.sync_api import Page, expect

from guidebook.quiz.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site
from tests.browser.shape import DESK, PHONE
from tests.browser.small import EVERY_FEATURE, quiz_block, small_site
from tests.browser.small import page as written_page
from tests.browser.widget import Widget

[WHOLE] = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
"""The theme's own sheet."""
LOOKED_AT = (
    "home",
    "self-assessment with a gate",
    "my results",
    "sources",
    "form",
    "wrong address",
)
"""Kinds of pages that hold between them whatever the others do."""
STILL = "<style>* { transition: none !important; animation: none !important; }</style>"
"""In place of the policy, which forbids what scripts have written into the page's own text."""
SHEET = 'link[href*="assets/stylesheets/main."]'
CHANGES = """async (sheet) => {
  const look = (element, part) => {
    const style = getComputedStyle(element, part);
    const isDrawn = !part || style.content !== "none";
    const names = isDrawn ? [...style].filter((name) => !name.startsWith("--")) : ["content"];
    return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  };
  const styles = () => [...document.body.querySelectorAll("*"), document.body, document.documentElement].flatMap(
    (element) => ["", "::before", "::after"].map((part) => [element, part, look(element, part)]));
  let link = document.querySelector(sheet);
  const ours = link.href;
  const under = async (href) => {
    const next = Object.assign(link.cloneNode(), { href });
    const loaded = new Promise((done, fail) => Object.assign(next, { onload: done, onerror: fail }));
    link.before(next);
    await loaded;
    link.remove();
    link = next;
    return styles();
  };
  const after = await under(new URL("whole.css", ours).href);
  const before = await under(ours);
  if (before.length !== after.length) return ["elements came or went"];
  return before.flatMap(([element, part, looks], n) => {
    const otherwise = looks.flatMap((one, m) => one === after[n][2][m] ? [] : [`${one}, not ${after[n][2][m]}`]);
    return otherwise.length ? [`${element.outerHTML.slice(0, 80)}${part}: ${otherwise}`] : [];
  });
}"""
"""What elements look otherwise once the theme's whole sheet takes the place of ours."""


def open_menu(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.get_by_role("banner").get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator("#__drawer")).to_be_checked()


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("alerts")
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()


STATES: dict[str, Callable[[Page], None]] = {
    "the menu is open": open_menu,
    "something was searched": search,
}


@pytest.fixture
def changes(page: Page) -> Callable[[], list[str]]:
    """What of the page, as it is now, the whole sheet would change."""
    page.emulate_media(reduced_motion="reduce")
    page.route("**/whole.css", lambda route: route.fulfill(path=WHOLE, content_type="text/css"))

    def found() -> list[str]:
        changed: list[str] = page.evaluate(CHANGES, SHEET)
        return changed

    return found


def freeze(page: Page) -> None:
    """Show the page as it stands, with no script left that could move things while they are looked at."""
    page.evaluate("""() => {
      for (const box of document.querySelectorAll("input")) box.toggleAttribute("checked", box.checked);
    }""")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', STILL, page.content())
    page.route(
        page.url.partition("#")[0], lambda route: route.fulfill(body=html, content_type="text/html")
    )
    page.route(
        re.compile(r"\.m?js$"), lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page.reload()


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", LOOKED_AT)
def test_nothing_on_a_page_looks_otherwise(
    page: Page, site: Site, changes: Callable[[], list[str]], kind: str
) -> None:
    page.goto(site.address + KINDS[kind], wait_until="networkidle")
    freeze(page)
    for window, medium, scheme in (
        (DESK, "screen", "light"),
        (PHONE, "screen", "dark"),
        (DESK, "print", "light"),
    ):
        page.set_viewport_size(window)
        page.emulate_media(media=medium, color_scheme=scheme)  # type: ignore[arg-type]  # one of its words each
        assert changes() == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_looks_otherwise_while(
    page: Page, site: Site, changes: Callable[[], list[str]], state: str
) -> None:
    page.goto(site.address + "hyper-active-engagement/")
    STATES[state](page)
    freeze(page)
    assert changes() == []


def test_a_result_looks_the_same(
    page: Page,
    site: Site,
    changes: Callable[[], list[str]],
    quizzes: dict[str, ScalesQuiz],
) -> None:
    quiz = quizzes["who-runs-my-day"]
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.set(mixed(quiz))
    widget.see_result.click()
    freeze(page)
    assert changes() == []


def test_a_site_from_right_to_left_looks_the_same(
    page: Page, changes: Callable[[], list[str]], tmp_path: Path
) -> None:
    files = {
        "quizzes/every-feature.yml": EVERY_FEATURE,
        "docs/page.md": written_page("# A page", quiz_block("every-feature")),
    }
    with small_site(tmp_path, files, {"theme": {"language": "ar"}}) as leftward:
        page.goto(leftward.address + "page/", wait_until="networkidle")
        freeze(page)
        assert changes() == []
