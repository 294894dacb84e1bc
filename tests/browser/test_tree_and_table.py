"""A decision tree leads one step at a time; a table gives the first outcome that fits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site
from tests.browser.small import page as markdown
from tests.browser.small import quiz_block, small_site
from tests.browser.test_accessibility import faults

QUIZZES = Path(__file__).parent / "quizzes"
FILES = {
    "quizzes/comment.yml": (QUIZZES / "comment.yml").read_text(encoding="utf-8"),
    "quizzes/post.yml": (QUIZZES / "post.yml").read_text(encoding="utf-8"),
    "docs/tree.md": markdown("# A tree", quiz_block("comment")),
    "docs/table.md": markdown("# A table", quiz_block("post")),
}
WAYS = (
    (("Yes",), "safety", "Safety first"),
    (("No", "Done", "An insult"), "leave", "Leave it"),
    (("No", "Done", "Harsh, but with a point"), "keep", "Keep the point"),
)
TABLE = {
    ("Yes", "Yes"): "sleep",
    ("Yes", "No"): "ask",
    ("Not sure", "Yes"): "sleep",
    ("Not sure", "No"): "ask",
    ("No", "Yes"): "post",
    ("No", "No"): "post",
}
TITLES = {"sleep": "Sleep on it", "ask": "Ask them first", "post": "Post it"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with small_site(tmp_path_factory.mktemp("project"), FILES) as site:
        yield site


@pytest.fixture
def tree(page: Page, small: Site) -> Locator:
    page.goto(small.address + "tree/")
    page.locator("quiz-tree:defined").first.wait_for(state="attached")
    return page.locator("quiz-tree")


@pytest.fixture
def table(page: Page, small: Site) -> Locator:
    page.goto(small.address + "table/")
    page.locator("quiz-table:defined").first.wait_for(state="attached")
    return page.locator("quiz-table")


@pytest.mark.parametrize(("answers", "outcome", "title"), WAYS, ids=[way[1] for way in WAYS])
def test_each_way_through_a_tree_ends_in_its_outcome(
    page: Page, tree: Locator, answers: tuple[str, ...], outcome: str, title: str
) -> None:
    for answer in answers:
        step(tree, answer)

    expect(result(tree).get_by_role("heading", name=title, exact=True)).to_be_visible()
    expect(result(tree).get_by_role("heading")).to_have_count(1)
    expect(result(tree)).to_be_focused()
    assert heard(page) == [{"quiz": "comment", "scores": {}, "outcome": outcome}]


def test_a_tree_shows_one_question_at_a_time_and_takes_the_focus_there(tree: Locator) -> None:
    expect(tree.get_by_role("group")).to_have_count(1)

    step(tree, "No")

    expect(tree.get_by_role("group")).to_have_count(1)
    expect(tree.get_by_role("group", name="Step away for a bit.")).to_be_focused()


def test_by_keyboard_alone_a_tree_leads_to_its_outcome(page: Page, tree: Locator) -> None:
    tree.get_by_role("radio", name="Yes").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(tree.get_by_role("group", name="Is there a threat?")).to_be_visible()

    page.keyboard.press("Enter")

    expect(result(tree).get_by_role("heading", name="Safety first")).to_be_visible()


def test_nothing_chosen_leads_nowhere(page: Page, tree: Locator) -> None:
    tree.get_by_role("button", name="Next").click()

    expect(tree.get_by_role("group", name="Is there a threat?")).to_be_visible()
    assert heard(page) == []


def test_the_browsers_back_leads_to_the_question_before(page: Page, tree: Locator) -> None:
    step(tree, "No")
    step(tree, "Done")

    page.go_back()
    expect(tree.get_by_role("group", name="Step away for a bit.")).to_be_focused()
    expect(tree.get_by_role("radio", name="Done")).to_be_checked()
    tree.get_by_role("button", name="Back").click()

    expect(tree.get_by_role("group", name="Is there a threat?")).to_be_visible()


def test_an_outcome_can_be_left_backwards_and_reached_again(page: Page, tree: Locator) -> None:
    step(tree, "Yes")
    result(tree).get_by_role("button", name="Back").click()
    expect(tree.get_by_role("group", name="Is there a threat?")).to_be_visible()

    step(tree, "Yes")

    expect(result(tree)).to_be_focused()
    assert [detail["outcome"] for detail in heard(page)] == ["safety", "safety"]


def test_a_tree_begins_anew(tree: Locator) -> None:
    step(tree, "No")
    step(tree, "Done")
    step(tree, "An insult")

    tree.get_by_role("button", name="Start again").click()

    expect(tree.get_by_role("group", name="Is there a threat?")).to_be_focused()
    assert tree.locator(":checked").count() == 0


def test_no_answer_stands_in_the_address(page: Page, small: Site, tree: Locator) -> None:
    step(tree, "Yes")

    assert page.url.startswith(small.address + "tree/#comment.")
    assert "?" not in page.url


@pytest.mark.parametrize(("answers", "outcome"), TABLE.items(), ids=" and ".join)
def test_a_table_gives_the_first_outcome_that_fits(
    page: Page, table: Locator, answers: tuple[str, str], outcome: str
) -> None:
    answer_table(table, answers)

    table.get_by_role("button", name="See my result").click()

    expect(result(table)).to_be_focused()
    expect(result(table).get_by_role("heading", name=TITLES[outcome])).to_be_visible()
    others = (
        result(table).get_by_role("heading", name=t) for o, t in TITLES.items() if o != outcome
    )
    assert not any(other.is_visible() for other in others)
    assert heard(page) == [{"quiz": "post", "scores": {}, "outcome": outcome}]


def test_a_table_follows_a_changed_answer(page: Page, table: Locator) -> None:
    answer_table(table, ("No", "Yes"))
    table.get_by_role("button", name="See my result").click()

    answer_table(table, ("Yes", "Yes"))

    expect(result(table).get_by_role("heading", name="Sleep on it")).to_be_visible()
    assert [detail["outcome"] for detail in heard(page)] == ["post", "sleep"]


def test_a_table_waits_for_every_answer(page: Page, table: Locator) -> None:
    table.get_by_role("group", name="Does it still hurt?").get_by_label("No").check()

    table.get_by_role("button", name="See my result").click()

    expect(result(table)).to_be_hidden()
    assert heard(page) == []


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_a_tree_and_a_table_are_whole(page: Page, small: Site) -> None:
    page.goto(small.address + "tree/")
    tree = " ".join(page.locator("quiz-tree").inner_text().split())
    expect(page.locator("quiz-tree").get_by_role("button")).to_have_count(0)
    page.goto(small.address + "table/")
    table = " ".join(page.locator("quiz-table").inner_text().split())
    expect(page.locator("quiz-table").get_by_role("button")).to_have_count(0)

    assert [
        w
        for w in ("Is there a threat? Yes go to 4 No go to 2", "4. Safety first", "Leave it")
        if w not in tree
    ] == []
    wanted = (
        "Is somebody else in this story? Yes Not sure No",
        *TITLES.values(),
        "none of the results above",
    )
    assert [w for w in wanted if w not in table] == []


@pytest.mark.parametrize("path", ["tree/", "table/"])
def test_the_sheet_is_printed_whole_where_script_runs(page: Page, small: Site, path: str) -> None:
    page.goto(small.address + path)
    page.locator("[data-quiz]:defined").first.wait_for(state="attached")

    page.emulate_media(media="print")

    for hidden in ("[data-question]", "[data-outcome]"):
        for part in page.locator(hidden).all():
            expect(part).to_be_visible()


def test_axe_finds_no_fault_in_a_tree_or_a_table(page: Page, small: Site) -> None:
    page.goto(small.address + "tree/")
    step(page.locator("quiz-tree"), "No")
    found = faults(page)
    page.goto(small.address + "table/")

    assert [*found, *faults(page)] == []


def step(tree: Locator, answer: str) -> None:
    tree.get_by_role("radio", name=answer, exact=True).check()
    tree.get_by_role("button", name="Next").click()


def answer_table(table: Locator, answers: tuple[str, str]) -> None:
    stems = ("Is somebody else in this story?", "Does it still hurt?")
    for stem, answer in zip(stems, answers, strict=True):
        group = table.get_by_role("group", name=stem)
        group.get_by_role("radio", name=answer, exact=True).check()


def result(quiz: Locator) -> Locator:
    return quiz.get_by_role("region", name="Your result")


def heard(page: Page) -> list[dict[str, object]]:
    said: list[dict[str, object]] = page.evaluate("window.heard")
    return said
