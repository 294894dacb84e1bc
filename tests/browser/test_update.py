"""A new build is published while somebody reads: what is open works on, and no two builds are mixed."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers import mixed
from tests.browser.serve import Site
from tests.browser.small import page as written_page
from tests.browser.small import quiz_of, small_site
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget
from tests.project import REPOSITORY, Project

pytestmark = pytest.mark.browser_context_args(service_workers="allow")
NAME = "do-birds-wake-me"
SCRIPT = "overrides/widgets/engine/quiz.mjs"
FILES = {"docs/news.md": written_page("# News", "Old news.")}


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    """Closing it takes the site off the network."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def site(tmp_path: Path, stack: ExitStack, watch: Watch) -> Site:
    """Its first build."""
    site = stack.enter_context(small_site(tmp_path, FILES))
    watch.expect(f"cache guidebook {site.address}", f"worker {site.address}")
    return site


def publish(site: Site) -> None:
    """Put a build in its place that has other words and other programs."""
    project = Project.at(site.folder.parent)
    project.change("docs/news.md", "Old news.", "New news.")
    project.write({SCRIPT: (project.root / SCRIPT).read_bytes() + b"\nself.build = 'new';\n"})
    project.build()


def opened(page: Page, site: Site) -> Widget:
    """The page of a quiz, once the browser keeps the book."""
    page.goto(site.address + "chapters/birds/")
    until(page, "() => navigator.serviceWorker.controller")
    widget = Widget(page, quiz_of(site, NAME))
    widget.wait()
    widget.open()
    page.evaluate("window.stayed = true")
    return widget


def fetch_update(page: Page) -> None:
    """Let the browser look for a new worker, as it does at most loads of a page."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    until(page, "async () => (await navigator.serviceWorker.getRegistration()).waiting")


def come_back(context: BrowserContext, site: Site) -> Page:
    """Open a page once more, when the new worker rules.

    Chromium ends a worker that has nothing to do after half a minute, but not while a test looks on.
    """
    waiting = "navigator.serviceWorker.getRegistration().then((found) => !!found.waiting)"
    for _ in range(20):
        page = context.new_page()
        page.goto(site.address + "news/")
        if not page.evaluate(waiting):
            return page
        page.goto("about:blank")
        developer = context.new_cdp_session(page)
        developer.send("ServiceWorker.enable")
        developer.send("ServiceWorker.stopAllWorkers")
        page.wait_for_timeout(
            3000
        )  # the new one is at work now, and must not be ended with the old
        page.close()
    raise AssertionError("the old worker never went")


def test_a_quiz_that_is_open_goes_on(page: Page, site: Site) -> None:
    widget = opened(page, site)
    answers = mixed(widget.quiz)
    widget.answer(dict(list(answers.items())[:1]))

    publish(site)
    fetch_update(page)
    widget.set(answers)
    widget.see()

    expect(widget.result).to_be_visible()
    assert page.evaluate("window.stayed && !self.build")
    page.reload()
    widget.wait()
    assert widget.chosen() == answers
    widget.open()
    expect(widget.result).to_be_visible()


@pytest.mark.sample(0)
def test_two_builds_one_after_the_other_in_the_middle_of_a_quiz_lose_no_answer(
    page: Page, site: Site
) -> None:
    widget = opened(page, site)
    answers = mixed(widget.quiz)
    for n, item in enumerate(widget.questions):
        if n in {1, 2}:
            publish_again(site, n)
            fetch_update(page)
        widget.radio(item, answers[item.id]).check()

    page.reload()
    widget.wait()

    assert widget.chosen() == answers
    widget.open()  # what the gate was told is kept nowhere
    widget.see()
    expect(widget.result).to_be_visible()


def publish_again(site: Site, number: int) -> None:
    """Put a build in its place that has other words and other programs than the last."""
    project = Project.at(site.folder.parent)
    project.write(
        {
            "docs/news.md": written_page("# News", f"News number {number}."),
            SCRIPT: (project.root / SCRIPT).read_bytes() + b"\nself.build = %d;\n" % number,
        }
    )
    project.build()


def test_a_page_of_the_new_build_comes_whole_and_never_into_an_old_one(
    page: Page, site: Site, watch: Watch
) -> None:
    watch.forgive("net::ERR_FAILED")  # how the theme is told that it must not swap
    opened(page, site)
    publish(site)
    fetch_update(page)

    page.get_by_role("link", name="News").first.click()

    expect(page.get_by_text("New news.")).to_be_visible()
    assert page.evaluate("!window.stayed")


@pytest.mark.sample(0)
def test_with_the_last_old_page_the_old_copy_goes(
    page: Page, context: BrowserContext, site: Site, watch: Watch, stack: ExitStack
) -> None:
    watch.forgive("net::ERR_FAILED")
    opened(page, site)
    publish(site)
    fetch_update(page)
    page.close()

    page = come_back(context, site)

    until(
        page,
        """async (site) => {
          const keys = await (await caches.open(`guidebook ${site}`)).keys();
          const paths = keys.map(({ url }) => url.split("?")[0]);
          return new Set(paths).size === paths.length;
        }""",
        site.address,
    )
    stack.close()
    page.reload()
    expect(page.get_by_text("New news.")).to_be_visible()


@pytest.mark.sample(0)
def test_another_tab_in_the_middle_of_a_quiz_keeps_the_old_build(
    page: Page, context: BrowserContext, site: Site, watch: Watch, stack: ExitStack
) -> None:
    watch.forgive("net::ERR_FAILED")
    widget = opened(page, site)
    other = context.new_page()
    opened(other, site)
    publish(site)
    fetch_update(page)

    other.get_by_role("link", name="News").first.click()
    expect(other.get_by_text("New news.")).to_be_visible()

    assert other.evaluate(
        "navigator.serviceWorker.getRegistration().then((found) => !!found.waiting)"
    )
    stack.close()
    widget.set(mixed(widget.quiz))
    widget.see()
    expect(widget.result).to_be_visible()


def test_whoever_publishes_the_book_can_take_all_copies_back(page: Page, site: Site) -> None:
    opened(page, site)
    advice = (REPOSITORY / "docs/contribute/host-it.md").read_text(encoding="utf-8")
    _, worker, _ = re.split(r"```(?:js)?\n", advice)
    (site.folder / "worker.js").write_text(worker, encoding="utf-8")

    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")

    until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
    assert page.evaluate("caches.keys()") == []


@pytest.mark.sample(0)
def test_half_a_build_is_not_kept(page: Page, site: Site, watch: Watch, stack: ExitStack) -> None:
    watch.forgive("net::ERR", "integrity")
    opened(page, site)
    publish(site)
    news = site.folder / "news/index.html"
    news.write_text(news.read_text(encoding="utf-8").replace("New news.", "Newest news."))

    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    until(page, "async () => !(await navigator.serviceWorker.getRegistration()).installing")

    stack.close()
    page.goto(site.address + "news/")
    expect(page.get_by_text("Old news.")).to_be_visible()
