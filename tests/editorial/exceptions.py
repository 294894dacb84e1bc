"""The few passages in which a rule gives way, each with its reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from guidebook.problem import Problem
from guidebook.source import read as read_yaml
from tests.editorial import manner, people, stems, words
from tests.editorial.said import Said
from tests.project import REPOSITORY

FILE = Path(__file__).with_suffix(".yml")

Rule = Callable[[Said], Iterator[Problem]]

RULES: dict[str, Rule] = {
    "words": words.everywhere,
    "words in quizzes": words.in_quizzes,
    "marks": manner.marks,
    "menus": manner.menus,
    "numbers to call": manner.numbers_to_call,
    "surnames": people.surnames,
    "health": people.health,
    "stems": stems.faults,
    "questions": stems.of_question,
}
"""Those that look at a piece of prose. No exception can be made from any other rule."""


@dataclass(frozen=True)
class Exception_:  # noqa: N801 (the word is taken)
    """One passage, and why it may stand."""

    rule: str
    path: str
    passage: str
    reason: str


def listed() -> list[Exception_]:
    data = read_yaml(FILE, REPOSITORY).data
    return [Exception_(**entry) for entry in data] if isinstance(data, list) else []  # type: ignore[arg-type]


def apply(rule: str, pieces: Iterable[Said]) -> Iterator[Problem]:
    """What a rule finds in what the book says, exceptions left aside."""
    allowed = [e for e in listed() if e.rule == rule]
    for said in pieces:
        for problem in RULES[rule](without(said, allowed)):
            yield replace(problem, message=f"{problem.message} (rule: {rule})")


def without(said: Said, allowed: Iterable[Exception_]) -> Said:
    """The piece with the allowed passages blanked out; every character keeps its place."""
    text = said.text
    for exception in allowed:
        if exception.path == said.path:
            text = text.replace(exception.passage, " " * len(exception.passage))
    return replace(said, text=text)


def unneeded(pieces: Iterable[Said]) -> Iterator[Problem]:
    """Exceptions whose passage is gone, or would break no rule."""
    pieces, source = list(pieces), read_yaml(FILE, REPOSITORY)
    for n, exception in enumerate(listed()):
        here = [said for said in pieces if said.path == exception.path]
        rule = RULES[exception.rule]
        if all([*rule(said)] == [*rule(without(said, [exception]))] for said in here):
            message = f"nothing in {exception.path} needs this exception any more; remove it"
            yield source.problem((n,), message)
