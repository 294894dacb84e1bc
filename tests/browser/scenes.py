"""What a reader may have before them, each reached as a reader reaches it."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import Answers, all_highest, all_lowest, mixed, near_lines
from tests.browser.pages import assessment
from tests.browser.widget import THE_REST, Widget, take_back

Quizzes = Mapping[str, ScalesQuiz]
"""By name."""

THREE = ("am-i-oversharing", "friend-contact-or-deal", "who-runs-my-day")
"""Their results make up a full page of results."""
DAYS: Mapping[str, Callable[[ScalesQuiz], Answers]] = {
    "2026-09-04": all_highest,
    "2026-10-09": all_lowest,
    "2026-11-20": mixed,
}


def opened(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    """The page of a self-assessment."""
    page.goto(address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


def press(widget: Widget, button: str) -> None:
    widget.root.get_by_role("button", name=button, exact=True).click()
    if button == "One question at a time":
        expect(widget.root).to_have_attribute("data-steps", "")
        widget.page.evaluate(THE_REST)


def questions(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    """All of them on one page."""
    widget = opened(page, address, quiz)
    widget.open()
    return widget


def one_question(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    """One at a time: the third, with its answer."""
    widget = questions(page, address, quiz)
    press(widget, "One question at a time")
    for item in widget.questions[:2]:
        widget.radio(item, item.answers[1].id).check()
        press(widget, "Next")
    widget.radio(widget.questions[2], widget.questions[2].answers[2].id).check()
    return widget


def result(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    """Near the lines between readings, where there is most to read."""
    widget = questions(page, address, quiz)
    widget.set(near_lines(quiz))
    widget.see()
    return widget


def result_of_steps(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    """Asked for at the last question, the others out of sight."""
    widget = questions(page, address, quiz)
    widget.set(near_lines(quiz))
    press(widget, "One question at a time")
    widget.see()
    return widget


def my_results(page: Page, address: str, quizzes: Quizzes) -> Locator:
    """My results, after several self-assessments on several days."""
    if address in KEPT:
        page.clock.set_fixed_time(f"{max(DAYS)}T12:00")
        page.goto(address + "my-results/")
        page.evaluate("kept => localStorage['guidebook /'] = kept", KEPT[address])
    else:
        KEPT[address] = take_three(page, address, quizzes)
    page.goto(address + "my-results/")
    page.locator("my-results:defined").first.wait_for(state="attached")
    mine = page.locator("my-results")
    take_back(mine)
    return mine


KEPT: dict[str, str] = {}
"""What is on the device after `take_three`, by the address of the site: taking them all takes a while."""


def take_three(page: Page, address: str, quizzes: Quizzes) -> str:
    """Each of `THREE` on each of `DAYS`; what is kept on the device then."""
    for day, answers in DAYS.items():
        page.clock.set_fixed_time(f"{day}T12:00")
        for name in THREE:
            widget = opened(page, address, quizzes[name])
            widget.set(answers(widget.quiz))
            if not widget.result.is_visible():
                widget.see()
            page.get_by_label("Remember on this device").check()  # a tab forgets within a day
    kept: str = page.evaluate("localStorage['guidebook /']")
    return kept


TAKING: Mapping[str, Callable[[Page, str, ScalesQuiz], Widget]] = {
    "questions": questions,
    "one question": one_question,
    "result": result,
    "result of steps": result_of_steps,
}
"""The scenes of one self-assessment."""
