"""Nothing leaves the reader's device, nothing stays on it, and nothing of ours is inline.

`conftest.context` asks the first two of every test; these ask it of every page.
"""

import re
from html.parser import HTMLParser

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget

EIGHTHS = 8
"""Of the pages, for a sample to take one."""
MATERIALS_OWN = (
    r"__md_scope=new URL\(\"[./]+\",location\),__md_hash=.*",  # where the site begins
    r"var palette=__md_get\(\"__palette\"\);.*",  # the reader's choice of light or dark
    r"var target=document\.getElementById\(location\.hash\.slice\(1\)\);.*",  # opens a tab
)
"""The inline scripts of the theme; the site adds none."""


class Inline(HTMLParser):
    """Everything inline on a page: scripts, styles, style attributes and handlers."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.outside: list[str] = []
        self._script = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        data = given.get("type") in {"application/json", "application/ld+json"}  # which never run
        self._script = tag == "script" and "src" not in given and not data
        if tag == "style":
            self.found.append("<style>")
        self.found += [
            f"{n}={v!r} on <{tag}>" for n, v in attrs if n == "style" or n.startswith("on")
        ]
        if tag != "a":
            fetched = (given.get(key) or "" for key in ("src", "href", "srcset", "data", "action"))
            self.outside += [
                f"<{tag}> {url}" for url in fetched if re.match(r"(?:https?:)?//", url)
            ]

    def handle_data(self, data: str) -> None:
        if self._script and not any(re.fullmatch(own, data, re.DOTALL) for own in MATERIALS_OWN):
            self.found.append(f"<script> {data[:80]}")

    def handle_endtag(self, _tag: str) -> None:
        self._script = False


def test_no_page_has_anything_inline_but_the_themes_own(site: Site) -> None:
    found = {page: Inline(site.html(page)).found for page in site.pages}

    assert {page: inline for page, inline in found.items() if inline} == {}


def test_no_page_names_a_file_of_another_computer(site: Site) -> None:
    named = {page: Inline(site.html(page)).outside for page in site.pages}

    outside = {url for urls in named.values() for url in urls if site.address not in url}
    assert outside == set()


@pytest.mark.parametrize("part", range(EIGHTHS))
def test_opening_every_page_fetches_and_stores_nothing_it_should_not(
    page: Page, site: Site, part: int
) -> None:
    for path in site.pages[part::EIGHTHS]:
        page.goto(site.address + path, wait_until="load")  # `context` has the last word


def test_after_the_first_answer_a_quiz_needs_no_connection(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment("who-runs-my-day"), wait_until="networkidle")
    widget = Widget(page, quizzes["who-runs-my-day"])
    widget.wait()
    answers = mixed(widget.quiz)
    widget.radio(widget.questions[0], answers[widget.questions[0].id]).check()
    page.wait_for_load_state("networkidle")
    expect(widget.root.locator("remember-box:defined")).to_have_count(1)
    requests = requests_from(page)
    context.set_offline(True)
    widget.answer(answers)

    widget.see()
    widget.start_again.click()

    assert requests == []


def test_answers_stay_out_of_the_address_and_the_title(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment("who-runs-my-day"))
    widget = Widget(page, quizzes["who-runs-my-day"])
    widget.wait()
    before = page.url, page.title()
    widget.answer(mixed(widget.quiz))

    widget.see()

    assert (page.url, page.title()) == before


def test_what_is_searched_for_is_not_sent(page: Page, site: Site) -> None:
    page.goto(site.address, wait_until="networkidle")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("search").wait_for()
    page.wait_for_load_state("networkidle")
    requests = requests_from(page)

    page.keyboard.type("nasty comments")
    page.get_by_role("search").get_by_role("link").first.wait_for()

    # The first letter of all fetches the search itself, whatever it is.
    names = [re.sub(r"\.[0-9a-f]{8}\.", ".*.", url.removeprefix(site.address)) for url in requests]
    assert set(names) <= {"search/words.*.json", "assets/javascripts/workers/search.*.min.js"}


def requests_from(page: Page) -> list[str]:
    """Fills up with the addresses that the page asks for from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked
