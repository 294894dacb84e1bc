"""A self-assessment in any engine: how it is begun and answered, and what it must then show."""

from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import SKIP, Answers, items
from tests.browser.engines.reader import Reader, is_named, is_seen, says
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.widget import paragraphs, words


def begin(reader: Reader, quiz: ScalesQuiz) -> None:
    """Open the page of a quiz, and its questions."""
    reader.open(assessment(quiz.name))
    reader.find("quiz-scales:defined")
    if quiz.gate:
        reader.click(reader.radio(words(quiz.gate[0]), "No"))


def label(quiz: ScalesQuiz, item_id: str, answer_id: str) -> str:
    """The words of an answer."""
    if answer_id == SKIP:
        return words(quiz.skip or "")
    item = next(item for item in items(quiz) if item.id == item_id)
    return words(next(answer.label for answer in item.answers if answer.id == answer_id))


def tab_into(reader: Reader, item: Item) -> None:
    """Press Tab until one of the answers to a question has the focus."""
    reader.tab_to(lambda it: it.get_dom_attribute("name") == item.id)


def answer_all(reader: Reader, answers: Answers) -> None:
    """All answers at once, where how they came about does not matter."""
    for name, value in answers.items():
        reader.ask(f'document.querySelector(\'[name="{name}"][value="{value}"]\').click()')


def chosen(reader: Reader) -> Answers:
    """Item → answer, as the page has them now."""
    inputs = reader.all("quiz-scales :checked[name]")
    return {
        it.get_dom_attribute("name") or "": it.get_dom_attribute("value") or "" for it in inputs
    }


def see_result(reader: Reader, quiz: ScalesQuiz, answers: Answers) -> None:
    """From the first question to the result."""
    begin(reader, quiz)
    answer_all(reader, answers)
    reader.click(reader.button("See my result"))


def assert_result(reader: Reader, quiz: ScalesQuiz, answers: Answers) -> None:
    """The reader is at the result, was told so, and it is the one that fits."""
    assert is_named(reader.focus, "region", "Your result")
    reader.wait_until(lambda: is_seen(reader.find(".quiz__ready")), "the announcement")
    page, _, _ = reader.path.partition("#")
    assert page == assessment(quiz.name)
    assert_shows(reader, quiz, answers)


def assert_shows(reader: Reader, quiz: ScalesQuiz, answers: Answers) -> None:
    """The result is the one that the reference gives."""
    reader.find("quiz-scales[data-scored]")  # what was kept is brought back in a moment
    wanted = outcome(quiz, answers)
    assert reader.heard()[-1]["scores"] == wanted.detail
    for scale in quiz.scales:
        part = reader.find(f'[data-scale="{scale.id}"]')
        reading = wanted.readings[scale.id]
        score = "" if reading.score is None else str(reading.score)
        assert part.get_dom_attribute("data-score") == score
        assert part.get_dom_attribute("data-band") == (reading.band or "")
        reader.ask("arguments[0].querySelector('details').open = true", part)
        text = says(part)
        shown = [band.id for band in scale.bands if paragraphs(band.text) in text]
        assert shown == list(reading.shown)
