"""The two tables of the book, tried with every combination of answers: caution never loses.

An answer is the riskier the later it stands here, and an outcome the bolder: the nearer the words
come to everyone's eyes today. Whoever adds a question, an answer or an outcome says here where it stands.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

import pytest

from guidebook.quiz.rules import CompiledRules
from tests.editorial.book import book

Answers = dict[str, str]


@dataclass(frozen=True)
class Order:
    """What counts as riskier, and what as bolder, in one tool."""

    risk: Mapping[str, tuple[str, ...]]
    """Each question's answers, from the safest on."""
    boldness: tuple[tuple[str, ...], ...]
    """The outcomes, from the least bold on; those in one row are as bold as each other."""


ORDERS = {
    "should-i-post": Order(
        risk={
            "reader": ("yes", "unsure", "no"),
            "aim": ("yes", "unsure", "no"),
            "mood": ("calm", "between", "strong"),
            "others": ("fine", "unsure", "unasked"),
            "hardest": ("nothing", "awkward", "matter"),
            "offers": ("some", "unsure", "nothing"),
            "hope": ("little", "unsure", "comfort"),
        },
        boldness=(
            ("sleep-on-it",),
            ("ask-first",),
            ("write-privately",),
            ("tell-one-first",),
            ("fewer-for-comfort", "fewer-while-raw"),
            ("trim-others", "trim-detail", "trim-to-use", "trim-to-reader"),
            ("post",),
        ),
    ),
    "before-i-comment": Order(
        risk={
            "day": ("well", "mixed", "badly"),
            "thread": ("calm", "mixed", "sharp"),
            "table": ("yes", "unsure", "no"),
        },
        boldness=(
            ("let-it-wait",),
            ("turn-to-the-work", "you-first"),
            ("own-tone", "read-again"),
            ("go-ahead",),
        ),
    ),
}

of_each_tool = pytest.mark.parametrize("name", ORDERS)


@cache
def table(name: str) -> CompiledRules:
    quiz = book().quizzes[name].compiled
    assert isinstance(quiz, CompiledRules)
    return quiz


def ways(name: str) -> Iterator[Answers]:
    """Every combination of answers."""
    risk = ORDERS[name].risk
    for answers in product(*risk.values()):
        yield dict(zip(risk, answers, strict=True))


def riskier(name: str, answers: Answers) -> Iterator[Answers]:
    """The same answers with one of them moved to a riskier one."""
    for item, order in ORDERS[name].risk.items():
        for answer in order[order.index(answers[item]) + 1 :]:
            yield answers | {item: answer}


@of_each_tool
def test_the_orders_name_every_answer_and_every_outcome_once(name: str) -> None:
    order, quiz = ORDERS[name], table(name)
    assert {item: sorted(answers) for item, answers in order.risk.items()} == {
        item.id: sorted(answer.id for answer in item.answers) for item in quiz.items
    }
    named = sorted(outcome for row in order.boldness for outcome in row)
    assert named == sorted(row.id for row in quiz.outcomes)


@pytest.mark.parametrize(("name", "count"), [("should-i-post", 2187), ("before-i-comment", 27)])
def test_every_way_to_answer_has_an_outcome_and_every_outcome_a_way(name: str, count: int) -> None:
    found = [table(name).outcome(answers) for answers in ways(name)]
    assert len(found) == count
    assert {*found} == {row.id for row in table(name).outcomes}


@of_each_tool
def test_a_riskier_answer_never_leads_to_a_bolder_outcome(name: str) -> None:
    quiz = table(name)
    level = {o: n for n, row in enumerate(ORDERS[name].boldness) for o in row}
    bolder = [
        (quiz.outcome(answers), answers, quiz.outcome(other), other)
        for answers in ways(name)
        for other in riskier(name, answers)
        if level[quiz.outcome(other)] > level[quiz.outcome(answers)]
    ]
    assert bolder == []


def test_strong_feeling_and_the_privacy_of_others_always_wait_a_night() -> None:
    meet = {"mood": {"strong"}, "others": {"unsure", "unasked"}}
    for answers in ways("should-i-post"):
        both = all(answers[item] in wanted for item, wanted in meet.items())
        assert (table("should-i-post").outcome(answers) == "sleep-on-it") == both, answers


def test_a_matter_for_work_or_the_law_is_never_posted_before_somebody_was_asked() -> None:
    found = {
        table("should-i-post").outcome(answers)
        for answers in ways("should-i-post")
        if answers["hardest"] == "matter"
    }
    assert found == {"ask-first", "sleep-on-it"}


@of_each_tool
def test_the_safest_answers_lead_to_the_boldest_outcome(name: str) -> None:
    safest = {item: answers[0] for item, answers in ORDERS[name].risk.items()}
    assert (table(name).outcome(safest),) == ORDERS[name].boldness[-1]


@of_each_tool
def test_every_question_counts_for_something(name: str) -> None:
    """No question is asked for nothing: the riskiest answer to each can change the outcome."""
    outcome = table(name).outcome
    for item, order in ORDERS[name].risk.items():
        assert any(
            outcome(answers | {item: order[0]}) != outcome(answers | {item: order[-1]})
            for answers in ways(name)
        ), item
