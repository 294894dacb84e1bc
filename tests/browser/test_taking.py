"""A reader takes a self-assessment, by mouse and by keyboard, and reads a result that fits."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import WAYS, mixed
from tests.browser.expected import Outcome, outcome
from tests.browser.pages import SELF_ASSESSMENTS, WITH_SCALES, assessment
from tests.browser.serve import Site
from tests.browser.widget import Widget, paragraphs, words

Key = TypeVar("Key")
FEW = "There are not enough answers here to say anything."


@pytest.mark.sample(2)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_by_mouse_a_reader_gets_the_result_the_reference_gives(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str, way: str
) -> None:
    widget = opened(page, site, quizzes[name])
    answers = WAYS[way](widget.quiz)
    widget.open()
    widget.answer(answers)

    widget.see()

    assert_shows(widget, outcome(widget.quiz, answers))


@pytest.mark.parametrize("name", WITH_SCALES)
def test_whatever_it_is_made_of_a_self_assessment_is_scored_as_the_reference_does(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    answers = mixed(widget.quiz)
    widget.open()
    widget.set(answers)

    widget.see()

    expect(widget.result).to_be_visible()
    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_by_keyboard_alone_a_reader_gets_the_result_the_reference_gives(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    answers = mixed(widget.quiz)
    if widget.quiz.gate:
        labels = [option.label for option in widget.quiz.gate[1]]
        tab_to(page, widget.gate(labels[0]))
        for _ in range(labels.index("No")):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
    for item in widget.questions:
        choose_by_keys(
            page, widget, [*(a.id for a in item.answers), "skip"].index(answers[item.id])
        )

    tab_to(page, widget.see_result)
    page.keyboard.press("Enter")

    assert widget.chosen() == {**answers, **({"gate": "no"} if widget.quiz.gate else {})}
    assert_shows(widget, outcome(widget.quiz, answers))


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_the_result_gets_the_focus_and_is_announced(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    widget.open()
    announced = widget.status.get_by_text("Your result is below.")
    expect(announced).to_be_hidden()

    widget.see()

    expect(widget.result).to_be_focused()
    expect(widget.result).to_be_in_viewport()
    expect(announced).to_be_visible()


def test_arrow_keys_choose_but_never_ask_for_the_result(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["who-runs-my-day"])
    for item in widget.questions:
        widget.radio(item, item.answers[0].id).focus()
        for key in ("ArrowDown", "ArrowRight", "ArrowUp"):
            page.keyboard.press(key)

    assert widget.chosen() == {item.id: item.answers[1].id for item in widget.questions}
    assert widget.heard() == []
    expect(widget.result).to_be_hidden()


def test_every_scoring_is_told_once_and_in_full(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["who-runs-my-day"])
    answers = mixed(widget.quiz)
    widget.set(answers)
    assert widget.heard() == []

    widget.see()

    detail = outcome(widget.quiz, answers).detail
    assert widget.heard() == [{"quiz": "who-runs-my-day", "scores": detail, "outcome": None}]


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_a_reader_who_wants_another_step_gets_that_of_the_next_part(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    widget.open()
    widget.set(mixed(widget.quiz))
    widget.see()
    wanted = outcome(widget.quiz, mixed(widget.quiz))

    another = widget.result.get_by_role("button", name="Another step")

    for scale in [*wanted.order, wanted.order[0]]:
        assert_offers(widget, wanted, [scale])
        if len(wanted.order) == 1:
            expect(another).to_be_hidden()
            break
        another.click()


def test_a_result_on_a_phone_takes_two_screens_with_its_step_on_the_first(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for quiz in map(quizzes.get, SELF_ASSESSMENTS):
        assert quiz
        widget = opened(page, site, quiz)
        widget.open()
        widget.set(mixed(quiz))

        widget.see()

        another = widget.result.get_by_role("button", name="Another step")
        expect(another).to_be_in_viewport(ratio=1)
        tall = widget.result.evaluate("""it =>
          it.querySelector(".quiz__keep > .quiz__moves").getBoundingClientRect().bottom
          - it.getBoundingClientRect().top""")
        assert tall <= 2 * 844, quiz.name


def test_changing_an_answer_after_scoring_changes_the_result(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["am-i-oversharing"])
    answers = dict(WAYS["near the lines"](widget.quiz))
    widget.set(answers)
    widget.see()
    first = widget.questions[0]
    answers[first.id] = "never"

    widget.radio(first, "never").check()

    assert len(widget.heard()) == 2
    expect(widget.radio(first, "never")).to_be_focused()
    assert_shows(widget, outcome(widget.quiz, answers))


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_start_again_clears_every_answer_and_the_result(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = opened(page, site, quizzes[name])
    widget.open()
    for item in widget.questions[:2]:
        widget.radio(item, "often").check()
    widget.see()

    widget.start_again.click()

    expect(widget.result).to_be_hidden()
    assert widget.chosen() == {}
    gate = widget.quiz.gate
    first = widget.gate(gate[1][0].label) if gate else widget.radio(widget.questions[0], "never")
    expect(first).to_be_focused()


def test_after_start_again_another_run_gives_its_own_result(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes["how-heavy-are-the-nasty-comments"])
    widget.open()
    widget.set(WAYS["all very often"](widget.quiz))
    widget.see()
    widget.start_again.click()
    answers = mixed(widget.quiz)
    widget.open()
    widget.set(answers)

    widget.see()

    assert_shows(widget, outcome(widget.quiz, answers))


def opened(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


def choose_by_keys(page: Page, widget: Widget, position: int) -> None:
    """Tab into the next group of answers, then to the one at `position`."""
    before = len(widget.chosen())
    tab_to(page, widget.root.locator("input:focus:not(:checked)"))
    page.keyboard.press("Space")
    for _ in range(position):
        page.keyboard.press("ArrowRight")
    assert len(widget.chosen()) == before + 1


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is on the target; a reader would lose patience too."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if target.count() and target.evaluate("it => it === document.activeElement"):
            return
    pytest.fail(f"Tab never leads to {target}")


def assert_shows(widget: Widget, wanted: Outcome) -> None:
    """The result tells what it should, and nothing else of the quiz."""
    expect(widget.result).to_be_visible()
    scores = {
        scale_id: ("" if reading.score is None else str(reading.score), reading.band or "")
        for scale_id, reading in wanted.readings.items()
    }
    assert widget.scores() == scores
    notes = enumerate(widget.quiz.notes)
    says = widget.says()
    assert shown(says, {n: note.text for n, note in notes}) == list(wanted.notes)
    for scale in widget.quiz.scales:
        reading = wanted.readings[scale.id]
        says = unfolded(widget.scale(scale.id))
        own = [reading.band] if reading.band else []
        assert shown(says, {band.id: band.text for band in scale.bands}) == own
        strengths = dict(enumerate(strength.text for strength in scale.strengths))
        assert shown(says, strengths) == list(reading.strengths)
        near = {
            band.id: f"It was close: one answer could have made this “{words(band.title)}”."
            for band in scale.bands
        }
        assert [name for name, said in near.items() if said in says] == list(reading.near)
        assert (FEW in says) == (reading.score is None)
    assert_offers(widget, wanted, wanted.order[:1])


def assert_offers(widget: Widget, wanted: Outcome, scales: Sequence[str]) -> None:
    """One step, of the scale named, and none of another; `scales` is empty if there is nothing to say."""
    says = widget.says()
    steps = [
        (scale.id, band.id)
        for scale in widget.quiz.scales
        for band in scale.bands
        if band.step and paragraphs(band.step) in says
    ]
    assert steps == [(scale, wanted.readings[scale].band) for scale in scales]


def unfolded(part: Locator) -> str:
    """What a part of a result says once it is opened, on one line; afterwards it is folded again."""
    summary = part.locator("summary")
    summary.click()
    says = " ".join(part.inner_text().split())
    summary.click()
    return says


def shown(says: str, texts: Mapping[Key, str]) -> list[Key]:
    return [key for key, markdown in texts.items() if paragraphs(markdown) in says]
