"""Every editorial rule can fail: on what breaks it, at the right place, in words that help."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.book.house_rules import (
    aftermath,
    arithmetic,
    caution,
    chapters,
    design,
    evidence,
    freshness,
    outcomes,
    people,
    plainness,
    safety,
    stems,
    tips,
    tools,
)
from guidebook.book.house_rules.order import Order
from guidebook.book.house_rules.registry import RULES
from guidebook.book.house_rules.review import Review
from guidebook.book.house_rules.rule import ProseRule
from guidebook.book.house_rules.said import Page, Said
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.table.model import CompiledTable
from guidebook.engine.kinds.tree.model import TreeQuiz
from guidebook.engine.links import Docs
from guidebook.engine.links import Page as Linked
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile, read_quiz
from tests.drawing import html, parsed
from tests.editorial import widget
from tests.editorial.book import house
from tests.project import Project

FOLDER = Path(__file__).with_name("editorial")
BREACHES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (FOLDER / "breaches.yml").read_text(encoding="utf-8")
)
CHAPTER = (FOLDER / "samples/chapter.md").read_text(encoding="utf-8")
QUIZ = (FOLDER / "samples/quiz.yml").read_text(encoding="utf-8")
TOOL = (FOLDER / "samples/tool.md").read_text(encoding="utf-8")
TABLE = (FOLDER / "samples/table.yml").read_text(encoding="utf-8")
TREE = (FOLDER / "samples/tree.yml").read_text(encoding="utf-8")
DOCS = Docs(
    {
        "help.md": Linked("Help", {"rain": "Rain", "cans": "Cans"}),
        "tools/how-friends-can-help.md": Linked("Friends"),
    }
)
ORDER: dict[str, Any] = {
    "risk": {"rain": ["no", "unsure", "yes"]},
    "boldness": [["wait"], ["help"], ["water"]],
}

OF_CHAPTERS: dict[str, Callable[[Page], Iterator[Problem]]] = {
    "headings": chapters.headings,
    "tips": tips.tips,
    "one label": tips.one_label,
    "sources": tips.sources,
    "quiz": lambda page: chapters.quiz(page, "how-heavy-are-the-nasty-comments"),
    "length": chapters.length,
    "plainness": plainness.plainness,
    "opening": chapters.opening,
    "strangers": lambda page: people.of_page(page, house()),
    "labels": lambda page: evidence.labels(page, house().settings),
    "unjudged": lambda page: evidence.unjudged(page, house().settings),
    "unused": lambda page: evidence.not_to_cite(page, house().settings),
}
OF_WRITTEN: dict[str, Callable[..., Iterator[Problem]]] = {
    "parts": design.parts,
    "answers": design.answers,
    "bands": design.bands,
    "steps": design.steps,
    "grounds": design.grounds,
    "intro": design.intro,
    "distinct": lambda file, quiz: stems.distinct(
        [
            Said(file.source.path, item.stem, file.source.place(("blocks", b, "items", i, "stem")))
            for b, block in enumerate(quiz.blocks)
            for i, item in enumerate(block.items)
        ]
    ),
}
OF_CRUELTY: dict[str, Callable[..., Iterator[Problem]]] = {
    "safety": safety.safety,
    "blameless": safety.blameless,
}
OF_TABLES: dict[str, Callable[[QuizFile], Iterator[Problem]]] = {
    "steps": outcomes.steps,
    "choices": outcomes.choices,
    "passages": outcomes.passages,
    "grounds": lambda file: design.grounds(file, file.written),
}
OF_TREES: dict[str, Callable[[QuizFile, TreeQuiz], Iterator[Problem]]] = {
    "danger": aftermath.danger,
    "saving": aftermath.saving,
    "gently": aftermath.gently,
    "company": aftermath.company,
}
OF_SCORED: dict[str, Callable[[QuizFile, ScalesQuiz], Iterator[Problem]]] = {
    "reach": arithmetic.reach,
    "fair": arithmetic.fair,
    "monotone": arithmetic.monotone,
    "skips": arithmetic.skips,
}


def breaches(of: str) -> list[Any]:
    return [
        pytest.param(case, id=f"{case.get('rule', of)}-{n}") for n, case in enumerate(BREACHES[of])
    ]


def changed(text: str, change: dict[str, str]) -> str:
    for old, new in change.items():
        assert old in text, f"{old!r} is not in the sample"
        text = text.replace(old, new)
    return text


def assert_says(found: Iterator[Problem], path: str, wanted: list[str]) -> None:
    """The same lines, each beginning as wanted."""
    said = [str(problem).removeprefix(f"{path}:") for problem in sorted({*found})]
    begun = [line[: len(begin)] for line, begin in zip(said, wanted, strict=False)]
    assert (begun, len(said)) == (wanted, len(wanted)), said


def by_id(name: str) -> ProseRule:
    rule = next(rule for rule in RULES if rule.id == name)
    assert isinstance(rule, ProseRule)
    return rule


def quiz(folder: Path, text: str) -> QuizFile:
    (folder / "quiz.yml").write_text(text, encoding="utf-8")
    return read_quiz(folder / "quiz.yml", folder, DOCS)


@pytest.mark.parametrize("case", breaches("said"))
def test_a_rule_of_prose_finds_its_breach(case: dict[str, Any]) -> None:
    found = by_id(case["rule"]).finds(Said("docs/page.md", case["text"]), house())
    assert_says(found, "docs/page.md", case["says"])


@pytest.mark.parametrize("case", breaches("chapter"))
def test_a_rule_of_chapters_finds_its_breach(case: dict[str, Any]) -> None:
    page = Page("docs/page.md", changed(CHAPTER, case["change"]))
    assert_says(OF_CHAPTERS[case["rule"]](page), "docs/page.md", case["says"])


@pytest.mark.parametrize("case", breaches("tool"))
def test_more_or_less_than_one_label_of_a_tool_is_found(case: dict[str, Any]) -> None:
    page = Page("docs/tools/wait.md", changed(TOOL, case["change"]))
    assert_says(tools.one_label(page), "docs/tools/wait.md", case["says"])


@pytest.mark.parametrize("case", breaches("quiz"))
def test_a_rule_of_quizzes_finds_its_breach(case: dict[str, Any], tmp_path: Path) -> None:
    file = quiz(tmp_path, changed(QUIZ, case["change"]))
    of_written = OF_WRITTEN | OF_CRUELTY
    if case["rule"] in of_written:
        found = of_written[case["rule"]](file, file.written)
    else:
        assert isinstance(file.compiled, ScalesQuiz)
        found = OF_SCORED[case["rule"]](file, file.compiled)
    assert_says(found, "quiz.yml", case["says"])


@pytest.mark.parametrize("case", breaches("table"))
def test_a_rule_of_tables_finds_its_breach(case: dict[str, Any], tmp_path: Path) -> None:
    file = quiz(tmp_path, changed(TABLE, case["change"]))
    assert_says(OF_TABLES[case["rule"]](file), "quiz.yml", case["says"])


@pytest.mark.parametrize("case", breaches("order"))
def test_caution_finds_its_breach(case: dict[str, Any], tmp_path: Path) -> None:
    file = quiz(tmp_path, changed(TABLE, case["change"]))
    assert isinstance(file.compiled, CompiledTable)
    risk = {**ORDER["risk"], **case.get("risk", {})}
    written = {**ORDER, "risk": risk, "at_most": case.get("at_most", [])}
    found = caution.of(file, file.compiled, Order.model_validate(written))
    assert_says(found, "quiz.yml", case["says"])


@pytest.mark.parametrize("case", breaches("tree"))
def test_a_rule_of_trees_finds_its_breach(case: dict[str, Any], tmp_path: Path) -> None:
    file = quiz(tmp_path, changed(TREE, case["change"]))
    assert isinstance(file.written, TreeQuiz)
    assert_says(OF_TREES[case["rule"]](file, file.written), "quiz.yml", case["says"])


def test_the_sample_of_a_tree_breaks_no_rule(tmp_path: Path) -> None:
    file = quiz(tmp_path, TREE)
    assert isinstance(file.written, TreeQuiz)
    assert [p for rule in OF_TREES.values() for p in rule(file, file.written)] == []


def test_the_sample_of_a_table_breaks_no_rule(tmp_path: Path) -> None:
    file = quiz(tmp_path, TABLE)
    assert [p for rule in OF_TABLES.values() for p in rule(file)] == []


def test_the_samples_break_no_rule(tmp_path: Path) -> None:
    file, page = quiz(tmp_path, QUIZ), Page("docs/page.md", CHAPTER)
    assert isinstance(file.compiled, ScalesQuiz)
    found = [p for name, rule in OF_CHAPTERS.items() if name != "length" for p in rule(page)]
    found += [p for rule in OF_WRITTEN.values() for p in rule(file, file.written)]
    found += [p for rule in OF_SCORED.values() for p in rule(file, file.compiled)]
    assert found == []


# Age, on days of the test's own choosing


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("2027-11-21", []),
        ("2027-11-22", ["3:11: 2026-11-22 holds until 2027-11-21; read the page through again"]),
    ],
)
def test_a_page_grows_old_on_a_day_that_it_names(on: str, says: list[str]) -> None:
    page = Page("docs/page.md", CHAPTER)
    assert_says(freshness.of_page(page, date.fromisoformat(on)), "docs/page.md", says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (QUIZ, ["6:11: 2026-11-22 holds until 2027-11-21; read the quiz through again"]),
        (QUIZ.replace("reviewed: 2026-11-22\n", ""), ['2:1: add "reviewed:"']),
    ],
)
def test_a_quiz_grows_old_too(text: str, says: list[str], tmp_path: Path) -> None:
    found = freshness.of_quiz(quiz(tmp_path, text), date(2027, 11, 22))
    assert_says(found, "quiz.yml", says)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("2026-11-20", ["is yet to come; write the day on which it was done (rule: yet to come)"]),
        ("2026-11-21", []),  # it is tomorrow already, somewhere
        ("2026-11-22", []),
    ],
)
def test_a_day_that_is_yet_to_come_is_refused(on: str, says: list[str], tmp_path: Path) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "{}\n"})
    project.write({"docs/page.md": CHAPTER.replace("/help.md", "/index.md")})
    found = [str(p) for p in Review(project.book(), date.fromisoformat(on)).refusals]
    assert [
        line.partition("2026-11-22 ")[2] for line in found if "docs/page.md:3:11" in line
    ] == says


@pytest.mark.parametrize(
    ("on", "advised", "refused"),
    [("2027-05-20", 0, 0), ("2027-05-21", 1, 0), ("2027-08-18", 1, 0), ("2027-08-19", 1, 1)],
)
def test_help_lines_are_advised_about_after_180_days_and_refused_after_270(
    on: str, advised: int, refused: int, tmp_path: Path
) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "{}\n"})
    review = Review(project.book(), date.fromisoformat(on))
    found = [
        [p.message for p in problems if p.path == "data/help-lines.yml"]
        for problems in (review.advice, review.refusals)
    ]
    assert [len(messages) for messages in found] == [advised, refused]
    assert all("look the line up on its own pages again" in m for ms in found for m in ms)


# A drawn self-assessment


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[QuizFile, ScalesQuiz, str]:
    project = Project(
        tmp_path_factory.mktemp("drawn"), {"quizzes/quiz.yml": QUIZ.replace("A-1", "BIRD-1")}
    )
    book = project.book()
    file = book.quizzes["quiz"]
    assert isinstance(file.compiled, ScalesQuiz)
    return file, file.compiled, html(book.drawn["quiz"])


@pytest.mark.parametrize(
    ("rule", "old", "new", "says"),
    [
        (
            widget.result,
            '"quiz__passage',
            '"passage',
            ["18:3: a result must hold, in this order"],
        ),
        (
            widget.result,
            '.weeds=look"',
            '.weeds=lok"',
            ['18:3: "look" must lead to one step'],
        ),
        (widget.result, "quiz__help", "help", ["2:1: a result must end with the line about help"]),
        (
            widget.sheet,
            "<small>4</small>",
            "<small>5</small>",
            ["2:1: the sheet shows other points"],
        ),
        (widget.sheet, "My back ached", "Somebody", ["2:1: the sheet lacks the item"]),
        (widget.sheet, "6 to 10", "6 to 9", ["18:3: the sheet shows other readings"]),
    ],
)
def test_a_rule_of_widgets_finds_its_breach(
    rule: Callable[..., Iterator[Problem]],
    old: str,
    new: str,
    says: list[str],
    drawn: tuple[QuizFile, ScalesQuiz, str],
) -> None:
    file, scored, text = drawn
    assert old in text
    found = sorted({*rule(file, scored, parsed(text.replace(old, new)))})
    assert_says(iter(found[:1]), "quizzes/quiz.yml", says)


def test_the_drawn_sample_breaks_no_rule(drawn: tuple[QuizFile, ScalesQuiz, str]) -> None:
    file, scored, text = drawn
    assert not [*widget.result(file, scored, parsed(text))]
    assert not [*widget.sheet(file, scored, parsed(text))]


# Exceptions


def test_an_exception_clears_its_passage_and_no_other() -> None:
    said = Said("docs/page.md", "just so, and just because").without(["just so"])
    assert_says(by_id("words to weigh").finds(said, house()), "docs/page.md", ['1:14: "just"'])


def test_names_that_were_never_offered_are_known_without_being_written() -> None:
    name = "".join(map(chr, (83, 111, 117, 109, 105, 115)))
    assert_says(
        people.never(Said("a.md", f"By {name}."), house()), "a.md", ["1:4: the name of somebody"]
    )
