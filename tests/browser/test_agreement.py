"""The browser and the Python reference agree on every score, reading, strength and note.

The page's own element does the work: its radio buttons are set, it is told so, and what it then
says and shows is read. All in one go within the page, so that thousands of answers take seconds.
"""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Page

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import Answers, every_way_on_each_scale, seeded
from tests.browser.expected import outcome
from tests.browser.pages import SELF_ASSESSMENTS, assessment
from tests.browser.serve import Site
from tests.browser.small import EVERY_FEATURE, quiz_block, quiz_of, small_site
from tests.browser.small import page as written_page
from tests.browser.widget import Widget

Row: TypeAlias = list[Any]
"""What is compared: for each scale its score, band, near bands and strengths; the notes, and what weighs most."""

RUN = """(root, [run, by]) => {
  const seen = [];
  root.addEventListener("quiz:scored", ({ detail }) => seen.push(detail));
  const radios = new Map([...root.querySelectorAll("input")].map((e) => [`${e.name}=${e.value}`, e]));
  const form = root.querySelector("form");
  const shown = (part, all) => all.flatMap((e, n) => (e.hidden || part.hidden ? [] : [n]));
  const of = (part, selector) => [...part.querySelectorAll(selector)];
  const scales = of(root, "[data-scale]").map((part) => ({
    part,
    readings: of(part, ".quiz__band"),
    near: of(part, ".quiz__near"),
    strengths: of(part, ".quiz__strengths [data-when]"),
  }));
  const leads = of(root, ".quiz__lead > [data-when]");
  const notes = of(root, ".quiz__note");
  return run.map((answers) => {
    for (const radio of radios.values()) radio.checked = false;
    answers.forEach((answer, place) => {
      radios.get(answer).checked = true;
      radios.get(answer).dataset.place = place; // of answers put in order
    });
    seen.length = 0;
    if (by === "submit") form.requestSubmit();
    else form.dispatchEvent(new Event("change", { bubbles: true }));
    if (seen.length !== 1) throw new Error(`told ${seen.length} times`);
    const told = Object.entries(seen[0].scores);
    return [
      ...scales.map(({ part, readings, near, strengths }, n) => [
        told[n][0],
        told[n][1].score,
        told[n][1].band,
        part.dataset.score,
        part.dataset.band,
        readings.filter((e) => !e.hidden).map((e) => e.dataset.reading),
        near.filter((e) => !e.hidden).map((e) => e.dataset.when.split("=")[1]),
        shown(part, strengths),
      ]),
      shown(root, notes),
      leads.filter((e) => !e.hidden).map((e) => /^lead\\.(.+)=/.exec(e.dataset.when)?.[1] ?? "").join(),
    ];
  });
}"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A small site with the quiz that has every feature."""
    files = {
        "quizzes/every-feature.yml": EVERY_FEATURE,
        "docs/page.md": written_page("# A page", quiz_block("every-feature")),
    }
    with small_site(tmp_path_factory.mktemp("project"), files) as site:
        yield site


@pytest.fixture(scope="module")
def feature_quiz(small: Site) -> ScalesQuiz:
    return quiz_of(small, "every-feature")


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_they_agree_on_every_combination_of_answers_to_each_scale(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    widget = scored(page, site.address + assessment(name), quizzes[name])

    assert_agree(widget, every_way_on_each_scale(widget.quiz))


@pytest.mark.parametrize("part", range(5))
@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_they_agree_on_thousands_of_whole_runs(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str, part: int
) -> None:
    widget = scored(page, site.address + assessment(name), quizzes[name])

    assert_agree(widget, itertools.islice(seeded(widget.quiz, 2_500), part, None, 5))


@pytest.mark.parametrize("part", range(40))
def test_they_agree_on_every_feature_of_the_format(
    page: Page, small: Site, feature_quiz: ScalesQuiz, part: int
) -> None:
    widget = scored(page, small.address + "page/", feature_quiz)

    assert_agree(widget, itertools.islice(seeded(widget.quiz, 10_000), part, None, 40))


def test_they_agree_when_the_button_is_pressed_each_time(
    page: Page, small: Site, feature_quiz: ScalesQuiz
) -> None:
    widget = scored(page, small.address + "page/", feature_quiz)

    assert_agree(widget, seeded(widget.quiz, 60), by="submit")


def test_the_feature_quiz_meets_every_reading_note_and_strength(feature_quiz: ScalesQuiz) -> None:
    outcomes = [outcome(feature_quiz, answers) for answers in seeded(feature_quiz, 10_000)]

    for scale in feature_quiz.scales:
        readings = [o.readings[scale.id] for o in outcomes]
        assert {r.band for r in readings} == {None, *(band.id for band in scale.bands)}
        assert {s for r in readings for s in r.strengths} == set(range(len(scale.strengths)))
    assert {note for o in outcomes for note in o.notes} == set(range(len(feature_quiz.notes)))


def scored(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    """The widget, after its button has been pressed once."""
    page.goto(address)
    widget = Widget(page, quiz)
    widget.wait()
    widget.open()
    widget.see()
    return widget


def assert_agree(widget: Widget, run: Iterable[Answers], by: str = "change") -> None:
    run = list(run)
    gate = ["gate=no"] if widget.quiz.gate else []
    keys = [
        [*gate, *(f"{item}={one}" for item, given in answers.items() for one in given.split(","))]
        for answers in run
    ]
    browser: list[Row] = widget.root.evaluate(RUN, [keys, by])
    python = [reference(widget.quiz, answers) for answers in run]
    differing = ((a, b, p) for a, b, p in zip(run, browser, python, strict=True) if b != p)
    assert list(itertools.islice(differing, 3)) == []


def reference(quiz: ScalesQuiz, answers: Answers) -> Row:
    result = outcome(quiz, answers)
    rows: Row = [
        [
            name,
            reading.number,
            reading.band,
            reading.said,
            reading.band or "",
            [reading.band] if reading.band else [],
            list(reading.near),
            list(reading.strengths),
        ]
        for name, reading in result.readings.items()
    ]
    return [*rows, list(result.notes), result.order[0] if result.order else ""]
