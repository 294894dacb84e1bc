"""The copy of the book that is downloaded works where there is no server: opened from a folder."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.publishing.offline_copy import FILE
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import SELF_ASSESSMENTS
from tests.browser.serve import Site
from tests.browser.widget import Widget

QUARTERS = 4
"""Of the pages, for a sample to take one."""


@pytest.fixture(scope="module")
def folder(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a reader has unpacked it."""
    folder = tmp_path_factory.mktemp("downloads")
    with ZipFile(site.folder / FILE) as packed:
        packed.extractall(folder)
    return folder / Path(FILE).stem


@pytest.fixture
def copied(page: Page, folder: Path) -> Page:
    """Its cover."""
    page.goto((folder / "index.html").as_uri())
    return page


def test_a_page_leads_to_the_copy(page: Page, site: Site, tmp_path: Path) -> None:
    page.goto(site.address + "whole-book/")

    with page.expect_download() as download:
        page.get_by_role("link", name="Download the book").click()

    download.value.save_as(tmp_path / "book.zip")
    assert (tmp_path / "book.zip").read_bytes() == (site.folder / FILE).read_bytes()


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_a_self_assessment_is_taken_to_its_result(
    copied: Page, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    quiz = quizzes[name]
    copied.get_by_role("link", name="Self-assessments").first.click()
    copied.get_by_role("article").get_by_role("link", name=quiz.title).first.click()
    widget = Widget(copied, quiz)
    widget.wait()
    widget.open()
    answers = mixed(quiz)
    widget.answer(answers)

    widget.see()

    expect(widget.result).to_be_focused()
    assert [d["scores"] for d in widget.heard()] == [outcome(quiz, answers).detail]
    expect(widget.result.get_by_role("button", name="Print")).to_be_visible()


def test_what_was_answered_is_among_the_results(
    copied: Page, folder: Path, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes["who-runs-my-day"]
    copied.goto((folder / "self-assessments/who-runs-my-day/index.html").as_uri())
    widget = Widget(copied, quiz)
    widget.wait()
    widget.set(mixed(quiz))
    widget.see()

    copied.get_by_role("link", name="My results").first.click()

    expect(copied.locator("my-results").get_by_role("heading", name=quiz.title)).to_be_visible()


def test_a_tool_makes_its_plan(copied: Page) -> None:
    copied.get_by_role("link", name="Tools").first.click()
    copied.get_by_role("article").get_by_role("link", name="Plan my week").first.click()
    copied.locator("quiz-schedule:defined").wait_for()

    copied.get_by_role("button", name="Show my plan").click()

    expect(copied.get_by_role("region", name="Your plan")).to_be_visible()


def test_the_pages_say_nothing_of_what_the_copy_cannot_do(copied: Page, folder: Path) -> None:
    copied.goto((folder / "about/privacy/index.html").as_uri())

    expect(copied.get_by_role("heading", name="Privacy", level=1)).to_be_visible()
    expect(copied.get_by_role("textbox", name="Search")).to_have_count(0)
    expect(copied.get_by_label("Keep the book on this device")).to_have_count(0)
    expect(copied.get_by_role("link", name="Download the book")).to_have_count(0)


@pytest.mark.parametrize("part", range(QUARTERS))
def test_every_page_opens_without_a_fault(copied: Page, folder: Path, part: int) -> None:
    for path in sorted(folder.rglob("*.html"))[part::QUARTERS]:
        copied.goto(path.as_uri())  # `context` has the last word
        expect(copied.get_by_role("heading", level=1)).to_have_count(1)


def test_its_menu_opens_by_keyboard(copied: Page, folder: Path) -> None:
    copied.set_viewport_size({"width": 390, "height": 800})
    copied.goto((folder / "toxic-negativity/index.html").as_uri())

    copied.get_by_role("button", name="Menu", exact=True).press("Enter")

    expect(copied.get_by_role("button", name="Chapters", exact=True)).to_be_focused()
