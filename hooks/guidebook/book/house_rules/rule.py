"""A house rule: what it asks in a sentence, why, what to do about it, and how it is looked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.said import Page, Said
from guidebook.engine.problem import Problem

Severity = Literal["refusal", "advice"]
"""A refusal stops a build for readers. Advice is told, and left to whoever writes."""

Scope = Literal[
    "every page",
    "every chapter",
    "every quiz and tool",
    "the quizzes and tools of this book",
    "the self-assessments of this book",
    "the tables and decision trees of this book",
    "all that the book says",
    "the files of data/",
]


@dataclass(frozen=True)
class Rule:
    """One rule, in words for whoever writes a page or a quiz."""

    id: str
    """What a message ends with, so that the rule can be looked up."""
    says: str
    """The rule, in one sentence."""
    reason: str
    cure: str
    scope: Scope
    check: Callable[[House], Iterator[Problem]]
    severity: Severity = "refusal"
    elsewhere: Severity | None = None
    """For a quiz that data/house-rules.yml does not list; None: as for all."""


@dataclass(frozen=True)
class ProseRule(Rule):
    """A rule that looks at one piece of prose at a time; data/exceptions.yml can allow a passage."""

    check: Callable[[House], Iterator[Problem]] = field(init=False)
    pieces: Callable[[House], Iterator[Said]] = field(kw_only=True)
    """Where it looks."""
    finds: Callable[[Said, House], Iterator[Problem]] = field(kw_only=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "check", self._in_every_piece)

    def _in_every_piece(self, house: House) -> Iterator[Problem]:
        for said in self.pieces(house):
            allowed = [e.passage for e in house.settings.allowed(self.id, said.path)]
            yield from self.finds(said.without(allowed), house)


@dataclass(frozen=True, order=True)
class Finding:
    """Something that breaks a rule."""

    problem: Problem
    rule: str
    severity: Severity

    def __str__(self) -> str:
        return str(self.problem)


def of_each_chapter(
    check: Callable[[Page], Iterator[Problem]],
) -> Callable[[House], Iterator[Problem]]:
    """What looks at a page, as what looks at every chapter."""
    return lambda house: (problem for page, _ in house.chapters for problem in check(page))
