"""Which category leads, as a reader sees it: the same as the reference says, ties told, and nothing hidden."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales import leading
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import Answers, seeded
from tests.browser.expected import outcome
from tests.browser.serve import Site
from tests.browser.small import page as written_page
from tests.browser.small import quiz_block, quiz_of, small_site
from tests.browser.widget import Widget
from tests.drawing import GOLDEN

RUN = """(root, run) => {
  let told;
  root.addEventListener("quiz:scored", ({ detail }) => (told = detail));
  const inputs = new Map([...root.querySelectorAll("input")].map((e) => [`${e.name}=${e.value}`, e]));
  const of = (selector) => [...root.querySelectorAll(selector)];
  const seen = (e) => !e.closest("[hidden]");
  const names = (selector) =>
    of(selector).filter(seen).flatMap((e) => e.textContent.split(/, (?:and |or )?| and | or /));
  return run.map((answers) => {
    for (const input of inputs.values()) input.checked = false;
    answers.forEach((answer, place) => {
      inputs.get(answer).checked = true;
      inputs.get(answer).dataset.place = place; // of answers put in order
    });
    root.querySelector("form").dispatchEvent(new Event("change", { bubbles: true }));
    return [
      Object.entries(told.scores).map(([scale, { score, band }]) => [scale, score, band]),
      of("[data-scale]").filter(seen).map((e) => e.dataset.scale),
      of("[data-share]").filter(seen).map((e) => Number(e.textContent)),
      names("[data-leading]"),
      names("[data-close]"),
      of(".quiz__note").flatMap((e, n) => (seen(e) ? [n] : [])),
    ];
  });
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    files = {
        "quizzes/leading.yml": (GOLDEN / "leading.yml").read_text(encoding="utf-8"),
        "docs/page.md": written_page("# A page", quiz_block("leading")),
        "docs/my-results.md": written_page("# My results", "/// my-results\n///"),
    }
    with small_site(tmp_path_factory.mktemp("project"), files) as site:
        yield site


def reference(quiz: ScalesQuiz, answers: Answers) -> list[Any]:
    result = outcome(quiz, answers)
    readings = result.readings
    lead = [name for name, r in readings.items() if r.band == leading.LEADING]
    scores = [r.score for r in readings.values() if r.score is not None]
    titles = {scale.id: scale.title for scale in quiz.scales}
    return [
        [[name, r.number, r.band] for name, r in readings.items()],
        lead,
        leading.shares(scores) if lead else [],
        [titles[name] for name in lead],
        [titles[name] for name, r in readings.items() if r.near],
        list(result.notes),
    ]


@pytest.mark.parametrize("part", range(8))
def test_browser_and_reference_agree_on_which_leads_and_on_every_share(
    page: Page, site: Site, part: int
) -> None:
    page.goto(f"{site.address}page/")
    widget = Widget(page, quiz_of(site, "leading"))
    widget.wait()
    widget.see()
    run = list(itertools.islice(seeded(widget.quiz, 4_000), part, None, 8))

    keys = [[f"{i}={one}" for i, given in a.items() for one in given.split(",")] for a in run]
    browser: list[Any] = widget.root.evaluate(RUN, keys)

    python = [reference(widget.quiz, answers) for answers in run]
    differing = ((a, b, p) for a, b, p in zip(run, browser, python, strict=True) if b != p)
    assert list(itertools.islice(differing, 3)) == []
    assert {len(row[1]) for row in python} >= {0, 1, 2}  # none, one, and a tie


def test_a_tie_is_told_with_both_texts_kept_copied_printed_and_shown_under_my_results(
    page: Page, site: Site
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}page/")
    widget = Widget(page, quiz_of(site, "leading"))
    widget.wait()
    widget.set({"plain": "often", "turned": "often", "first": "nothing", "far": "n0"})
    widget.set({"seen": "crow", "order": "shout", "hum": "often", "early": "never"})
    widget.root.get_by_role("checkbox", name="The song").check()
    widget.see()

    said = re.compile("^Song and Call share the lead. .* Song 50 % Call 50 % Drums 0 %$")
    expect(widget.result).to_be_focused()
    expect(widget.result).to_have_accessible_description(said)
    expect(widget.result.get_by_role("listitem")).to_have_text(
        ["Song 50 %", "Call 50 %", "Drums 0 %"], use_inner_text=True
    )
    readings = widget.result.get_by_role("heading", level=4)
    expect(readings.and_(page.locator(":visible"))).to_have_text(
        ["Song", "Call"], use_inner_text=True
    )
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Which birds do I hear?\n\nSong and Call share the lead")
    assert "Song 50 %\nCall 50 %\nDrums 0 %" in text
    assert "Go back" not in text
    assert text.endswith("/page/")

    page.reload()
    widget.wait()

    expect(widget.result).to_be_visible()
    page.emulate_media(media="print")
    for words in ("Song and Call share the lead", "Drums 0 %", "Your answers lean to calls."):
        expect(widget.result.get_by_text(words)).to_be_visible()
    page.emulate_media(media="screen")
    page.goto(f"{site.address}my-results/")
    shown = page.locator("my-results")
    expect(shown.get_by_role("term")).to_have_text(["Song", "Call", "Drums"])
    expect(shown.locator("dd b")).to_have_text(["50 %", "50 %", "0 %"])
    expect(
        shown.get_by_role("checkbox", name="Open a window tomorrow. Count to ten.")
    ).to_be_visible()
