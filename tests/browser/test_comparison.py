"""A reader finds three words, two at a time, and writes a card."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site
from tests.browser.shape import (
    cut_off,
    sideways,
    space_out,
    too_small,
)
from tests.browser.test_accessibility import faults
from tests.browser.until import until
from tests.browser.widget import SETTLED

PAGE = "tools/my-values/"
MEANS = "What it means for my posts: what goes in, what stays out"
FIVE = ("Honesty", "Kindness", "Fairness", "Courage", "Craft")
HOSTILE = """<b>b</b> "'><img src=x> {own} $& 🦔 and so"""
LONG = HOSTILE + " on" * 10 + "long" * 30


class Values:
    """The tool on the page that is open."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        page.goto(site.address + PAGE)
        self.wait()
        self.root = page.locator("quiz-comparison")
        self.go_on = page.get_by_role("button", name="Go on with these", exact=True)
        self.pair = page.get_by_role("group", name="Which of the two matters more when I post?")
        self.words = self.pair.locator("[data-choice=a], [data-choice=b]")
        self.alike = self.pair.get_by_role("button", name="Both alike", exact=True)
        self.card = page.get_by_role("region", name="My values", exact=True)
        self.text = self.card.locator("[data-text]")
        self.own = self.root.get_by_label("A word of my own")

    def wait(self) -> None:
        self.page.locator("quiz-comparison:defined").first.wait_for(state="attached")

    def pick(self, *names: str) -> "Values":
        for name in names:
            self.root.get_by_role("checkbox", name=name, exact=True).check()
        return self

    def choose_until_three_remain(self, letter: str = "a") -> int:
        """How many choices it took."""
        choices = 0
        while self.pair.is_visible():
            self.pair.locator(f"[data-choice='{letter}']").click()
            choices += 1
        return choices

    def field(self, label: str) -> Locator:
        """Those for the words that remain."""
        return self.card.get_by_role("textbox", name=label, exact=True)

    def asked(self) -> str:
        """What is announced."""
        return self.root.locator("[data-announce]").inner_text()


@pytest.fixture
def values(page: Page, site: Site) -> Values:
    return Values(page, site)


def press_to(target: Locator) -> None:
    for _ in range(100):
        target.page.keyboard.press("Tab")
        if target.evaluate("e => e === document.activeElement"):
            return
    expect(target).to_be_focused()


@pytest.mark.parametrize("words", [FIVE[:1], FIVE[:2], FIVE[:3]], ids=["one", "two", "three"])
def test_where_three_at_most_are_picked_there_are_no_pairs(
    values: Values, words: tuple[str, ...]
) -> None:
    values.pick(*words).go_on.click()

    expect(values.card).to_be_focused()
    expect(values.root.get_by_role("status").get_by_text("Your card is below.")).to_be_visible()
    expect(values.text.get_by_role("heading")).to_have_text(list(words))


@pytest.mark.parametrize(("number", "letter"), [(4, "="), (5, "a"), (5, "b")])
def test_by_mouse_many_words_become_three_within_six_choices(
    values: Values, number: int, letter: str
) -> None:
    values.pick(*FIVE[:number]).go_on.click()

    assert 0 < values.choose_until_three_remain(letter) <= 6
    expect(values.text.get_by_role("heading")).to_have_count(3)
    expect(values.card).to_be_focused()


def test_no_more_than_five_can_be_picked_and_that_is_said(values: Values) -> None:
    values.pick(*FIVE[:4])
    values.own.first.fill("Tea")

    expect(values.root.get_by_role("status").first).to_have_text(
        "5 are picked. To take another, let one go."
    )
    expect(values.root.get_by_role("checkbox", name="Craft", exact=True)).to_be_disabled()
    expect(values.own.last).to_be_disabled()
    values.own.first.fill("")
    values.pick("Craft")


def test_without_a_word_the_tool_says_so(values: Values) -> None:
    values.go_on.click()

    expect(values.root.get_by_role("status").first).to_have_text(
        "Pick a word first, or write one of your own."
    )
    expect(values.card).to_be_hidden()


def test_by_keyboard_alone_from_the_words_to_the_card(page: Page, values: Values) -> None:
    for name in ("Honesty", "Craft", "Calm"):
        press_to(values.root.get_by_role("checkbox", name=name, exact=True))
        page.keyboard.press("Space")
    press_to(values.own.first)
    page.keyboard.type("Tea")
    page.keyboard.press("Enter")
    expect(values.pair).to_be_focused()
    assert values.asked() == "Honesty, or Craft?"

    press_to(values.words.last)
    page.keyboard.press("Enter")
    expect(values.words.last).to_be_focused()
    assert values.asked() == "Calm, or Tea?"
    until(page, SETTLED)  # a key pressed before that belongs to the press before it
    page.keyboard.press("Enter")
    expect(values.words).to_have_text(["Honesty", "Calm"])
    until(page, SETTLED)
    page.keyboard.press("Enter")
    expect(values.card).to_be_focused()
    press_to(values.field(MEANS).first)
    page.keyboard.type("I show how it broke.")

    expect(values.text.get_by_role("heading")).to_have_text(["Craft", "Calm", "Tea"])
    expect(values.text).to_contain_text("My values: Craft, Calm, and Tea.")
    expect(values.text).to_contain_text("In my posts: I show how it broke.")
    assert "__" not in values.text.inner_text()


def test_back_takes_back_one_choice_at_a_time_as_far_as_the_words(values: Values) -> None:
    values.pick(*FIVE).go_on.click()
    asked = []
    while values.pair.is_visible():
        asked.append(values.asked())
        values.words.first.click()
    back = values.root.get_by_role("button", name="Back", exact=True)

    for pair in reversed(asked):
        back.click()
        assert values.asked() == pair
    back.click()

    expect(values.root.locator("[data-pick]")).to_be_focused()
    expect(values.go_on).to_be_visible()


@pytest.mark.sample(0)
def test_a_step_back_from_the_card_leads_to_the_pair(values: Values) -> None:
    values.pick(*FIVE[:4]).go_on.click()
    values.choose_until_three_remain()
    values.card.get_by_role("button", name="Back", exact=True).click()
    expect(values.pair).to_be_focused()


@pytest.mark.sample(0)
def test_other_words_are_compared_anew(values: Values) -> None:
    values.pick(*FIVE[:4]).go_on.click()
    values.words.first.click()
    back = values.root.get_by_role("button", name="Back", exact=True)
    back.click()
    back.click()
    values.pick(FIVE[4]).go_on.click()
    expect(values.pair).to_contain_text("Choice 1, 6 at most")


def test_a_reload_keeps_the_choices_and_the_card(page: Page, values: Values) -> None:
    values.pick(*FIVE[:4])
    values.own.first.fill("Tea")
    values.go_on.click()
    values.words.last.click()
    values.alike.click()
    before = values.words.all_inner_texts()

    page.reload()
    values.wait()

    expect(values.words).to_have_text(before)
    expect(values.pair).to_contain_text("Choice 3, 6 at most")
    values.choose_until_three_remain("b")
    values.field(MEANS).last.fill("names")
    card = values.text.inner_text()
    page.reload()
    values.wait()
    assert values.text.inner_text() == card


@pytest.mark.sample(0)
def test_a_card_of_before_keeps_the_line_that_is_asked_no_more(page: Page, values: Values) -> None:
    leaves = values.field("What it leaves out")
    values.pick(*FIVE[:3]).go_on.click()
    expect(leaves.locator("visible=true")).to_have_count(0)
    page.evaluate(
        """() => {
          const kept = JSON.parse(sessionStorage["guidebook /"]);
          kept.plans["my-values"].fields["kindness.leaves"] = ["names"];
          sessionStorage["guidebook /"] = JSON.stringify(kept);
        }"""
    )

    page.reload()
    values.wait()
    values.field(MEANS).first.fill("thanks")

    assert leaves.locator("visible=true").evaluate_all("all => all.map((e) => e.value)") == [
        "names"
    ]
    expect(values.text).to_contain_text("I leave out: names.")
    page.reload()
    values.wait()
    expect(values.text).to_contain_text("I leave out: names.")
    values.card.get_by_role("button", name="Start again", exact=True).click()
    values.pick(*FIVE[:3]).go_on.click()
    expect(leaves.locator("visible=true")).to_have_count(0)


def test_start_again_forgets_everything(page: Page, values: Values) -> None:
    values.pick(*FIVE[:4]).go_on.click()
    values.choose_until_three_remain()
    page.get_by_role("button", name="Start again", exact=True).click()

    expect(values.card).to_be_hidden()
    page.reload()
    values.wait()
    expect(values.root.locator("input:checked")).to_have_count(0)
    values.pick(*FIVE[:4]).go_on.click()
    expect(values.pair).to_contain_text("Choice 1, 3 at most")


def test_words_of_ones_own_stay_words(page: Page, values: Values) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    values.pick(*FIVE[:3])
    values.own.first.fill(HOSTILE[:40])
    values.go_on.click()
    values.choose_until_three_remain("b")
    values.field(MEANS).last.fill(f"{LONG}\n\n{LONG}")

    expect(values.text).to_contain_text(HOSTILE[:40].strip())
    expect(values.text).to_contain_text(LONG)
    expect(values.root.locator("b, img")).to_have_count(0)
    assert sideways(page) == []


def test_an_unfinished_card_is_kept_nowhere_as_a_plan(page: Page, values: Values) -> None:
    values.pick(*FIVE).go_on.click()
    values.words.first.click()
    kept = page.evaluate("JSON.parse(sessionStorage['guidebook /']).plans['my-values']")
    assert kept["text"] == ""


def test_the_rules_open_with_the_three_words(page: Page, site: Site, values: Values) -> None:
    values.pick(*FIVE[:3]).go_on.click()
    page.goto(site.address + "tools/rules-of-engagement/")
    page.locator("quiz-checklist:defined").wait_for()
    page.get_by_role("button", name="Show my rules").click()

    first = page.locator("quiz-checklist [data-recall]")
    expect(first).to_have_text("My values: Honesty, Kindness, and Fairness.")


def test_nothing_of_it_gets_into_the_address_or_the_title(page: Page, values: Values) -> None:
    before = (page.url, page.title())
    values.pick(*FIVE[:4]).go_on.click()
    values.choose_until_three_remain()
    assert (page.url, page.title()) == before


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_there_is_a_whole_sheet_and_no_dead_button(page: Page, site: Site) -> None:
    page.goto(site.address + PAGE)
    root = page.locator("quiz-comparison")

    expect(root.get_by_role("button")).to_have_count(0)
    expect(root.get_by_text("circle up to 5 words")).to_be_visible()
    expect(root.get_by_role("checkbox")).to_have_count(24)
    expect(root.locator("[data-slot]:visible")).to_have_count(3)


@pytest.mark.parametrize("what", ["the card", "the sheet", "the sheet, half-way"])
def test_it_prints_on_one_sheet_of_a4(page: Page, values: Values, what: str) -> None:
    if what != "the sheet":
        values.pick(*FIVE).go_on.click()
    if what == "the card":
        values.choose_until_three_remain()
        for field in values.card.locator("textarea:visible").all():
            field.fill("so " * 90)

    assert len(re.findall(rb"/Type ?/Page\b", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    expect(values.text).to_be_visible()
    expect(values.root.locator("[data-pick]")).to_be_visible(visible=what != "the card")
    expect(values.pair).to_be_hidden()


@pytest.mark.parametrize("step", ["words", "pair", "card"])
def test_axe_finds_no_fault_at_any_step_by_day_or_night(
    page: Page, values: Values, step: str
) -> None:
    values.pick(*FIVE)
    if step != "words":
        values.go_on.click()
    if step == "card":
        values.choose_until_three_remain()
    assert faults(page) == []


@pytest.mark.parametrize("step", ["words", "pair", "card"])
def test_on_a_small_phone_nothing_is_cut_off_or_too_small(
    page: Page, values: Values, step: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    values.pick(*FIVE[:4])
    if step != "words":
        values.go_on.click()
    if step == "card":
        values.choose_until_three_remain()

    assert sideways(page) == []
    assert too_small(values.root) == []
    space_out(page)
    assert cut_off(values.root) == []
    assert sideways(page) == []
