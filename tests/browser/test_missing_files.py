"""A file of the site does not come: the page is complete, can be read, and leads to a result."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from guidebook.quiz.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site
from tests.browser.watch import Watch
from tests.browser.widget import Widget, paragraphs

NAME = "who-runs-my-day"
TOOLS = ("plan of a week", "page of lines", "card of values", "decision tree", "my results", "form")


def without(page: Page, watch: Watch, files: str) -> None:
    """The server answers 404 for these."""
    watch.forgive("404", "Not Found", "dynamically imported module")
    page.route(re.compile(files), gone)


def gone(route: Route) -> None:
    route.fulfill(status=404, body="Not here")


def asked(site: Site, page: Page, path: str, kind: str) -> list[str]:
    """The files of a kind that a page asks for by itself or as it comes alive, by their names."""
    page.goto(site.address + path, wait_until="networkidle")
    names: list[str] = page.evaluate(
        """(site) => performance.getEntriesByType("resource")
            .map(({ name }) => name).filter((name) => name.startsWith(site)).map((name) => name.slice(site.length))""",
        site.address,
    )
    return sorted({name for name in names if re.search(kind, name)})


def test_without_any_module_the_page_is_the_sheet_of_paper(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz]
) -> None:
    for file in asked(site, page, assessment(NAME), r"widgets/(?!loader).*\.js$"):
        with page.context.new_page() as other:
            without(other, watch, re.escape(file))
            other.goto(site.address + assessment(NAME), wait_until="networkidle")

            assert sheet_is_whole(other, quizzes[NAME]), file


def sheet_is_whole(page: Page, quiz: ScalesQuiz) -> bool:
    """Questions with points, how to add up, and every reading; no button that does nothing."""
    widget = Widget(page, quiz)
    expect(widget.root.get_by_text("To use this sheet on paper")).to_be_visible()
    expect(widget.result).to_be_visible()
    for scale in quiz.scales:
        for band in scale.bands:
            expect(widget.result.get_by_text(paragraphs(band.text)[:30]).first).to_be_visible()
    expect(widget.root.locator("small").first).to_be_visible()
    expect(widget.root.get_by_role("button")).to_have_count(0)
    return True


@pytest.mark.parametrize("kind", TOOLS)
def test_a_tool_without_its_module_is_what_it_is_without_script(
    page: Page, site: Site, watch: Watch, browser: Browser, kind: str
) -> None:
    without(page, watch, r"widgets/(?!loader)[^?]*\.js")
    with browser.new_page(java_script_enabled=False) as unscripted:
        unscripted.goto(site.address + KINDS[kind])
        plain = " ".join(unscripted.get_by_role("article").inner_text().split())

    page.goto(site.address + KINDS[kind], wait_until="networkidle")
    page.locator("[data-failed]").first.wait_for(state="attached")

    assert " ".join(page.get_by_role("article").inner_text().split()) == plain


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
    answers = mixed(widget.quiz)

    widget.answer(answers)
    widget.see_result.click()

    expect(widget.result).to_be_visible()
    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    page.unroute_all()
    page.reload()
    widget.wait()
    assert widget.chosen() == answers
