"""Readers' journeys, the same in every engine. `make test-engines` runs them; `make test` does not."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import WAYS, choices, items, mixed
from tests.browser.engines.reader import Reader, is_named, is_seen, says
from tests.browser.engines.taking import (
    answer_all,
    assert_result,
    assert_shows,
    begin,
    chosen,
    label,
    tab_into,
)
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.widget import paragraphs, words

PLAIN = "who-runs-my-day"
GATED = "how-heavy-are-the-nasty-comments"
AWAY = "If someone is in danger now, call your local emergency number."

pytestmark = pytest.mark.filterwarnings(
    "ignore:setting remote_server_addr:DeprecationWarning",  # Selenium's own, for WebKitGTK
)


@pytest.mark.parametrize("way", ["mixed", "near the lines"])
@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_by_mouse_a_reader_gets_the_result_the_reference_gives(
    reader: Reader, quizzes: dict[str, ScalesQuiz], name: str, way: str
) -> None:
    quiz = quizzes[name]
    answers = WAYS[way](quiz)
    begin(reader, quiz)
    for item in items(quiz):
        reader.click(reader.radio(words(item.stem), label(quiz, item.id, answers[item.id])))
    assert reader.heard() == []

    reader.click(reader.button("See my result"))

    assert_result(reader, quiz, answers)


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_by_keyboard_a_reader_gets_the_result_the_reference_gives(
    reader: Reader, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    quiz = quizzes[name]
    answers = mixed(quiz)
    reader.open(assessment(name))
    reader.find("quiz-scales:defined")
    reader.press(Keys.TAB, Keys.ENTER)  # "Skip to content"
    if quiz.gate:
        reader.tab_to(lambda it: it.get_dom_attribute("name") == "gate")
        reader.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)  # by way of "Not sure" to "No"
    for item in items(quiz):
        tab_into(reader, item)
        steps = choices(quiz, item).index(answers[item.id])
        reader.press(Keys.SPACE, *[Keys.ARROW_RIGHT] * steps)
    assert reader.heard() == []

    reader.tab_to(lambda it: is_named(it, "button", "See my result"))
    reader.press(Keys.ENTER)

    assert_result(reader, quiz, answers)


@pytest.mark.parametrize("answer", ["Yes", "Not sure"])
def test_whoever_may_be_in_danger_is_led_to_help_without_a_score(
    reader: Reader, quizzes: dict[str, ScalesQuiz], answer: str
) -> None:
    quiz = quizzes[GATED]
    reader.open(assessment(quiz.name))
    reader.find("quiz-scales:defined")
    assert not is_seen(reader.find(".quiz__questions"))
    assert quiz.gate
    reader.click(reader.radio(words(quiz.gate[0]), answer))

    reader.press(Keys.ENTER)

    assert not is_seen(reader.find(".quiz__questions"))
    assert not is_seen(reader.find(".quiz__result"))
    assert reader.heard() == []
    assert AWAY in says(reader.find("quiz-scales [role=status]"))
    reader.click(reader.link("Help", within="quiz-scales [role=status]"))
    reader.arrive("help/")


def test_start_again_clears_every_answer_and_the_result(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    begin(reader, quiz)
    first = items(quiz)[0]
    answer = reader.radio(words(first.stem), label(quiz, first.id, "often"))
    reader.click(answer)
    reader.click(reader.button("See my result"))
    reader.click(reader.button("Show what my answers come to so far"))

    reader.click(reader.button("Start again"))

    reader.wait_until(lambda: not is_seen(reader.find(".quiz__result")), "an empty form")
    assert not answer.is_selected()
    assert reader.focus.get_dom_attribute("name") == first.id


def test_a_quiz_works_after_instant_navigation_there_and_back(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    answers = mixed(quiz)
    reader.open("self-assessments/")
    reader.ask("window.stayed = true")
    reader.click(reader.link("Who runs my day?", within="article"))
    reader.arrive(assessment(quiz.name))
    reader.find("quiz-scales:defined")
    answer_all(reader, answers)
    reader.click(reader.button("See my result"))
    assert_result(reader, quiz, answers)

    reader.driver.back()
    reader.arrive("self-assessments/")
    reader.wait_until(lambda: not reader.all("quiz-scales"), "the page before")
    reader.driver.forward()

    reader.arrive(assessment(quiz.name))
    reader.find("quiz-scales:defined")
    assert chosen(reader) == answers
    assert_shows(reader, quiz, answers)
    assert reader.ask("return window.stayed")


def test_a_link_within_the_page_keeps_the_answers(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    answers = mixed(quiz)
    begin(reader, quiz)
    answer_all(reader, answers)
    reader.click(reader.button("See my result"))

    reader.click(reader.find(".quiz__result summary"))
    reader.click(reader.link("Go back to these questions", within=".quiz__result"))
    reader.wait_until(lambda: "#" in reader.path, "a place in the page")
    reader.driver.back()

    reader.arrive(assessment(quiz.name))
    assert_shows(reader, quiz, answers)


def test_answers_stand_in_a_row_below_their_question(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    begin(reader, quizzes[PLAIN])
    group = reader.group(words(items(quizzes[PLAIN])[0].stem))
    legend, *labels = group.find_elements(By.CSS_SELECTOR, "legend, label")
    *answers, skip = [label.rect for label in labels]

    assert {answer["y"] for answer in answers} == {answers[0]["y"]}
    assert legend.rect["y"] + legend.rect["height"] <= answers[0]["y"]
    assert answers[0]["y"] + answers[0]["height"] <= skip["y"]
    assert legend.rect["width"] == skip["width"] == group.rect["width"]
    assert min(label["height"] for label in [*answers, skip]) >= 44


def test_the_chosen_answer_stands_out(reader: Reader, quizzes: dict[str, ScalesQuiz]) -> None:
    begin(reader, quizzes[PLAIN])
    chosen, other, *_ = reader.all("fieldset label")
    reader.click(chosen)
    look = "return getComputedStyle(arguments[0]).boxShadow"

    assert reader.ask(look, chosen) != "none"
    assert reader.ask(look, other) == "none"


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_without_script_the_whole_sheet_can_be_read(
    without_script: Reader, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    quiz = quizzes[name]
    without_script.open(assessment(name))

    sheet = says(without_script.find("quiz-scales"))

    for item in items(quiz):
        assert words(item.stem) in sheet
    for scale in quiz.scales:
        for band in scale.bands:
            assert f"{words(band.title)} {band.low}" in sheet
            assert paragraphs(band.text) in sheet
    assert not any(is_seen(button) for button in without_script.all("quiz-scales button"))


def test_without_script_enter_takes_no_answer_anywhere(without_script: Reader) -> None:
    page = assessment(PLAIN)
    without_script.open(page)
    first = without_script.find("quiz-scales input")
    without_script.click(first)

    without_script.press(Keys.ENTER)

    assert without_script.path == page
    assert first.is_selected()
