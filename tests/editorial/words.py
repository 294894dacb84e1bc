"""Words that the book does not use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from guidebook.problem import Problem
from tests.editorial.said import Said

LISTS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Banned:
    """A few words, and what to write instead."""

    pattern: re.Pattern[str]
    instead: str


def everywhere(said: Said) -> Iterator[Problem]:
    """Banned in the whole book."""
    return _found(said, "everywhere")


def in_quizzes(said: Said) -> Iterator[Problem]:
    """Banned where a reader is answering, or reads a result."""
    return _found(said, "quizzes")


def _found(said: Said, name: str) -> Iterator[Problem]:
    for banned in _banned(name):
        for match in banned.pattern.finditer(said.text):
            words = " ".join(match[0].split())
            yield said.problem(match.start(), f'"{words}": {banned.instead}')


@cache
def _banned(name: str) -> tuple[Banned, ...]:
    return tuple(Banned(_pattern(entry["words"]), entry["instead"]) for entry in LISTS[name])


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Whole words, in any case; a space matches any white space."""
    each = (re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{'|'.join(each)})\b", re.IGNORECASE)
