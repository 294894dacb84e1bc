"""A script that does not come, a second press and Enter, the same in every engine. `make test-engines` runs it."""

import re

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.engines.reader import Reader, is_seen, says
from tests.browser.engines.taking import begin, chosen
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.widget import HURRY, words

PLAIN = "who-runs-my-day"
GATED = "how-heavy-are-the-nasty-comments"

pytestmark = pytest.mark.filterwarnings(
    "ignore:setting remote_server_addr:DeprecationWarning",  # Selenium's own, for WebKitGTK
)


def without_loader(site: Site, name: str) -> str:
    """A page like that of a self-assessment, whose loader is nowhere."""
    page = site.html(assessment(name))
    broken, found = re.subn(r"(/widgets/)loader\.", r"\1no-loader.", page)
    assert found == 1
    path = f"self-assessments/{name}-without-loader/"
    (site.folder / path).mkdir(exist_ok=True)
    (site.folder / path / "index.html").write_text(broken, encoding="utf-8")
    return path


def test_without_the_loader_the_page_is_the_sheet_of_paper(
    reader: Reader, heard_site: Site
) -> None:
    reader.open(without_loader(heard_site, PLAIN))
    how = reader.find("quiz-scales .quiz__questions > .quiz__paper")
    assert not is_seen(how)

    reader.ask(f"return ({HURRY})()")

    reader.wait_until(lambda: is_seen(how), "how to add up")
    assert is_seen(reader.find("quiz-scales .quiz__result"))
    assert is_seen(reader.find("quiz-scales label small"))
    assert not any(
        is_seen(it) for it in reader.all("quiz-scales button, quiz-scales .quiz__screen")
    )
    assert "no-loader" in reader.faults()


def test_without_the_loader_the_question_about_safety_leads_to_help(
    reader: Reader, heard_site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    reader.open(without_loader(heard_site, GATED))
    gate = quizzes[GATED].gate
    assert gate
    away = reader.find("quiz-scales .quiz__away")
    assert not is_seen(away)

    reader.click(reader.all("quiz-scales .quiz__gate [data-away]")[0])

    reader.wait_until(lambda: is_seen(away), "the way to help")
    assert "no-loader" in reader.faults()


def test_a_double_click_on_next_goes_on_once(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    begin(reader, quizzes[PLAIN])
    reader.click(reader.button("One question at a time"))
    progress = reader.find(".quiz__progress")
    reader.wait_until(lambda: is_seen(progress), "one question at a time")
    reader.settle()
    following = reader.button("Next")
    reader.bring_up(following)

    ActionChains(reader.driver).double_click(following).perform()

    reader.settle()
    assert says(progress).startswith("Question 2 of")
    assert chosen(reader) == {}


def test_enter_on_an_answer_moves_on_to_the_next_question(
    reader: Reader, quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[PLAIN]
    first, second, *_ = (item for block in quiz.blocks for item in block.items)
    begin(reader, quiz)
    reader.click(reader.radio(words(first.stem), "Often"))

    reader.press(Keys.ENTER)

    assert reader.focus.get_dom_attribute("name") == second.id
    assert reader.heard() == []
    assert not is_seen(reader.find(".quiz__result"))
