"""An author edits a self-assessment while readers keep answers to it: nothing moves, nothing is lost.

The ways to edit it are data: edits.yml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.browser.small import page as written_page
from tests.browser.small import quiz_block, quiz_of, small_site
from tests.browser.watch import Watch
from tests.browser.widget import Widget
from tests.project import Project

HERE = Path(__file__).parent
QUIZ = "quizzes/edited.yml"
BEFORE = (HERE / QUIZ).read_text(encoding="utf-8")
EDITS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (HERE / "edits.yml").read_text(encoding="utf-8")
)
FILES = {
    QUIZ: BEFORE,
    "docs/mornings.md": written_page("# Mornings", quiz_block("edited")),
    "docs/my-results.md": written_page("# My results", "/// my-results\n///"),
}
ANSWERS = {
    "woke": "always",
    "reached": "often",
    "read": "never",
    "walked": "skip",
    "talked": "often",
}
KEPT = "JSON.parse(localStorage['guidebook /'])"


@dataclass
class Edited:
    """A site whose quiz an author changes."""

    site: Site
    kept: str = ""
    """What a reader's device remembers of the quiz as it was."""

    def edit(self, steps: list[dict[str, Any]]) -> None:
        project = Project.at(self.site.folder.parent)
        project.write(FILES)
        for step in steps:
            project.change(QUIZ, step["find"], step["put"])
        project.build()


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edited]:
    with small_site(tmp_path_factory.mktemp("project"), FILES) as site:
        yield Edited(site)


def taken(page: Page, edited: Edited) -> None:
    """The quiz as it was, answered, scored and remembered on the device on an earlier day."""
    if edited.kept:
        page.clock.set_fixed_time("2026-11-20T10:00:00")
        page.goto(edited.site.address)
        page.evaluate("kept => localStorage['guidebook /'] = kept", edited.kept)
        return
    page.clock.set_fixed_time("2026-11-02T10:00:00")
    widget = opened(page, edited)
    widget.set(ANSWERS)
    widget.see()
    page.get_by_label("Remember on this device").check()
    edited.kept = page.evaluate("localStorage['guidebook /']")
    page.clock.set_fixed_time("2026-11-20T10:00:00")


def opened(page: Page, edited: Edited) -> Widget:
    page.goto(edited.site.address + "mornings/")
    widget = Widget(page, quiz_of(edited.site, "edited"))
    widget.wait()
    return widget


@pytest.mark.parametrize("edit", EDITS)
def test_no_edit_moves_an_answer_or_an_old_result(
    page: Page, edited: Edited, watch: Watch, edit: str
) -> None:
    watch.expect("localStorage guidebook /")
    *steps, wanted = EDITS[edit]
    taken(page, edited)
    result = page.evaluate(f"{KEPT}.results")
    edited.edit(steps)

    widget = opened(page, edited)
    expect(widget.result).to_be_visible()

    left = {item: a for item, a in ANSWERS.items() if item not in wanted.get("lost", [])}
    assert widget.chosen() == left
    scales = {scale.id for scale in widget.quiz.scales}
    told = {
        scale
        for scale in scales
        if widget.scale(scale).locator("[data-changed]:not([hidden])").count()
    }
    assert told == set(wanted["changed"])
    assert page.evaluate(f"{KEPT}.results") == result


@pytest.mark.parametrize(
    "edit", [name for name, (*_, wanted) in EDITS.items() if wanted["changed"]]
)
def test_scores_of_two_editions_are_not_compared(
    page: Page, edited: Edited, watch: Watch, edit: str
) -> None:
    watch.expect("localStorage guidebook /")
    *steps, wanted = EDITS[edit]
    taken(page, edited)
    edited.edit(steps)
    widget = opened(page, edited)
    expect(widget.root.get_by_text("Some questions have changed since")).to_be_visible()

    widget.see()
    page.goto(edited.site.address + "my-results/")

    warned = page.get_by_text("so the two cannot be compared")
    scored = [part["scale"] for part in page.evaluate(f"{KEPT}.results.at(-1).parts")]
    expect(warned.filter(visible=True)).to_have_count(len({*scored} & {*wanted["changed"]}))


def test_once_looked_over_a_changed_quiz_says_no_more_of_it(
    page: Page, edited: Edited, watch: Watch
) -> None:
    watch.expect("localStorage guidebook /")
    taken(page, edited)
    edited.edit(EDITS["an item is removed"][:-1])
    widget = opened(page, edited)

    widget.see()
    page.reload()
    widget.wait()

    expect(widget.root.locator("[data-changed]:not([hidden])")).to_have_count(0)


def test_a_quiz_that_is_gone_leaves_its_results_behind(
    page: Page, edited: Edited, watch: Watch
) -> None:
    watch.expect("localStorage guidebook /")
    taken(page, edited)
    project = Project.at(edited.site.folder.parent)
    project.remove(QUIZ)
    project.write({"docs/mornings.md": written_page("# Mornings")})
    project.build()
    page.goto(edited.site.address + "my-results/")

    expect(page.get_by_role("heading", name="How are the mornings?")).to_be_visible()
    expect(page.get_by_text("Worth a look").first).to_be_visible()
