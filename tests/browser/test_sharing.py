"""A result leaves the page only in the reader's own hands: copied as text, or printed."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_highest, mixed, near_lines
from tests.browser.expected import outcome
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget, words

GATED = "how-heavy-are-the-nasty-comments"
OPEN = [name for name in SELF_ASSESSMENTS if name != GATED]


def scored(page: Page, site: Site, quiz: ScalesQuiz, answers: dict[str, str]) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    widget.open()
    widget.set(answers)
    widget.see()
    return widget


def copied(page: Page, widget: Widget) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    widget.result.get_by_role("button", name="Copy as text").click()
    expect(widget.result.get_by_text("Copied.")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("name", OPEN)
def test_the_copy_has_each_reading_and_the_one_step_and_nothing_hidden(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    quiz = quizzes[name]
    answers = dict(near_lines(quiz))
    widget = scored(page, site, quiz, answers)

    text = " ".join(copied(page, widget).split())

    wanted = outcome(quiz, answers)
    for scale in quiz.scales:
        reading = wanted.readings[scale.id]
        for band in scale.bands:
            own = band.id == reading.band
            assert (words(band.text) in text) == own
            if band.step:
                assert (words(band.step) in text) == (own and scale.id == wanted.order[0])
    assert text.startswith(quiz.title)
    assert text.endswith(site.address + assessment(name))


def test_the_copy_has_no_points_and_no_way_back_to_the_questions(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[OPEN[0]]
    widget = scored(page, site, quiz, dict(mixed(quiz)))

    text = copied(page, widget).removesuffix(page.url)

    assert not any(letter.isdigit() for letter in text.replace("1.", "").split("Read on:")[0])
    assert "Go back" not in text


def test_where_copying_is_not_allowed_the_reader_is_told(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    quiz = quizzes[OPEN[0]]
    widget = scored(page, site, quiz, dict(mixed(quiz)))

    widget.result.get_by_role("button", name="Copy as text").click()

    expect(widget.result.get_by_text("Copying did not work here.")).to_be_visible()
    marked: str = page.evaluate("getSelection().toString()")
    assert quiz.scales[0].title in marked


def test_a_result_can_be_printed(page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> None:
    quiz = quizzes[GATED]
    widget = scored(page, site, quiz, dict(all_highest(quiz)))
    page.evaluate("window.print = () => { window.printed = true }")

    widget.result.get_by_role("button", name="Print").click()

    assert page.evaluate("window.printed")


def test_a_result_about_cruelty_offers_no_copy(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[GATED]
    widget = scored(page, site, quiz, dict(all_highest(quiz)))

    names = widget.result.get_by_role("button").all_inner_texts()
    assert [name.split("\n")[0] for name in names] == ["Another step", "Print", "Start again"]


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_no_score_gets_into_the_address_whatever_a_reader_presses(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    quiz = quizzes[name]
    widget = scored(page, site, quiz, dict(mixed(quiz)))
    page.evaluate("window.print = () => {}")
    for button in widget.result.get_by_role("button").all()[:-1]:
        button.click()
    widget.result.get_by_label("Remember on this device").check()
    widget.result.get_by_label("Remember on this device").uncheck()

    address = urlsplit(page.url)
    assert (address.query, address.fragment) == ("", "")
