"""A nasty comment, what now?: reached by keyboard alone, kept nowhere, and whole on paper."""

import itertools

import pytest
from playwright.sync_api import Locator, Page, expect

from guidebook.book.house_rules.tree_ways import Way
from tests.browser.serve import Site
from tests.browser.shape import sideways
from tests.browser.test_accessibility import faults
from tests.browser.widget import words
from tests.trees import NAME, SAFETY, outcomes, tree, ways

PATH = f"tools/{NAME}/"
KEPT = """async () => ({
  session: Object.keys(sessionStorage),
  local: Object.keys(localStorage),
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
  cookies: document.cookie,
})"""


class Tree:
    """The tool on the page that is open."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        page.goto(site.address + PATH)
        self.wait()
        self.root = page.locator("quiz-tree")
        self.result = page.get_by_role("region", name="Your result", exact=True)

    def wait(self) -> None:
        self.page.locator("quiz-tree:defined").first.wait_for(state="attached")

    def step(self, name: str) -> Locator:
        stem = next(step.stem for step in tree().steps if step.id == name)
        return self.root.get_by_role("group", name=words(stem), exact=True)

    def answer(self, here: str, there: str) -> Locator:
        """The answer to one step that leads to another part."""
        step = next(step for step in tree().steps if step.id == here)
        label = next(option.label for option in step.options if option.go == there)
        return self.step(here).get_by_role("radio", name=words(label), exact=True).first

    def outcome(self, name: str) -> Locator:
        return self.result.get_by_role("heading", name=words(outcomes()[name].title), exact=True)

    def take(self, way: Way) -> None:
        """By mouse, from the first step to the end of the way."""
        for here, there in itertools.pairwise(way):
            self.answer(here, there).check()
            self.root.get_by_role("button", name="Next", exact=True).click()
        expect(self.result).to_be_focused()


def way_to(outcome: str) -> Way:
    """The longest, so that it passes every step there is."""
    return max((way for way in ways() if way[-1] == outcome), key=len)


@pytest.mark.parametrize("outcome", outcomes())
def test_by_keyboard_alone_every_outcome_is_reached(page: Page, site: Site, outcome: str) -> None:
    tool, way = Tree(page, site), way_to(outcome)
    page.get_by_role("link", name="Exit this page").focus()
    while not page.evaluate("document.activeElement.matches('quiz-tree input')"):
        page.keyboard.press("Tab")
    for here, there in itertools.pairwise(way):
        options = next(step.options for step in tree().steps if step.id == here)
        downs = [option.go for option in options].index(there)
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
        expect(tool.answer(here, there)).to_be_checked()
        page.keyboard.press("Enter")
        if there != way[-1]:
            expect(tool.step(there)).to_be_focused()
            page.keyboard.press("Tab")

    expect(tool.result).to_be_focused()
    expect(tool.outcome(outcome)).to_be_visible()
    expect(tool.result.get_by_role("heading")).to_have_count(1)
    expect(tool.result.get_by_role("link", name="help and safety")).to_be_visible()


def test_doubt_about_safety_leads_to_help_in_one_step(page: Page, site: Site) -> None:
    tool = Tree(page, site)
    tool.step("safe").get_by_role("radio", name="Not sure", exact=True).check()
    page.keyboard.press("Enter")

    expect(tool.outcome(SAFETY)).to_be_visible()
    tool.result.get_by_role("link", name="Help", exact=True).click()
    page.wait_for_url("**/help/")


def test_back_leads_through_every_step_to_the_first(page: Page, site: Site) -> None:
    tool, way = Tree(page, site), way_to("insult")
    tool.take(way)

    for here, there in reversed([*itertools.pairwise(way)]):
        tool.root.get_by_role("button", name="Back", exact=True).click()
        expect(tool.step(here)).to_be_focused()
        expect(tool.answer(here, there)).to_be_checked()

    expect(tool.root.get_by_role("button", name="Back", exact=True)).to_have_count(0)


def test_nothing_of_it_is_kept_in_any_storage(page: Page, site: Site) -> None:
    tool = Tree(page, site)
    before = page.evaluate(KEPT)

    for outcome in outcomes():
        tool.take(way_to(outcome))
        assert page.evaluate(KEPT) == before
        tool.root.get_by_role("button", name="Start again", exact=True).click()

    page.reload()
    tool.wait()
    expect(tool.root.locator("input:checked")).to_have_count(0)


def test_what_it_comes_to_never_stands_among_the_results(page: Page, site: Site) -> None:
    tool = Tree(page, site)
    tool.take(way_to("insult"))

    page.goto(site.address + "my-results/")

    expect(page.get_by_text("There is nothing here yet.")).to_be_visible()


def test_the_way_out_stays_in_reach_to_the_end(page: Page, site: Site) -> None:
    tool = Tree(page, site)
    tool.take(way_to("crowd"))

    expect(page.get_by_role("link", name="Exit this page", exact=True)).to_be_in_viewport()


def test_on_paper_it_is_a_numbered_list(page: Page, site: Site) -> None:
    tool = Tree(page, site)

    page.emulate_media(media="print")

    sheet = " ".join(tool.root.inner_text().split())
    for name, number in tree().numbers.items():
        stems = {step.id: step.stem for step in tree().steps}
        title = stems.get(name) or outcomes()[name].title
        assert f"{number}. {words(title)}" in sheet
    assert f"Not sure go to {tree().numbers[SAFETY]}" in sheet
    expect(tool.root.get_by_role("button")).to_have_count(0)


def test_no_answer_runs_off_the_sheet(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 720, "height": 1000})  # a sheet of A4 between its margins
    Tree(page, site)

    page.emulate_media(media="print")

    assert sideways(page) == []


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_it_is_whole_and_has_no_dead_button(page: Page, site: Site) -> None:
    page.goto(site.address + PATH)
    root = page.locator("quiz-tree")
    expect(root.get_by_role("button")).to_have_count(0)
    for step in tree().steps:
        group = root.get_by_role("group", name=f"{step.number}. {words(step.stem)}", exact=True)
        expect(group.get_by_role("radio")).to_have_count(len(step.options))
    titles = [f"{number}. {words(outcome.title)}" for _, number, outcome in tree().outcomes]
    expect(root.get_by_role("heading")).to_have_text(titles)


@pytest.mark.parametrize("end", ["sort", "untrue"], ids=["a question", "an outcome"])
def test_a_narrow_phone_shows_it_whole_and_axe_finds_no_fault(
    page: Page, site: Site, end: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    Tree(page, site)
    page.goto(f"{site.address}{PATH}#{NAME}.{tree().numbers[end]}")
    assert sideways(page) == []
    assert faults(page) == []
