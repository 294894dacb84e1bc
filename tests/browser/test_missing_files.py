"""A file of the site does not come, or not as it should: the page is complete, and is a sheet or leads to a result."""

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget, hurry, paragraphs

NAME = "who-runs-my-day"
PARTS = 5
"""Of the files of a page, for a sample to take one."""
GATED = "how-heavy-are-the-nasty-comments"
TOOLS = (
    *("plan of a week", "page of lines", "card of values", "decision tree"),
    *("my results", "form", "switch"),
)


def gone(route: Route) -> None:
    route.fulfill(status=404, body="Not here")


def mistyped(route: Route) -> None:
    """As a plain server sends what it does not know; with `nosniff`, as a careful one does."""
    route.fulfill(response=route.fetch(), content_type="application/octet-stream")


def cut_off(route: Route) -> None:
    text = route.fetch().text()
    route.fulfill(body=text[: len(text) // 4], content_type="text/javascript")


def throwing(route: Route) -> None:
    route.fulfill(body="throw new Error('broken');", content_type="text/javascript")


def blocked(route: Route) -> None:
    """By an extension of the browser, or by a network."""
    route.abort("blockedbyclient")


def silent(_: Route) -> None:
    """The server never answers."""


def changed(passage: str, to: str) -> Callable[[Route], None]:
    """The script comes, and fails at a passage of its own, which is a pattern."""

    def change(route: Route) -> None:
        text, found = re.subn(passage, to, route.fetch().text(), count=1)
        assert found
        route.fulfill(body=text, content_type="text/javascript")

    return change


THROW = "(()=>{throw new Error('broken')})()"
WAYS = {
    "is missing": gone,
    "has another type": mistyped,
    "is cut off": cut_off,
    "throws": throwing,
    "is blocked": blocked,
    "never comes": silent,
}
STARTS = {
    "is made": changed(r"\bscored ?= ?(!1|false);", f"scored={THROW};"),
    "is put into the page": changed(r"connectedCallback\(\) ?\{", f"connectedCallback(){{{THROW};"),
    "looks at its answers": changed(r"get answers\(\) ?\{", f"get answers(){{{THROW};"),
    "has all but taken over": changed(r'dataset\.live ?= ?""', f"dataset.live={THROW}"),
}
"""When a widget breaks down."""
STYLED = """() => [document.querySelector(".quiz__item")]
  .some((item) => item && getComputedStyle(item).display === "flex")"""
FORGIVEN = ("404", "Not Found", "dynamically imported module", "broken", "ERR_BLOCKED_BY_CLIENT")
FORGIVEN_TYPES = ("MIME type", "Unexpected end of", "Invalid or unexpected token", "is not defined")


def without(page: Page, watch: Watch, files: str, way: Callable[[Route], None] = gone) -> None:
    """These do not come as they should; by itself, the server answers 404."""
    watch.forgive(*FORGIVEN, *FORGIVEN_TYPES)
    page.route(re.compile(files), way)


def loaded(site: Site, page: Page, path: str) -> list[str]:
    """The scripts and styles that a page asks for by itself, by their names."""
    page.goto(site.address + path, wait_until="networkidle")
    names: list[str] = page.evaluate(
        """(site) => performance.getEntriesByType("resource")
            .map(({ name }) => name).filter((name) => name.startsWith(site)).map((name) => name.slice(site.length))""",
        site.address,
    )
    return sorted({name for name in names if re.search(r"\.(js|css|json)$", name)})


@pytest.mark.sample(3)
@pytest.mark.parametrize("what", list(itertools.product(["loader", "quiz"], WAYS)), ids=" ".join)
def test_whatever_befalls_a_script_the_page_is_the_sheet_of_paper(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz], what: tuple[str, str]
) -> None:
    file, way = what
    without(page, watch, rf"widgets/{file}\.\w+\.js$", WAYS[way])

    page.goto(site.address + assessment(NAME), wait_until="commit")

    assert_is_sheet(page, quizzes[NAME])
    page.goto("about:blank")  # nobody waits for what never comes


@pytest.mark.parametrize("start", STARTS)
def test_a_widget_that_breaks_down_leaves_the_sheet_of_paper(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz], start: str
) -> None:
    without(page, watch, r"widgets/quiz\.\w+\.js$", STARTS[start])

    page.goto(site.address + assessment(NAME))

    assert_is_sheet(page, quizzes[NAME])
    Widget(page, quizzes[NAME]).group(quizzes[NAME].blocks[0].items[0]).locator(
        "input"
    ).first.press("Enter")
    assert_is_sheet(page, quizzes[NAME])


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_file_is_missing_the_page_is_the_sheet_or_leads_to_a_result(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz], part: int
) -> None:
    files = loaded(site, page, assessment(NAME))
    assert len(files) > 6
    for file in files[part::PARTS]:
        with page.context.new_page() as other:
            without(other, watch, re.escape(file))
            other.goto(site.address + assessment(NAME), wait_until="networkidle")
            widget = Widget(other, quizzes[NAME])
            widget.is_cut_off = "deferred" in file
            if widget.see_result.is_visible():
                answers = mixed(widget.quiz)
                widget.set(answers)
                widget.see_result.click()
                assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail, file
            else:
                assert_is_sheet(other, quizzes[NAME])


def assert_is_sheet(page: Page, quiz: ScalesQuiz) -> None:
    """Questions with points, how to add up, and every reading; no button that does nothing."""
    widget = Widget(page, quiz)
    until(page, STYLED)
    hurry(page)
    expect(widget.root.get_by_text("To use this sheet on paper")).to_be_visible()
    expect(widget.result).to_be_visible()
    for scale in quiz.scales:
        for band in scale.bands:
            expect(widget.result.get_by_text(paragraphs(band.text)[:30]).first).to_be_visible()
    expect(widget.root.locator("small").first).to_be_visible()
    hurry(page)  # what has come into sight only now has its own time
    expect(widget.root.get_by_role("button")).to_have_count(0)
    expect(widget.root.locator(".quiz__screen:visible")).to_have_count(0)


@pytest.mark.parametrize("file", ["loader", "quiz"])
def test_the_question_about_safety_is_answered_without_a_script(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz], file: str
) -> None:
    page.emulate_media(reduced_motion="reduce")  # which must not keep the sheet away
    without(page, watch, rf"widgets/{file}\.\w+\.js$", silent)
    page.goto(site.address + assessment(GATED), wait_until="commit")
    widget = Widget(page, quizzes[GATED])
    help_link = widget.root.locator(".quiz__away").get_by_role("link", name="Help", exact=True)

    for answer in ("Yes", "Not sure"):
        widget.gate(answer).check()
        expect(help_link).to_be_visible()
        expect(widget.group(widget.questions[0])).to_be_hidden()
    widget.gate("No").check()
    expect(help_link).to_be_hidden()
    expect(widget.group(widget.questions[0])).to_be_visible()

    assert_is_sheet(page, quizzes[GATED])
    expect(help_link).to_be_visible()
    page.goto("about:blank")


@pytest.mark.sample(2)
@pytest.mark.parametrize("what", list(itertools.product(TOOLS, ["loader", "rest"])), ids=" ".join)
def test_a_tool_without_a_script_of_its_own_is_what_it_is_without_any(
    page: Page, site: Site, watch: Watch, browser: Browser, what: tuple[str, str]
) -> None:
    kind, files = what
    without(page, watch, r"widgets/loader" if files == "loader" else r"widgets/(?!loader)[^?]*\.js")
    with browser.new_page(java_script_enabled=False) as unscripted:
        unscripted.goto(site.address + KINDS[kind])
        plain = " ".join(unscripted.get_by_role("article").inner_text().split())

    page.goto(site.address + KINDS[kind], wait_until="networkidle")
    hurry(page)

    until(
        page,
        "(plain) => document.querySelector('article').innerText.split(/\\s+/).join(' ').trim() === plain",
        plain,
    )


@pytest.mark.parametrize("files", [r"loader", r"javascripts/bundle"])
def test_without_the_loader_or_the_theme_the_page_can_be_read(
    page: Page, site: Site, watch: Watch, files: str
) -> None:
    without(page, watch, files)

    page.goto(site.address + "toxic-negativity/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Need help now?")).to_be_visible()
    page.get_by_role("link", name="Need help now?").click()
    page.wait_for_url("**/help/")


@pytest.mark.parametrize("files", [r"\.css", r"javascripts/bundle", r"search"])
def test_without_style_theme_or_search_a_self_assessment_leads_to_its_result(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz], files: str
) -> None:
    without(page, watch, files)
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.is_cut_off = "css" in files
    widget.wait()
    answers = mixed(widget.quiz)
    widget.set(answers)

    widget.see_result.click()

    expect(widget.result).to_be_visible()
    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail


def test_what_comes_with_the_first_answer_may_fail(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment(NAME), wait_until="networkidle")
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    without(page, watch, r"\.(css|js)")
    widget.is_cut_off = True
    answers = mixed(widget.quiz)

    widget.answer(answers)
    widget.see_result.click()

    expect(widget.result).to_be_visible()
    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    page.unroute_all()
    page.reload()
    widget.wait()
    assert widget.chosen() == answers
