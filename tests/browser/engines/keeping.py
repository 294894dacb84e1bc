"""What is kept for a reader and what is not, the same in every engine. `make test-engines` runs it."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import choices, items, mixed
from tests.browser.engines.reader import Reader, is_named, is_seen, says
from tests.browser.engines.taking import (
    assert_result,
    assert_shows,
    begin,
    chosen,
    see_result,
    tab_into,
)
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.widget import words

PLAIN = "who-runs-my-day"
GATED = "how-heavy-are-the-nasty-comments"
TWO = ("am-i-oversharing", PLAIN)

pytestmark = pytest.mark.filterwarnings(
    "ignore:setting remote_server_addr:DeprecationWarning",  # Selenium's own, for WebKitGTK
)


def test_a_reload_keeps_the_answers_and_the_result(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    answers = mixed(quiz)
    see_result(reader, quiz, answers)

    reader.driver.refresh()
    reader.find("quiz-scales:defined")

    assert chosen(reader) == answers
    assert_shows(reader, quiz, answers)


@pytest.mark.parametrize("remembered", [True, False], ids=["remembered", "not remembered"])
def test_another_tab_knows_the_answers_only_if_the_device_is_to_remember(
    reader: Reader, quizzes: dict[str, ScalesQuiz], *, remembered: bool
) -> None:
    quiz = quizzes[PLAIN]
    answers = mixed(quiz)
    see_result(reader, quiz, answers)
    if remembered:
        box = next(reader.named("checkbox", "Remember on this device", "remember-box input"))
        reader.click(box)

    with reader.another_tab():
        begin(reader, quiz)
        assert chosen(reader) == (answers if remembered else {})
        reader.open("my-results/")
        reader.find("my-results:defined")
        assert len(reader.all("my-results section")) == remembered
        reader.click(reader.button("Delete everything"))

    assert reader.ask("return localStorage.length") == 0


def test_what_another_tab_deletes_is_gone_from_this_one(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    see_result(reader, quiz, mixed(quiz))
    box = next(reader.named("checkbox", "Remember on this device", "remember-box input"))
    reader.click(box)

    with reader.another_tab():
        reader.open("my-results/")
        reader.find("my-results:defined")
        reader.click(reader.button("Delete everything"))

    reader.wait_until(lambda: chosen(reader) == {}, "an empty form")
    assert not is_seen(reader.find(".quiz__result"))
    assert reader.ask("return localStorage.length") == 0


def test_back_to_a_page_with_a_result_that_was_deleted_shows_none(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    see_result(reader, quiz, mixed(quiz))
    reader.open("my-results/")
    reader.find("my-results:defined")
    reader.click(reader.button("Delete everything"))

    reader.driver.back()

    reader.arrive(assessment(quiz.name))
    reader.find("quiz-scales:defined")
    reader.wait_until(lambda: chosen(reader) == {}, "an empty form")
    assert not is_seen(reader.find(".quiz__result"))


def test_what_lay_in_a_tab_for_five_hours_does_not_come_back(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    see_result(reader, quiz, mixed(quiz))
    reader.ask(
        "const record = JSON.parse(sessionStorage['guidebook /']);"
        "record.used -= 5 * 3_600_000;"
        "sessionStorage['guidebook /'] = JSON.stringify(record);"
    )

    reader.driver.refresh()

    reader.find("quiz-scales:defined")
    assert chosen(reader) == {}


OTHER = ".quiz__questions fieldset"


def test_one_question_at_a_time_by_keyboard(reader: Reader, quizzes: dict[str, ScalesQuiz]) -> None:
    quiz = quizzes[PLAIN]
    answers = mixed(quiz)
    begin(reader, quiz)
    reader.press(Keys.TAB, Keys.ENTER)  # "Skip to content"
    enter(reader, "One question at a time")
    first = reader.find(".quiz__progress")
    reader.wait_until(lambda: is_seen(first) and not is_seen(reader.all(OTHER)[-1]), "one question")
    for number, item in enumerate(items(quiz), 1):
        shown = [group for group in reader.all(".quiz__questions fieldset") if is_seen(group)]
        assert [group.accessible_name for group in shown] == [words(item.stem)]
        assert says(reader.find(".quiz__progress")) == f"Question {number} of {len(items(quiz))}"
        tab_into(reader, item)
        steps = choices(quiz, item).index(answers[item.id])
        reader.press(Keys.SPACE, *[Keys.ARROW_RIGHT] * steps)
        last = item is items(quiz)[-1]
        enter(reader, "See my result" if last else "Next")

    assert_result(reader, quiz, answers)


def test_my_results_show_two_results_and_delete_them(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    for name in TWO:
        see_result(reader, quizzes[name], mixed(quizzes[name]))
    reader.open("my-results/")
    reader.find("my-results:defined")

    shown = reader.all("my-results section")
    assert [says(it.find_element(By.CSS_SELECTOR, "h3")) for it in shown] == [
        quizzes[name].title for name in TWO
    ]
    for name, section in zip(TWO, shown, strict=True):
        assert [says(it) for it in section.find_elements(By.CSS_SELECTOR, "dd")] == readings(
            quizzes[name]
        )

    reader.click(reader.button("Delete everything"))

    assert not reader.all("my-results section")
    assert reader.ask("return sessionStorage.getItem('guidebook /')") is None


@pytest.mark.parametrize("way", ["a press", "Shift three times"])
def test_exit_puts_another_page_in_the_place_of_this_one(
    reader: Reader, quizzes: dict[str, ScalesQuiz], way: str
) -> None:
    reader.open("self-assessments/")
    see_result(reader, quizzes[GATED], mixed(quizzes[GATED]))
    reader.find("exit-page:defined")
    reader.ask("document.querySelector('.exit__link').href = '/about/privacy/'")  # none leaves here

    if way == "a press":
        reader.click(reader.link("Exit this page", within="exit-page"))
    else:
        reader.press(Keys.SHIFT, Keys.SHIFT, Keys.SHIFT)

    reader.arrive("about/privacy/")
    assert reader.ask("return sessionStorage.getItem('guidebook /')") is None
    reader.driver.back()
    reader.arrive("self-assessments/")


def test_without_script_there_is_a_way_out_and_nothing_is_kept(without_script: Reader) -> None:
    without_script.open(assessment(GATED))
    assert is_seen(without_script.link("Exit this page", within="exit-page"))

    without_script.open("my-results/")

    assert "Without script, nothing is kept" in says(without_script.find("my-results"))
    assert not any(is_seen(button) for button in without_script.all("my-results button"))


def enter(reader: Reader, button: str) -> None:
    """Tab to a button and press Enter."""
    reader.tab_to(lambda it: is_named(it, "button", button))
    reader.press(Keys.ENTER)


def readings(quiz: ScalesQuiz) -> list[str]:
    """The titles of the bands that have a score."""
    wanted = outcome(quiz, mixed(quiz)).readings
    return [
        words(band.title)
        for scale in quiz.scales
        for band in scale.bands
        if band.id == wanted[scale.id].band
    ]
