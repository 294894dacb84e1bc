"""Should I post this? and Before I comment: the page agrees with the reference in every row."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site
from tests.browser.shape import sideways
from tests.browser.test_accessibility import faults
from tests.browser.widget import words
from tests.tables import ORDERS, Answers, table, ways

POST = "should-i-post"
SAFEST: Answers = {item: answers[0] for item, answers in ORDERS[POST].risk.items()}
SLEEP: Answers = SAFEST | {"mood": "strong", "others": "unasked", "hope": "comfort"}

of_each_tool = pytest.mark.parametrize("name", ORDERS)

ANSWER_ALL = """(root, rows) => rows.map((answers) => {
  for (const [name, value] of Object.entries(answers))
    root.querySelector(`[name="${name}"][value="${value}"]`).checked = true;
  root.querySelector("input").dispatchEvent(new Event("change", { bubbles: true }));
  return [...root.querySelectorAll("[data-outcome]")].filter((e) => !e.hidden).map((e) => e.dataset.outcome);
})"""
"""Sets each row of answers in turn, and gives the outcomes that are shown then."""


class Table:
    """The tool on the page that is open."""

    def __init__(self, page: Page, site: Site, name: str) -> None:
        self.page = page
        self.quiz = table(name)
        page.goto(site.address + f"tools/{name}/")
        self.wait()
        self.root = page.locator("quiz-table")
        self.see_result = page.get_by_role("button", name="See my result", exact=True)
        self.again = page.get_by_role("button", name="Start again", exact=True)
        self.result = page.get_by_role("region", name="Your result", exact=True)

    def wait(self) -> None:
        self.page.locator("quiz-table:defined").first.wait_for(state="attached")

    def radio(self, item_id: str, answer_id: str) -> Locator:
        item = next(item for item in self.quiz.items if item.id == item_id)
        label = next(answer.label for answer in item.answers if answer.id == answer_id)
        group = self.root.get_by_role("group", name=words(item.stem), exact=True)
        return group.get_by_role("radio", name=words(label), exact=True)

    def answer(self, answers: Answers) -> None:
        for item, answer in answers.items():
            self.radio(item, answer).check()

    def heading(self, answers: Answers) -> Locator:
        """That of the outcome which the reference gives."""
        found = self.quiz.outcome(answers)
        title = next(row.title for row in self.quiz.outcomes if row.id == found)
        return self.result.get_by_role("heading", name=words(title), exact=True)


@of_each_tool
def test_the_page_shows_the_outcome_of_the_reference_and_no_other(
    page: Page, site: Site, name: str
) -> None:
    tool, rows = Table(page, site, name), list(ways(name))
    tool.answer(rows[0])
    tool.see_result.click()

    shown = tool.root.evaluate(ANSWER_ALL, rows)

    assert shown == [[tool.quiz.outcome(answers)] for answers in rows]


def test_by_keyboard_alone_from_the_first_question_to_the_step(page: Page, site: Site) -> None:
    tool = Table(page, site, POST)
    tool.radio("reader", "yes").focus()
    for item in tool.quiz.items:
        downs = [answer.id for answer in item.answers].index(SLEEP[item.id])
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
        expect(tool.radio(item.id, SLEEP[item.id])).to_be_checked()
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")  # past the reasons why we ask
    expect(tool.see_result).to_be_focused()
    page.keyboard.press("Enter")

    expect(tool.result).to_be_focused()
    expect(tool.heading(SLEEP)).to_be_visible()
    expect(tool.root.get_by_role("status").get_by_text("Your result is below.")).to_be_visible()
    page.keyboard.press("Tab")
    expect(tool.result.get_by_role("link", name="waiting a night")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/exposing-vulnerabilities/#4-wait-a-night")


@of_each_tool
def test_a_reload_keeps_answers_and_result_and_start_again_clears_them(
    page: Page, site: Site, name: str
) -> None:
    tool = Table(page, site, name)
    answers = {item: order[-1] for item, order in ORDERS[name].risk.items()}
    tool.answer(answers)
    page.reload()
    tool.wait()
    for item, answer in answers.items():
        expect(tool.radio(item, answer)).to_be_checked()
    expect(tool.result).to_be_hidden()

    tool.see_result.click()
    page.reload()
    tool.wait()
    expect(tool.heading(answers)).to_be_visible()

    tool.again.click()
    page.reload()
    tool.wait()
    expect(tool.root.locator("input:checked")).to_have_count(0)
    expect(tool.result).to_be_hidden()


@of_each_tool
def test_a_reader_is_never_asked_for_the_words(page: Page, site: Site, name: str) -> None:
    tool = Table(page, site, name)
    expect(tool.root.get_by_role("textbox", include_hidden=True)).to_have_count(0)


@of_each_tool
def test_no_answer_gets_into_the_address_or_the_title(page: Page, site: Site, name: str) -> None:
    tool = Table(page, site, name)
    before = (page.url, page.title())
    tool.answer({item: order[-1] for item, order in ORDERS[name].risk.items()})
    tool.see_result.click()
    expect(tool.result).to_be_focused()
    assert (page.url, page.title()) == before


@of_each_tool
def test_a_narrow_phone_shows_it_whole_and_axe_finds_no_fault(
    page: Page, site: Site, name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    tool = Table(page, site, name)
    tool.answer({item: order[-1] for item, order in ORDERS[name].risk.items()})
    tool.see_result.click()
    assert sideways(page) == []
    assert faults(page) == []


@pytest.mark.browser_context_args(java_script_enabled=False)
@of_each_tool
def test_without_script_there_is_a_whole_sheet_and_no_dead_button(
    page: Page, site: Site, name: str
) -> None:
    page.goto(site.address + f"tools/{name}/")
    root = page.locator("quiz-table")
    expect(root.get_by_role("button")).to_have_count(0)
    expect(root.get_by_text("To use this sheet on paper")).to_be_visible()
    for item in table(name).items:
        group = root.get_by_role("group", name=words(item.stem), exact=True)
        expect(group.get_by_role("radio")).to_have_count(len(item.answers))
    headings = root.get_by_role("heading")
    expect(headings).to_have_text([words(row.title) for row in table(name).outcomes])
