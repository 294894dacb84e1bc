"""The book as each host leaves it: built, finished and published by the command of docs/contribute, then read.

Not a part of `make test`: `make test-hosts` runs it, and a workflow does so each night. As in every test with
a browser, nothing may be left on the device, asked of another computer or complained of in the console.
"""

import re
import shutil
from collections.abc import Iterator
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from guidebook.book.book import Book
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.publishing import headers
from scripts.hosts.build import build
from scripts.hosts.settings import HOSTS
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site, serving
from tests.browser.test_taking import assert_shows
from tests.browser.until import until
from tests.browser.widget import Widget
from tests.project import REPOSITORY

QUIZ = "who-runs-my-day"
SCREENS = {
    "phone": ViewportSize(width=390, height=844),
    "desktop": ViewportSize(width=1280, height=800),
}
Scheme: TypeAlias = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

READABLE = """(element) => {
  const parts = (colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = parts(colour)
      .map((n) => n / 255)
      .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const { left, top, bottom, width } = element.getBoundingClientRect();
  const seen = [Math.max(top, 0), Math.min(bottom, innerHeight)]; // a find may be longer than a screen
  const below = element.getRootNode().elementsFromPoint(left + width / 2, (seen[0] + seen[1]) / 2);
  if (below[0] !== element && !element.contains(below[0])) return false; // something lies on top of it
  const ground = [...below, document.body, document.documentElement]
    .map((e) => getComputedStyle(e).backgroundColor).find((colour) => parts(colour)[3] > 200) ?? "white";
  const [a, b] = [light(getComputedStyle(element).color), light(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 4.5;
}"""
"""Whether an element lies on top, and its words differ from their ground as WCAG 2.2 asks (1.4.3)."""


@pytest.fixture(scope="session", params=HOSTS)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The finished site of one host, at the address that it was built for, with the headers that it asks for."""
    with serving(tmp_path_factory.mktemp("host")) as site:
        built, _ = build(request.param, site.address)
        shutil.copytree(built, site.folder, dirs_exist_ok=True)
        site.rules.update(headers.read((site.folder / headers.FILE).read_text(encoding="utf-8")))
        yield site


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_way_to_help_can_be_read(
    published: Site, page: Page, scheme: Scheme, screen: str
) -> None:
    page.set_viewport_size(SCREENS[screen])
    page.emulate_media(color_scheme=scheme)
    for path in ("", "hyper-active-engagement/", "help/"):
        page.goto(published.address + path)
        link = page.get_by_role("link", name="Need help now?", exact=True)
        expect(link).to_be_visible()
        until(page, READABLE, link.element_handle())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_search_finds_and_what_it_found_can_be_read(
    published: Site, page: Page, scheme: Scheme
) -> None:
    page.set_viewport_size(SCREENS["phone"])
    page.emulate_media(color_scheme=scheme)
    page.goto(published.address, wait_until="networkidle")
    page.keyboard.press("/")
    field = page.get_by_placeholder("Search").locator("visible=true")
    field.press_sequentially("loneliness")
    finds = page.get_by_role("link").or_(page.get_by_role("option"))  # as Zensical calls them
    found = finds.filter(has_text="oneliness").locator("visible=true").first

    expect(found).to_be_in_viewport()
    expect(field).to_have_css("border-top-style", "none")  # without its styles, a box
    until(page, READABLE, found.element_handle())


def test_a_self_assessment_gives_the_result_that_the_reference_gives(
    published: Site, page: Page, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(published.address + assessment(QUIZ))
    widget = Widget(page, quizzes[QUIZ])
    widget.wait()
    answers = mixed(widget.quiz)
    widget.open()
    widget.answer(answers)

    widget.see_result.click()

    assert_shows(widget, outcome(widget.quiz, answers))


def test_a_walk_from_page_to_page_leaves_nothing_behind(published: Site, page: Page) -> None:
    """The watch of every test looks for what is stored, asked for elsewhere or complained of."""
    page.goto(published.address)
    for words in ("Something just happened", "Need help now?"):
        page.get_by_role("link", name=words, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{published.address}404.html")


def test_programs_that_read_for_people_are_told_of_help_and_of_every_page(
    published: Site,
) -> None:
    told = (published.folder / "llms.txt").read_text(encoding="utf-8")
    lines = Book(REPOSITORY).help_lines
    linked = re.findall(r"^- \[[^\]]+\]\(([^)]+)\): \S", told, re.MULTILINE)

    assert lines
    assert lines.markdown.strip() in told
    assert "{%" not in told
    assert set(linked) == {
        published.address + page for page in published.pages if page != "404.html"
    }


def test_the_site_says_what_its_host_must_say(published: Site) -> None:
    everywhere = published.rules[headers.EVERYTHING]
    assert "script-src 'self' 'sha256-" in everywhere["Content-Security-Policy"]
    assert all("Content-Security-Policy" in published.html(page) for page in published.pages)
    assert (published.folder / "worker.js").is_file()
