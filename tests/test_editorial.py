"""What this book asks of its self-assessments: the checks B01 to B24 of their design, as tests.

Words, reading grade and age are the same for every kind of quiz. Tables and decision trees have
rules of their own for what they ask and what they come to (editorial/outcomes.py).

A failing rule prints `path:line:column: what, and what to write instead`, for all quizzes at once.
None of this shows that a quiz measures anything; it shows that a quiz does what it says.

Told elsewhere:
    B01  schema, ids: the build (test_faults.py); age: here
    B16  every idea told: test_content.py
    B17  originality: scripts/echoes.py, by an editor who has the other text
    B19  browser and Python agree: browser/test_agreement.py
    B20  nothing sent, nothing kept: browser/conftest.py, after every test, and test_privacy.py
    B21  for every reader: browser/test_accessibility.py, test_layout.py
    B23  age of the help lines: test_content.py
    B24  technical note current: written at each build (test_technical_note.py), complete: here
"""

import os
from collections.abc import Callable, Iterator

import pytest
import yaml

from guidebook import text
from guidebook.problem import Problem
from guidebook.quiz import compiled, model
from guidebook.quiz.read import QuizFile
from tests.drawing import GOLDEN, html, parsed
from tests.editorial import arithmetic, design, exceptions, freshness, outcomes, said, widget
from tests.editorial.book import (
    book,
    of_quizzes,
    page,
    questions,
    quizzes,
    quizzes_in_every_language,
    scored,
    stems,
    with_outcomes,
)
from tests.editorial.faults import refuse
from tests.editorial.results import straight_lines
from tests.readability import grade

HARDEST = 8
"""Years of school, for a whole quiz and for each long text of a result."""
TELLING = 100
"""Words below which a grade says little."""
TROLLING = "how-heavy-are-the-nasty-comments"

ByFile = Callable[[QuizFile], Iterator[Problem]]
ByAuthor = Callable[[QuizFile, model.ScalesQuiz], Iterator[Problem]]
ByScore = Callable[[QuizFile, compiled.ScalesQuiz], Iterator[Problem]]


def test_b01_every_quiz_was_read_within_a_year() -> None:
    refuse(
        p
        for quiz in quizzes_in_every_language()
        for p in freshness.of_quiz(quiz, freshness.today())
    )


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(design.parts, id="b02 scales, items, strengths"),
        pytest.param(design.answers, id="b03 answers"),
        pytest.param(design.bands, id="b08 bands"),
        pytest.param(design.steps, id="b14 one step"),
        pytest.param(design.grounds, id="b15 grounds"),
        pytest.param(design.intro, id="introduction"),
    ],
)
def test_a_self_assessment_is_made_as_agreed(rule: ByAuthor) -> None:
    refuse(p for file, written, _ in scored() for p in rule(file, written))


def test_b04_b05_an_item_is_one_plain_thing_in_few_words() -> None:
    refuse(exceptions.apply("stems", stems()))


def test_a_question_of_a_table_or_a_tree_is_plain_and_short() -> None:
    refuse(exceptions.apply("questions", questions()))


def test_b15_each_question_of_a_table_says_why_it_is_asked() -> None:
    refuse(p for file in with_outcomes() for p in design.grounds(file, file.written))


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(outcomes.steps, id="one step, offered"),
        pytest.param(outcomes.choices, id="a choice left open"),
        pytest.param(outcomes.passages, id="more to read"),
    ],
)
def test_b14_what_a_table_or_a_tree_comes_to_is_offered(rule: ByFile) -> None:
    refuse(p for file in with_outcomes() for p in rule(file))


def test_b06_a_quiz_is_no_harder_to_read_than_eight_years_of_school() -> None:
    for quiz in quizzes():
        texts = [each.text for each in said.of_quiz(quiz)]
        assert grade("\n\n".join(texts)) <= HARDEST, quiz.source.path
        refuse(
            each.problem(0, f"reading grade {level:.1f}; shorten words and sentences to {HARDEST}")
            for each in said.of_quiz(quiz)
            if len(each.text.split()) >= TELLING and (level := grade(each.text)) > HARDEST
        )


@pytest.mark.parametrize("rule", ["words", "words in quizzes", "marks", "menus", "numbers to call"])
def test_b07_what_quizzes_and_widgets_say_keeps_the_rule_of(rule: str) -> None:
    refuse(exceptions.apply(rule, of_quizzes()))


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(arithmetic.reach, id="b09 all can come up"),
        pytest.param(arithmetic.fair, id="b10 no band swallows the others"),
        pytest.param(arithmetic.monotone, id="b11 more is never lighter"),
        pytest.param(arithmetic.skips, id="b12 a skip is no zero"),
    ],
)
def test_the_scores_of_a_self_assessment_behave(rule: ByScore) -> None:
    refuse(p for file, _, quiz in scored() for p in rule(file, quiz))


def test_b13_straight_lines_bring_up_what_they_did_before() -> None:
    """To renew: RENEW_GOLDEN=1, then read the results in a browser as somebody who ticks like that."""
    told = {quiz.name: straight_lines(written, quiz) for _, written, quiz in scored()}
    path = GOLDEN / "straight-lines.yml"
    if os.environ.get("RENEW_GOLDEN"):
        path.write_text(
            yaml.safe_dump(told, sort_keys=False, default_flow_style=None), encoding="utf-8"
        )
    assert told == yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(widget.result, id="b14 the result in order"),
        pytest.param(widget.sheet, id="b22 the sheet complete"),
    ],
)
def test_the_drawn_self_assessment_holds(rule: Callable[..., Iterator[Problem]]) -> None:
    drawn = book().drawn
    refuse(
        p for file, _, quiz in scored() for p in rule(file, quiz, parsed(html(drawn[quiz.name])))
    )


def test_b18_no_two_items_ask_nearly_the_same() -> None:
    refuse(design.distinct([*stems()]))


def test_b24_every_self_assessment_has_its_published_note() -> None:
    notes = page("docs/about/technical-notes.md")
    refuse(
        notes.problem(
            len(notes.text.rstrip()),
            f'add "## {written.title}", and below it /// technical-note | {quiz.name}',
        )
        for _, written, quiz in scored()
        if f"/// technical-note | {quiz.name}\n" not in notes.body
    )


def test_b24_a_note_holds_every_item() -> None:
    note = book().extension().blocks.collaborators["technical-note"]
    missing = [
        item.stem
        for _, written, quiz in scored()
        for item in design.items(written)
        if text.inline(item.stem).markdown not in note(quiz.name)
    ]
    assert missing == []


def test_the_questions_about_cruelty_ask_about_safety_first() -> None:
    gate = next(written for file, written, _ in scored() if TROLLING in file.source.path).gate
    assert gate is not None
    assert {option.id for option in gate.options if not option.go} == {"no"}
    assert {option.go for option in gate.options if option.go} == {"/help.md"}


def test_a_heavy_reading_of_cruelty_first_says_whose_fault_it_is_not() -> None:
    file, written, _ = next(s for s in scored() if TROLLING in s[0].source.path)
    refuse(
        file.source.problem(
            ("scales", name, "bands", n, "text"), 'begin with the sense of "this is not your fault"'
        )
        for name, scale in written.scales.items()
        for n, band in enumerate(scale.bands)
        if band.id == "weighing"
        and not any(w in band.text.split(".")[0] for w in ("your fault", "nothing to earn"))
    )
