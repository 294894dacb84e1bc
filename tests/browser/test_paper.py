"""Without script, and on paper, a self-assessment is a whole sheet that can be added up by hand."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_highest
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget, paragraphs, words

without_script = pytest.mark.browser_context_args(java_script_enabled=False)
each_quiz = pytest.mark.parametrize("name", SELF_ASSESSMENTS)


@each_quiz
@pytest.mark.parametrize("medium", ["screen", "print"])
@without_script
def test_without_script_the_sheet_is_whole(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str, medium: str
) -> None:
    page.emulate_media(media="print" if medium == "print" else "screen")

    page.goto(site.address + assessment(name))

    assert missing(Widget(page, quizzes[name])) == []


@each_quiz
def test_with_script_the_sheet_is_printed_whole(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])

    page.emulate_media(media="print")

    assert missing(widget) == []


@each_quiz
def test_after_start_again_the_sheet_is_printed_whole(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    widget.open()
    widget.see()
    widget.start_again.click()
    expect(widget.result).to_be_hidden()

    page.emulate_media(media="print")

    assert missing(widget) == []


def test_a_result_is_printed_as_it_is_read(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["who-runs-my-day"])
    widget.answer(all_highest(widget.quiz))
    widget.see()

    page.emulate_media(media="print")

    expect(widget.root.get_by_text("To use this sheet on paper")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for scale in widget.quiz.scales:
        read = [b.id for b in scale.bands if paragraphs(b.text) in plain(widget.scale(scale.id))]
        assert read == [scale.bands[-1].id]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(widget.result.get_by_text(words(widget.quiz.scales[0].bands[-1].text))).to_be_hidden()


@each_quiz
@without_script
def test_without_script_nothing_is_offered_that_does_nothing(
    page: Page, site: Site, name: str
) -> None:
    page.goto(site.address + assessment(name))

    quiz = page.locator(f'[data-quiz="{name}"]')
    expect(quiz.get_by_role("button")).to_have_count(0)
    expect(quiz.get_by_text("Your result is below.")).to_be_hidden()


@without_script
def test_without_script_enter_in_an_answer_leads_nowhere(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment("who-runs-my-day"))
    before = page.url
    widget = Widget(page, quizzes["who-runs-my-day"])
    first = widget.questions[0]
    answer = widget.group(first).locator("[value=often]")
    answer.check()

    answer.press("Enter")

    expect(answer).to_be_checked()
    assert page.url == before


def opened(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


def missing(widget: Widget) -> list[str]:
    """What the sheet should say and does not."""
    said = plain(widget.root)
    return [line for line in sheet(widget.quiz) if line not in said]


def plain(part: Locator) -> str:
    return " ".join(part.inner_text().split())


def sheet(quiz: ScalesQuiz) -> Iterator[str]:
    """Everything that somebody with a pen needs, piece by piece."""
    if quiz.gate:
        yield words(quiz.gate[0])
        yield from (words(option.label) for option in quiz.gate[1])
        yield from (paragraphs(text) for text in (quiz.gate.text, quiz.gate.first) if text)
        yield "begin here: If someone is in danger now, call your local emergency number."
        yield "The rest in order, and people to talk to: Help"
    for block in quiz.blocks:
        yield words(block.title)
        for item in block.items:
            points = (
                f"{words(a.label)} {'' if a.points is None else a.points}" for a in item.answers
            )
            yield " ".join((words(item.stem), *points, words(quiz.skip or ""))).replace("  ", " ")
    for note in quiz.notes:
        yield paragraphs(note.text)
    for scale in quiz.scales:
        numbers = ", ".join(map(str, scale.items))
        yield f"Points of questions {numbers}: ______ (from {scale.lowest} to {scale.highest})"
        for band in scale.bands:
            yield f"{words(band.title)} {band.low} to {band.high} {paragraphs(band.text)}"
            if band.step:
                yield f"{words(scale.title)}, {words(band.title)}: {paragraphs(band.step)}"
        for strength in scale.strengths:
            yield paragraphs(strength.text)
