"""Before the script of a widget has come: nothing that would do nothing, and what is answered counts and is stored."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_lowest, mixed
from tests.browser.expected import outcome
from tests.browser.pages import KINDS, SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.shape import WATCH_SHIFTS, shifts
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget, hurry

NAME = "who-runs-my-day"
WIDGETS = (
    *("self-assessment", "self-assessment with a gate", "plan of a week", "page of lines"),
    *("card for a friend", "card of values", "decision tree", "form", "my results", "switch"),
)
LIVE = "() => document.querySelector('.quiz[data-live]')"
TICK = """(root, chosen) => {
  for (const [name, value] of Object.entries(chosen))
    root.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
}"""
"""Without an event: the script that would hear it is not there."""


class Held:
    """The scripts of widgets, on their way until `come`."""

    def __init__(self, page: Page, files: str = r"widgets/.*\.js$") -> None:
        self.page = page
        self.routes: list[Route] = []
        self.is_here = False
        page.route(re.compile(files), self.hold)

    def hold(self, route: Route) -> None:
        if self.is_here:
            route.continue_()
        else:
            self.routes.append(route)

    def come(self) -> None:
        self.is_here = True
        for route in self.routes:
            route.continue_()
        until(self.page, LIVE)


def opened(page: Page, site: Site, path: str, files: str = r"widgets/.*\.js$") -> Held:
    held = Held(page, files)
    page.goto(site.address + path, wait_until="commit")
    expect(page.locator(".quiz").first).to_be_attached()
    expect(page.get_by_role("contentinfo")).to_be_attached()
    return held


def stored(page: Page) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(page.evaluate("sessionStorage['guidebook /']"))
    return kept


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", WIDGETS)
def test_no_button_is_there_before_it_does_something(page: Page, site: Site, kind: str) -> None:
    held = opened(page, site, KINDS[kind])

    expect(page.locator(".quiz").get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("There is nothing here yet.")).to_be_hidden()
    expect(
        page.get_by_role("checkbox", name=re.compile("^(Remember|Keep the book)"))
    ).to_have_count(0)

    held.come()


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_nothing_moves_when_the_script_takes_over(page: Page, site: Site, name: str) -> None:
    page.add_init_script(WATCH_SHIFTS)
    held = opened(page, site, assessment(name))
    expect(page.get_by_role("group").first).to_be_visible()

    held.come()

    assert shifts(page) == []


@pytest.mark.parametrize("late", [False, True], ids=["in time", "when it is a sheet"])
def test_what_was_answered_before_the_script_counts_and_is_stored(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], *, late: bool
) -> None:
    held = opened(page, site, assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    answers = mixed(widget.quiz)
    if late:
        hurry(page)
        expect(widget.root.get_by_text("To use this sheet on paper")).to_be_visible()
    widget.root.evaluate(TICK, dict(answers))

    held.come()

    assert widget.chosen() == answers
    expect(widget.result).to_be_hidden()
    page.reload()
    widget.wait()
    assert widget.chosen() == answers
    widget.see_result.click()
    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    kept = stored(page)["quizzes"][NAME]
    assert kept["editions"].keys() == {scale.id for scale in widget.quiz.scales}


def test_it_counts_more_than_what_was_answered_the_last_time(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    before, now = all_lowest(widget.quiz), dict(list(mixed(widget.quiz).items())[:5])
    widget.set(before)
    held = opened(page, site, assessment(NAME))
    widget.root.evaluate(TICK, now)

    held.come()

    assert widget.chosen() == {**before, **now}
    until(
        page,
        "(now) => JSON.stringify(JSON.parse(sessionStorage['guidebook /']).quizzes[now[0]].answers) === now[1]",
        [NAME, json.dumps({**before, **now}, separators=(",", ":"))],
    )


def test_what_the_gate_was_told_before_the_script_opens_the_questions_and_is_stored_nowhere(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    name = "how-heavy-are-the-nasty-comments"
    held = opened(page, site, assessment(name))
    widget = Widget(page, quizzes[name])
    widget.gate("No").check()
    widget.radio(widget.questions[0], "often").check()

    held.come()

    expect(widget.see_result).to_be_visible()
    until(page, "(name) => JSON.parse(sessionStorage['guidebook /'] ?? '{}').quizzes?.[name]", name)
    assert stored(page)["quizzes"][name]["answers"] == {widget.questions[0].id: "often"}


FIELDS = {
    "page of lines": "quiz-checklist input[type=radio]:not(:checked)",
    "card of values": "quiz-comparison input[type=checkbox]",
    "plan of a week": "quiz-schedule [name=days]:not(:checked)",
}


@pytest.mark.parametrize("kind", FIELDS)
def test_what_was_ticked_in_a_tool_before_its_script_is_stored(
    page: Page, site: Site, kind: str
) -> None:
    held = opened(page, site, KINDS[kind])
    field = page.locator(FIELDS[kind]).first
    name, value = (field.get_attribute(what) or "" for what in ("name", "value"))
    field.check()

    held.come()

    (plan,) = stored(page)["plans"].values()
    assert value in plan["fields"][name]
    page.reload()
    until(page, LIVE)
    expect(page.locator(f'[name="{name}"][value="{value}"]')).to_be_checked()


def test_what_was_typed_and_chosen_in_a_tool_before_its_script_is_stored(
    page: Page, site: Site
) -> None:
    held = opened(page, site, KINDS["plan of a week"])
    page.locator("quiz-schedule input[type=time]").first.fill("07:05")
    page.locator("quiz-schedule select").first.select_option(index=0)

    held.come()

    (plan,) = stored(page)["plans"].values()
    assert ["07:05"] in plan["fields"].values()
    chosen = page.locator("quiz-schedule select").first
    assert plan["fields"][chosen.get_attribute("name") or ""] == [chosen.input_value()]


def test_a_result_that_was_asked_for_before_the_rest_came_stays(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    widget.set(all_lowest(widget.quiz))
    held = Held(page, r"widgets/deferred\..*\.js$")
    page.goto(site.address + assessment(NAME))
    until(page, LIVE)
    widget.see_result.click()
    expect(widget.result).to_be_visible()

    held.come()

    until(page, "() => customElements.get('remember-box')")
    until(page, "() => document.querySelector('remember-box:not([hidden])')")
    expect(widget.result).to_be_visible()


def test_buttons_of_what_does_not_come_go_away(
    page: Page, site: Site, watch: Watch, quizzes: dict[str, ScalesQuiz]
) -> None:
    watch.forgive("ERR_FAILED")
    page.route(re.compile(r"widgets/deferred\..*\.js$"), lambda route: route.abort())
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.is_cut_off = True
    widget.wait()

    widget.radio(widget.questions[0], "often").check()

    expect(widget.root.get_by_role("button")).to_have_text(["See my result"])
    widget.set(mixed(widget.quiz))
    widget.see_result.click()
    expect(widget.result.get_by_role("button")).to_have_text(["Another step", "Start again"])
