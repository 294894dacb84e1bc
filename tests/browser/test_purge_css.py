"""A page looks the same without the theme's styles that were left out."""

import re
from pathlib import Path

import material
import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site
from tests.browser.shape import DESK, PHONE
from tests.browser.widget import Widget

[WHOLE] = (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
"""The theme's own sheet."""
STILL = "<style>* { transition: none !important; animation: none !important; }</style>"
"""In place of the policy, which forbids what scripts have written into the page's own text."""
CHANGES = """async () => {
  const look = (element, part) => {
    const style = getComputedStyle(element, part);
    if (!element.getClientRects().length) return ["hidden: yes"];
    const isDrawn = !part || style.content !== "none";
    const names = isDrawn ? [...style].filter((name) => !name.startsWith("--")) : ["content"];
    return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
  };
  const kinds = new Map();
  const named = ({ name, value }) => (/^(class|type|dir|data-md-.*)$/.test(name) ? `${name}=${value}` : name);
  const own = (element) => element && [element.localName, ...[...element.attributes].map(named)].join(" ");
  const kind = (element) => element && kinds.get(element) || (element ? kinds.set(element, [
    kind(element.parentElement), own(element.previousElementSibling), own(element), !element.nextElementSibling,
  ].join()).get(element) : "");
  const every = [document.documentElement, document.body, ...document.body.querySelectorAll("*")];
  const chosen = [...new Map(every.map((element) => [kind(element), element])).values()];
  const styles = () => chosen.flatMap(
    (element) => ["", "::before", "::after"].map((part) => [element, part, look(element, part)]));
  let link = document.querySelector('link[href*="assets/stylesheets/main."]');
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
"""What elements look otherwise once the theme's whole sheet takes the place of ours; of each kind, one is looked at.

A kind has the same names and classes, below others of one kind and beside a neighbour that looks the same.
"""


def looks_the_same(page: Page) -> None:
    """The page as it stands, with no script left that could move things while they are looked at."""
    page.evaluate("""() => {
      for (const box of document.querySelectorAll("input")) box.toggleAttribute("checked", box.checked);
    }""")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', STILL, page.content())
    address = page.url.partition("#")[0]
    page.route("**/whole.css", lambda route: route.fulfill(path=WHOLE, content_type="text/css"))
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route(
        re.compile(r"\.m?js$"), lambda route: route.fulfill(body="", content_type="text/javascript")
    )
    page.reload()
    assert page.evaluate(CHANGES) == []
    page.emulate_media(media="print")
    assert page.evaluate(CHANGES) == []


def test_a_result_looks_the_same(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> None:
    page.emulate_media(reduced_motion="reduce", color_scheme="dark")
    quiz = quizzes["who-runs-my-day"]
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.set(mixed(quiz))
    widget.see_result.click()
    looks_the_same(page)


def test_the_menu_and_what_was_found_look_the_same(page: Page, site: Site) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site.address + "hyper-active-engagement/")
    page.keyboard.press("/")
    page.keyboard.type("alerts")
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()
    page.evaluate("document.querySelector('#__drawer').checked = true")
    looks_the_same(page)


@pytest.mark.sample(1)
@pytest.mark.parametrize("kind", ["home", "sources", "form", "wrong address", "my results"])
def test_nothing_on_a_page_looks_otherwise(page: Page, site: Site, kind: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(site.address + KINDS[kind], wait_until="networkidle")
    looks_the_same(page)
