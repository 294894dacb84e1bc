"""What Orca says as a reader takes a self-assessment, a tool, the menu and the search by keyboard.

Not part of `make test`: it needs a screen reader; `make test-screen-reader` brings one in.
"""

from tests.browser.pages import assessment
from tests.browser.screen_reader.heard import Reader

GATED = "how-heavy-are-the-nasty-comments"


def test_a_question_is_said_with_its_answers_and_which_is_chosen(reader: Reader) -> None:
    reader.open(assessment("who-runs-my-day"), "Who runs my day?")
    reader.page.get_by_role("button", name="One question at a time").focus()
    reader.hears("One question at a time", "button")

    reader.press("Tab")
    reader.hears("panel", "Never", "not selected radio button")
    reader.press("ArrowRight")
    reader.hears("Rarely", "selected radio button")


def test_a_result_is_said_with_the_reading_of_each_part(reader: Reader) -> None:
    reader.open(assessment("who-runs-my-day"), "Who runs my day?")
    for item in reader.page.locator("[data-scales]").all():
        item.locator("input").first.check()
    reader.page.get_by_role("button", name="See my result").focus()
    reader.hears("See my result", "button")

    reader.press("Enter")

    reader.hears("Your result", "Pull and alarm", "Presence", "Return on time")


def test_the_gate_says_where_help_is(reader: Reader) -> None:
    reader.open(assessment(GATED), "How heavy are the nasty comments?")
    gate = reader.page.locator("[name=gate]")
    gate.first.focus()
    reader.hears("radio button")

    help_line = reader.page.locator("quiz-scales [role=status] > :visible").first
    for _ in range(gate.count()):
        if help_line.is_visible():
            break
        reader.press("ArrowDown")

    first_words = help_line.inner_text().split(".")[0].strip()
    reader.hears("selected radio button", first_words)


def test_the_outcome_of_a_tool_is_said(reader: Reader) -> None:
    reader.open("tools/should-i-post/", "Should I post this?")
    for item in reader.page.locator("quiz-table fieldset").all():
        item.locator("input").first.check()
    reader.page.get_by_role("button", name="See my result").focus()
    reader.hears("See my result", "button")

    reader.press("Enter")

    title = reader.page.locator("[data-outcome]:visible h3").inner_text()
    reader.hears("Your result", title)


def test_the_menu_is_a_button_that_says_whether_it_is_open(reader: Reader) -> None:
    reader.open("toxic-negativity/", "Toxic negativity")
    menu = reader.page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    reader.hears("Menu", "button", "collapsed")

    reader.press("Enter")
    reader.hears("Chapters", "button")
    reader.press("Tab")
    reader.hears("Exposing vulnerabilities", "link")
    reader.press("Escape")
    reader.hears("Menu", "button", "collapsed")


def test_a_move_to_another_page_is_said(reader: Reader) -> None:
    reader.open("toxic-negativity/", "Toxic negativity")
    reader.page.get_by_role("button", name="Menu", exact=True).press("Enter")
    reader.hears("Chapters", "button")
    reader.press("Tab")
    reader.hears("Exposing vulnerabilities", "link")

    reader.press("Enter")

    reader.hears("Exposing vulnerabilities", "heading")


def test_the_search_says_how_much_it_found_and_what(reader: Reader) -> None:
    reader.open("", "The Dark Side of LinkedIn")
    reader.press("/")
    reader.hears("Search", "entry")
    reader.page.keyboard.type("alerts")
    reader.hears("matching documents")

    reader.press("Tab")
    reader.press("Tab")
    reader.hears("link")
