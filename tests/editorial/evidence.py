"""Labels and sources: what the pages claim to know agrees with what was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guidebook import marks
from guidebook.problem import Problem
from guidebook.source import Source
from guidebook.source import read as read_yaml
from tests.editorial.said import Page
from tests.project import REPOSITORY

DO_NOT_USE = {
    "ward2017": "it was not found again when others repeated it",
    "casciaro2014": "it is contested",
    "phillips2009": "nobody found it to read",
    "aronson1966": "one small study of a spilt cup, which promises more than it can hold",
}
"""Works that nothing in the book may rest on, and why."""


@dataclass(frozen=True)
class Verdict:
    """One entry of `data/verdicts.yml`."""

    ideas: list[str]
    claim: str
    label: str
    works: list[str]


def source() -> Source:
    return read_yaml(REPOSITORY / "data/verdicts.yml", REPOSITORY)


@cache
def verdicts() -> tuple[Verdict, ...]:
    data = source().data
    assert isinstance(data, list)
    return tuple(Verdict(**entry) for entry in data)  # type: ignore[arg-type]  # the test of the file tells


def labels(page: Page) -> Iterator[Problem]:
    """A label with sources stands in the list of verdicts with those sources."""
    for mark in marks.find(page.body):
        if not mark.label or not mark.keys:
            continue
        same = [v for v in verdicts() if v.label == mark.label]
        if not any({*mark.keys} <= {*v.works} for v in same):
            other = sorted({v.label for v in verdicts() if {*mark.keys} <= {*v.works}})
            known = f"; there these works stand for: {', '.join(other)}" if other else ""
            message = (
                f'no claim of data/verdicts.yml is "{mark.label}" by {" and ".join(mark.keys)}{known}; '
                "choose that label, or record what you read there"
            )
            yield page.problem(mark.start, message)


def unused(page: Page) -> Iterator[Problem]:
    """No page rests on a work that we decided against."""
    for mark in marks.find(page.body):
        for key in mark.keys:
            if reason := DO_NOT_USE.get(key):
                yield page.problem(mark.start, f'do not use "{key}": {reason}')
