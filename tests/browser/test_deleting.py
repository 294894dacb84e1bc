"""What a reader has deleted does not come back: not with Back, not from another tab, not with one more answer."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from scripts.browser import launch_options
from tests.browser.answers import mixed
from tests.browser.pages import KINDS, assessment
from tests.browser.schedule import Week
from tests.browser.serve import Site
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget, take_back

NAME = "who-runs-my-day"
TOOLS = {
    "plan of a week": ("[name=visit-start]", "07:07"),
    "page of lines": ("[type=text], input:not([type])", "my own line"),
    "card of values": ("[name^=own]", "a word of mine"),
}
"""A tool → a field that can be filled in, and with what."""


@pytest.fixture(scope="module")
def keeper(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """A browser that keeps the pages one has left, as all do; Playwright turns that off."""
    others = {k: v for k, v in browser_type_launch_args.items() if k != "executable_path"}
    options = others | launch_options(whole=True)
    browser = browser_type.launch(**options, ignore_default_args=["--disable-back-forward-cache"])
    yield browser
    browser.close()


@pytest.fixture
def left(keeper: Browser) -> Iterator[Page]:
    """A page of it that notes whether it was brought back whole."""
    with keeper.new_context(service_workers="block") as context:
        context.add_init_script(
            "addEventListener('pageshow', ({ persisted }) => { window.whole = persisted })"
        )
        yield context.new_page()


def taken(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    """The page of a self-assessment with its result."""
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    widget.set(mixed(quiz))
    widget.see()
    return widget


def delete(page: Page, site: Site) -> None:
    page.wait_for_load_state("networkidle")  # a page that still fetches is not kept
    page.goto(site.address + "my-results/")
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Your answers, results and plans are deleted")).to_be_visible()


def back(page: Page, path: str) -> None:
    """Back to a page that is brought back whole: it does not load, which Playwright's own would wait for."""
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_url(f"**/{path}", wait_until="commit")
    until(page, "() => window.whole")


def is_empty(widget: Widget) -> None:
    expect(widget.result).to_be_hidden()
    expect(widget.root.locator("fieldset :checked")).to_have_count(0)


def test_back_to_a_page_that_the_browser_kept_shows_no_answer_that_was_deleted(
    left: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = taken(left, site, quizzes[NAME])
    delete(left, site)

    back(left, assessment(NAME))

    is_empty(widget)
    first = widget.questions[0]
    widget.radio(first, first.answers[0].id).check()
    record = json.loads(left.evaluate("sessionStorage['guidebook /']"))
    assert record["quizzes"][NAME]["answers"] == {first.id: first.answers[0].id}
    assert not record.get("results")


def test_back_to_my_results_shows_no_result_that_was_deleted(
    left: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    taken(left, site, quizzes[NAME])
    left.goto(site.address + "my-results/")
    expect(left.get_by_role("heading", name="Who runs my day?")).to_be_visible()
    left.goto(site.address + "about/privacy/")
    delete(left, site)
    left.goto(site.address + "about/privacy/")

    left.evaluate("setTimeout(() => history.go(-3))")
    left.wait_for_url("**/my-results/", wait_until="commit")

    expect(left.get_by_text("There is nothing here yet.")).to_be_visible()


@pytest.mark.parametrize("kind", TOOLS)
def test_back_to_a_tool_shows_no_plan_that_was_deleted(left: Page, site: Site, kind: str) -> None:
    field = filled(left, site, kind)
    delete(left, site)

    back(left, KINDS[kind])

    expect(field).not_to_have_value(TOOLS[kind][1])


def filled(page: Page, site: Site, kind: str) -> Locator:
    """A field of a tool, filled in by a reader."""
    selector, words = TOOLS[kind]
    page.goto(site.address + KINDS[kind])
    page.locator(".quiz:defined").first.wait_for()
    field = page.locator(f"[data-quiz] :is({selector})").first
    field.evaluate("(field) => field.closest('details')?.setAttribute('open', '')")
    if not field.is_visible():  # it comes with its choice
        page.locator("[data-quiz] label:has(+ .tool__asked) input").first.check()
    field.fill(words)
    until(page, "words => sessionStorage['guidebook /']?.includes(words)", words)
    return field


@pytest.fixture
def tabs(
    page: Page,
    context: BrowserContext,
    site: Site,
    quizzes: dict[str, ScalesQuiz],
    watch: Watch,
) -> tuple[Widget, Page]:
    """A result in one tab of a device that remembers, and another tab."""
    watch.expect("localStorage guidebook /")
    widget = taken(page, site, quizzes[NAME])
    page.get_by_label("Remember on this device").check()
    return widget, context.new_page()


def test_another_tab_follows_a_deletion_and_writes_nothing_of_it_again(
    tabs: tuple[Widget, Page], site: Site
) -> None:
    widget, other = tabs
    delete(other, site)

    is_empty(widget)
    first = widget.questions[0]
    widget.radio(first, first.answers[0].id).check()
    assert widget.page.evaluate("localStorage.length") == 0
    record = json.loads(widget.page.evaluate("sessionStorage['guidebook /']"))
    assert record["quizzes"][NAME]["answers"] == {first.id: first.answers[0].id}
    assert not record.get("results")


def test_a_tab_that_remembers_nothing_follows_a_deletion_too(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = taken(page, site, quizzes[NAME])

    delete(context.new_page(), site)

    is_empty(widget)
    assert page.evaluate("sessionStorage.length") == 0


def test_a_tool_in_another_tab_follows_a_deletion(
    page: Page, context: BrowserContext, site: Site
) -> None:
    week = Week(page, site)
    week.show.click()
    expect(page.get_by_role("region", name="Your plan")).to_be_visible()

    delete(context.new_page(), site)

    expect(page.get_by_role("region", name="Your plan")).to_be_hidden()


def test_start_again_in_another_tab_is_followed(tabs: tuple[Widget, Page], site: Site) -> None:
    widget, other = tabs
    other.goto(site.address + assessment(NAME))
    second = Widget(other, widget.quiz)
    second.wait()

    second.start_again.click()

    is_empty(widget)


def test_what_one_tab_takes_back_from_the_device_stays_in_the_tabs_that_show_it(
    tabs: tuple[Widget, Page], site: Site
) -> None:
    widget, other = tabs
    other.goto(site.address + "my-results/")
    take_back(other)
    expect(widget.page.get_by_label("Remember on this device")).not_to_be_checked()

    widget.page.reload()
    widget.wait()

    assert widget.chosen() == mixed(widget.quiz)
    assert widget.page.evaluate("localStorage.length") == 0
