"""What a table or a decision tree comes to: one step that is offered, a choice left open, more to read."""

import re
from collections.abc import Callable, Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.check import walk
from guidebook.engine.kinds.table.model import Row
from guidebook.engine.kinds.tree.model import Outcome as Ending
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.yaml.source import Where

Outcome = Row | Ending

HELP = "/help.md"
STEP = "**One small step.**"
OPEN = r"\byou (?:may|can|choose|want)\b|\b(?:up to you|your choice|or not)\b"
"""Words that leave the reader a choice."""


def of(file: QuizFile) -> Iterator[tuple[Where, Outcome]]:
    """Every outcome, and where it stands. One whose tool is the page of help only leads there."""
    for where, part in walk(file.written):
        if isinstance(part, Outcome) and not (part.tool or "").startswith(HELP):
            yield where, part


def steps(file: QuizFile) -> Iterator[Problem]:
    """As in a self-assessment (B14): one step, and it is offered."""
    for where, outcome in of(file):
        if outcome.text.count(STEP) != 1:
            message = f'offer one small step, in a paragraph that begins "{STEP}"'
            yield file.source.problem((*where, "text"), message)


def choices(file: QuizFile) -> Iterator[Problem]:
    """Whatever it suggests, the reader may do otherwise."""
    for where, outcome in of(file):
        if not re.search(OPEN, outcome.text, re.IGNORECASE):
            message = 'leave the choice open, as in "you can post it as it is"'
            yield file.source.problem((*where, "text"), message)


def passages(file: QuizFile) -> Iterator[Problem]:
    """It leads to the section of the chapter that explains it."""
    chapter = file.written.chapter
    if chapter is None:
        yield file.source.problem((), 'add "chapter:", the chapter that the outcomes link to')
        return
    for where, outcome in of(file):
        if f"]({chapter}#" not in outcome.text and not (outcome.tool or "").startswith(
            f"{chapter}#"
        ):
            message = f"link the section that explains it, as in [its name]({chapter}#its-name)"
            yield file.source.problem((*where, "text"), message)


def _of_each(
    check: Callable[[QuizFile], Iterator[Problem]],
) -> Callable[[House], Iterator[Problem]]:
    return lambda house: (p for file in house.with_outcomes() for p in check(file))


RULES = (
    Rule(
        id="offered",
        says="What a table or a tree comes to holds one small step, in a paragraph that begins “**One small step.**”.",
        reason="One step gets taken; three make a list.",
        cure="Keep one step, and begin its paragraph so.",
        scope="the tables and decision trees of this book",
        check=_of_each(steps),
    ),
    Rule(
        id="open choice",
        says="Whatever an outcome suggests, it leaves the choice to the reader.",
        reason="We do not know their life.",
        cure="Add words such as “you can post it as it is”.",
        scope="the tables and decision trees of this book",
        check=_of_each(choices),
    ),
    Rule(
        id="more to read",
        says="An outcome links to the section of its chapter that explains it.",
        reason="Advice without its grounds is an order.",
        cure="Name the chapter under chapter:, and link the section.",
        scope="the tables and decision trees of this book",
        check=_of_each(passages),
    ),
)
