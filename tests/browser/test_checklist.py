"""A reader gets a page of their own rules, or a card for a friend, by one press or by a few choices."""

import random
import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.engine.kinds.checklist.model import CompiledChecklist
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_highest
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.shape import (
    cut_off,
    sideways,
    space_out,
    too_small,
)
from tests.browser.test_accessibility import faults
from tests.browser.until import until
from tests.browser.widget import Widget, words
from tests.editorial.book import book

RULES = "rules-of-engagement"
FRIENDS = "how-friends-can-help"
NAMES = {RULES: "My rules of engagement", FRIENDS: "How you can help"}
BUTTONS = {RULES: "Show my rules", FRIENDS: "Show my card"}
SUGGESTS = {RULES: "friend-contact-or-deal", FRIENDS: "how-heavy-are-the-nasty-comments"}
HOSTILE = """<b>b</b> "'><img src=x onerror=alert(1)> {own} $& 🦔 """ + "long" * 20
of_each_tool = pytest.mark.parametrize("name", [RULES, FRIENDS])

FILL = """(root, [chosen, own]) => {
  for (const box of root.querySelectorAll("fieldset input[value]:not([name*='.'])"))
    box.checked = chosen[box.name]?.includes(box.value) ?? false;
  for (const [name, words] of Object.entries(own)) root.querySelector(`[name="${name}"]`).value = words;
  root.querySelector("fieldset input").dispatchEvent(new Event("input", { bubbles: true }));
}"""


class Lines:
    """The tool on the page that is open."""

    def __init__(self, page: Page, site: Site, name: str) -> None:
        self.page = page
        page.goto(site.address + f"tools/{name}/")
        self.wait()
        self.root = page.locator("quiz-checklist")
        self.show = page.get_by_role("button", name=BUTTONS[name], exact=True)
        self.result = page.get_by_role("region", name=NAMES[name], exact=True)
        self.lines = self.result.locator("[data-text] li:visible")
        self.note = self.result.locator("[data-note] li:visible")
        self.again = page.get_by_role("button", name="Start again", exact=True)

    def wait(self) -> None:
        self.page.locator("quiz-checklist:defined").first.wait_for(state="attached")

    def choose(self, name: str) -> Locator:
        choices = (
            self.root.get_by_role(role, name=name, exact=True) for role in ("radio", "checkbox")
        )
        return next(choices).or_(next(choices))

    def fill(self, chosen: Mapping[str, list[str]], own: Mapping[str, str]) -> list[str]:
        """All at once; what it comes to."""
        self.root.evaluate(FILL, [dict(chosen), dict(own)])
        lines: list[str] = self.lines.all_text_contents()
        return lines


def tool(name: str) -> CompiledChecklist:
    quiz = book().quizzes[name].compiled
    assert isinstance(quiz, CompiledChecklist)
    return quiz


def by_keyboard(target: Locator) -> None:
    for _ in range(200):
        target.page.keyboard.press("Tab")
        if target.evaluate("e => e === document.activeElement"):
            return
    expect(target).to_be_focused()


@of_each_tool
def test_one_press_makes_a_page_without_gaps(page: Page, site: Site, name: str) -> None:
    lines = Lines(page, site, name)

    lines.show.click()

    expect(lines.result).to_be_focused()
    expect(lines.root.get_by_role("status").get_by_text("Your lines are below.")).to_be_visible()
    assert lines.lines.all_text_contents() == [words(line) for line in tool(name).lines({}, {})]
    assert "__" not in lines.result.inner_text()


@pytest.mark.parametrize("seed", range(4))
@of_each_tool
def test_the_page_says_what_the_reference_says(
    page: Page, site: Site, name: str, seed: int
) -> None:
    quiz, lines = tool(name), Lines(page, site, name)
    pick = random.Random(f"{name} {seed}")  # noqa: S311 (the same every time)
    lines.show.click()

    for turn in range(30):
        chosen: dict[str, list[str]] = {}
        own: dict[tuple[str, str], str] = {}
        for part in quiz.written.parts:
            ids = [o.id for o in part.options if not o.alone]
            chosen[part.id] = pick.sample(ids, pick.randint(0, len(ids) if part.several else 1))
            own |= {
                (part.id, o.id): pick.choice(("", " ", f"x{turn}. ")) for o in part.options if o.own
            }
        shown = lines.fill(chosen, {".".join(place): said for place, said in own.items()})
        assert shown == [words(line) for line in quiz.lines(chosen, own)]
        assert name != RULES or sum("If " in each and ", then " in each for each in shown) >= 3
        assert name != RULES or lines.note.count() == 2


def test_by_mouse_a_reader_gets_rules_of_their_own(page: Page, site: Site) -> None:
    rules = Lines(page, site, RULES)
    asked = rules.root.get_by_label("I am here to …")
    expect(asked).to_be_hidden()

    purpose = rules.root.get_by_role("group", name="What am I here for, these three months?")
    purpose.get_by_label("Something else").check()
    asked.fill(" learn from potters. ")
    rules.choose("Twice a day").check()
    rules.choose("Money").check()
    rules.show.click()

    expect(rules.lines.first).to_contain_text("I am here to learn from potters. If an invitation")
    expect(rules.result).to_contain_text("half past twelve or six")
    expect(rules.result).to_contain_text("If someone asks what I earn")
    expect(rules.note).to_have_text(
        ["I read messages here twice a day.", "It may take me a day or two to answer."]
    )
    rules.choose("Within a week").check()
    expect(rules.note.last).to_have_text("You will hear from me within a week.")


def test_words_that_were_not_written_leave_no_gap(page: Page, site: Site) -> None:
    rules = Lines(page, site, RULES)
    purpose = rules.root.get_by_role("group", name="What am I here for, these three months?")
    purpose.get_by_label("Something else").check()
    rules.show.click()

    assert not [line for line in rules.lines.all_text_contents() if "I am here" in line]
    expect(rules.result.get_by_role("heading", name="What I am here for")).to_be_hidden()


def test_nothing_for_now_and_something_rule_each_other_out(page: Page, site: Site) -> None:
    card = Lines(page, site, FRIENDS)
    nothing, listen = card.choose("Nothing for now"), card.choose("Someone who listens")
    listen.check()
    nothing.check()
    expect(listen).not_to_be_checked()
    listen.check()
    expect(nothing).not_to_be_checked()
    card.choose("One kind comment").check()
    expect(listen).to_be_checked()


@of_each_tool
def test_the_last_result_fills_in_what_may_help_and_the_page_says_so(
    page: Page, site: Site, quizzes: Mapping[str, ScalesQuiz], name: str
) -> None:
    widget = heavy(page, site, quizzes[SUGGESTS[name]])
    expect(widget.result).to_be_focused()

    lines = Lines(page, site, name)

    ticked = lines.root.locator("input:checked")
    wanted = [o.id for part in tool(name).written.parts for o in part.options if o.suggested]
    assert ticked.evaluate_all("boxes => boxes.map((box) => box.value)") == wanted
    told = lines.root.get_by_text("(ticked because of your last result)")
    assert told.filter(visible=True).count() == len(wanted)


def heavy(page: Page, site: Site, quiz: ScalesQuiz) -> Widget:
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    widget.open()
    widget.set(all_highest(quiz))
    widget.see_result.focus()
    page.keyboard.press("Enter")
    return widget


def test_by_keyboard_alone_from_a_result_to_the_rules(
    page: Page, site: Site, quizzes: Mapping[str, ScalesQuiz]
) -> None:
    heavy(page, site, quizzes[SUGGESTS[RULES]])
    rules = Lines(page, site, RULES)

    by_keyboard(rules.choose("To find clients"))
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("learn")
    by_keyboard(rules.show)
    page.keyboard.press("Enter")
    expect(rules.result).to_be_focused()
    field = rules.root.locator("textarea")
    by_keyboard(field)
    page.keyboard.type("if i break it\nthen i change it")
    by_keyboard(rules.root.get_by_role("button", name="Done"))
    page.keyboard.press("Enter")

    expect(rules.lines.first).to_contain_text("I am here to learn. If")
    expect(rules.root.get_by_text("Once is enough.")).to_be_visible()
    expect(field).to_have_value("if i break it\nthen i change it")


def test_a_line_that_was_not_typed_is_not_praised(page: Page, site: Site) -> None:
    rules = Lines(page, site, RULES)
    rules.show.click()
    rules.root.get_by_role("button", name="Done").click()
    expect(rules.root.get_by_text("Once is enough.")).to_be_hidden()


@of_each_tool
def test_a_reload_keeps_what_was_chosen_and_start_again_clears_it(
    page: Page, site: Site, name: str
) -> None:
    lines = Lines(page, site, name)
    lines.root.get_by_label("Something else").last.check()
    field = lines.root.locator(".tool__own:visible input")
    field.fill("my garden")
    lines.show.click()
    before = lines.lines.all_text_contents()

    page.reload()
    lines.wait()

    assert lines.lines.all_text_contents() == before
    expect(field).to_have_value("my garden")
    lines.again.click()
    expect(lines.result).to_be_hidden()
    page.reload()
    lines.wait()
    expect(lines.root.locator("fieldset input:checked")).to_have_count(0)
    expect(lines.root.locator("[name*='.']").first).to_have_value("")


@of_each_tool
def test_words_of_ones_own_stay_words(page: Page, site: Site, name: str) -> None:
    lines = Lines(page, site, name)
    lines.root.get_by_label("Something else").first.check()
    lines.root.locator(".tool__own:visible input").fill(HOSTILE)
    page.set_viewport_size({"width": 320, "height": 640})
    lines.show.click()

    expect(lines.lines.first).to_contain_text(HOSTILE)
    expect(lines.result.locator("b, img")).to_have_count(0)
    assert sideways(page) == []


@of_each_tool
def test_the_page_and_the_note_can_be_copied(page: Page, site: Site, name: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lines = Lines(page, site, name)
    lines.show.click()
    copied = "navigator.clipboard.readText()"

    page.get_by_role("button", name="Copy as text").click()
    expect(lines.root.get_by_text("Copied.")).to_be_visible()
    for line in lines.lines.all_text_contents():
        assert line in page.evaluate(copied)
    if name == RULES:
        page.get_by_role("button", name="Copy the note").click()
        note = (
            "I read messages here when my work leaves room.\nIt may take me a day or two to answer."
        )
        expect_text(page, copied, note)


def expect_text(page: Page, script: str, said: str) -> None:
    until(page, f"async (said) => (await {script}).replace(/\\n+/g, '\\n') === said", said)


def test_a_friend_is_never_asked_to_bring_a_crowd_whatever_is_chosen(
    page: Page, site: Site
) -> None:
    card = Lines(page, site, FRIENDS)
    card.choose("Nothing for now").check()
    card.show.click()
    expect(card.result).to_contain_text("name nobody, insult nobody and bring nobody along")
    expect(
        card.root.get_by_role("button", name=re.compile("share|send", re.IGNORECASE))
    ).to_have_count(0)


@of_each_tool
def test_nothing_of_it_gets_into_the_address_or_the_title(
    page: Page, site: Site, name: str
) -> None:
    lines = Lines(page, site, name)
    before = (page.url, page.title())
    lines.root.get_by_label("Something else").first.check()
    lines.root.locator(".tool__own:visible input").fill("secret")
    lines.root.locator(".tool__own:visible input").press("Enter")
    expect(lines.result).to_be_focused()
    assert (page.url, page.title()) == before


@pytest.mark.browser_context_args(java_script_enabled=False)
@of_each_tool
def test_without_script_there_is_a_whole_sheet_and_no_dead_button(
    page: Page, site: Site, name: str
) -> None:
    page.goto(site.address + f"tools/{name}/")
    root = page.locator("quiz-checklist")
    written = tool(name).written
    options: list[Any] = [o for part in written.parts for o in part.options]

    expect(root.get_by_role("button")).to_have_count(0)
    expect(root.get_by_text("To use this sheet on paper")).to_be_visible()
    assert root.locator("[data-text] li:visible").count() >= len(options)
    expect(root.locator("li", has_text="______").first).to_be_visible()


@pytest.mark.parametrize("what", ["the page", "the sheet", "the sheet, after starting again"])
@of_each_tool
def test_it_prints_on_one_sheet_of_a4(page: Page, site: Site, name: str, what: str) -> None:
    lines = Lines(page, site, name)
    if what != "the sheet":
        for box in lines.root.locator("fieldset [type=checkbox]:not([data-exclusive])").all():
            box.check()
        lines.show.click()
    if what.endswith("again"):
        lines.again.click()
        expect(lines.result).to_be_hidden()

    assert len(re.findall(rb"/Type ?/Page\b", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    gaps = lines.root.locator("li:visible", has_text="______")
    expect(gaps if what == "the page" else gaps.first).to_have_count(0 if what == "the page" else 1)


@of_each_tool
def test_axe_finds_no_fault_in_a_page_of_lines_by_day_or_night(
    page: Page, site: Site, name: str
) -> None:
    lines = Lines(page, site, name)
    lines.root.get_by_label("Something else").first.check()
    lines.show.click()
    assert faults(page) == []


@of_each_tool
def test_on_a_small_phone_nothing_is_cut_off_or_too_small(
    page: Page, site: Site, name: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    lines = Lines(page, site, name)
    lines.root.get_by_label("Something else").first.check()
    lines.show.click()

    assert sideways(page) == []
    assert too_small(lines.root) == []
    space_out(page)
    assert cut_off(lines.root) == []
    assert sideways(page) == []
