"""The server goes while somebody reads, and there is no copy of the book yet: nothing answered is lost."""

from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site, serving
from tests.browser.watch import Watch
from tests.browser.widget import Widget

NAME = "who-runs-my-day"
TAKEN = ("net::ERR", "dynamically imported module")
"""What the browser says of what it cannot fetch."""


@pytest.fixture
def stack() -> Any:
    """Closing it takes the site off the network."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def here(stack: ExitStack, site: Site, watch: Watch) -> Site:
    watch.forgive(*TAKEN)
    return stack.enter_context(serving(site.folder))


@pytest.mark.parametrize("answered", [0, 3])
def test_a_self_assessment_goes_on_to_its_result(
    page: Page,
    stack: ExitStack,
    here: Site,
    quizzes: dict[str, ScalesQuiz],
    answered: int,
) -> None:
    page.goto(here.address + assessment(NAME), wait_until="networkidle")
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    answers = mixed(widget.quiz)
    for item in widget.questions[:answered]:
        widget.radio(item, answers[item.id]).check()
    page.wait_for_load_state("networkidle")
    stack.close()
    widget.is_cut_off = not answered

    widget.answer(answers)
    widget.see()

    expect(widget.result).to_be_visible()
    expect(widget.result).to_be_focused()
    assert [d["scores"] for d in widget.heard()][-1] == outcome(widget.quiz, answers).detail
    assert (
        page.evaluate("JSON.parse(sessionStorage['guidebook /']).quizzes")[NAME]["answers"]
        == answers
    )


def test_answers_are_there_once_the_server_is_back(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz]
) -> None:
    watch.forgive(*TAKEN)
    answers = mixed(quizzes[NAME])
    page.goto(site.address + assessment(NAME), wait_until="networkidle")
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    page.context.set_offline(True)
    widget.is_cut_off = True
    widget.set(answers)
    widget.see()
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(site.address + "help/")
    page.context.set_offline(False)

    page.goto(site.address + assessment(NAME))

    widget.wait()
    assert widget.chosen() == answers
    expect(widget.result).to_be_visible()


def test_a_plan_is_made_and_kept(page: Page, stack: ExitStack, here: Site) -> None:
    page.goto(here.address + "tools/plan-my-week/", wait_until="networkidle")
    page.locator("quiz-schedule:defined").wait_for()
    stack.close()

    page.get_by_role("button", name="Show my plan").click()

    expect(page.get_by_role("region", name="Your plan")).to_be_visible()
    assert page.evaluate("JSON.parse(sessionStorage['guidebook /']).plans")["plan-my-week"]["text"]
