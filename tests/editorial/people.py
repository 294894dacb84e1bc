"""Care with people: who is named, how, and what is never said of them."""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from guidebook.problem import Problem
from tests.editorial.said import Page, Said
from tests.project import REPOSITORY

LISTS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
NOBODY = ("the article", "the group", "nobody named")
"""What the map says where it names no person."""

PHRASE = "a health condition that slows her thinking"
"""All that is said of Chantel's health."""
_ILLNESS = re.compile(
    r"\b(?:condition|illness|disease|syndrome|injur(?:y|ies)|disabilit(?:y|ies)|disabled|concussion"
    r"|brain|chronic|medical|medication|doctor|ill|sick|adhd|autis\w*|dyslex\w*|epilep\w*|anxiety"
    r"|depress\w*|bipolar|migraine\w*|stroke|cancer|tumou?r\w*|lupus|sclerosis|thyroid|stutter\w*)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEAD = re.compile(r"^\*\*(?P<names>[^*\n]+)\*\*", re.MULTILINE)


@cache
def named() -> frozenset[str]:
    """First names that may stand in the book."""
    ideas: dict[str, Any] = yaml.safe_load(
        (REPOSITORY / "data/article-map.yml").read_text(encoding="utf-8")
    )
    credited = {name for idea in ideas.values() for name in idea["who"].split(" and ")}
    return frozenset(credited - {*NOBODY} | {*LISTS["agreed"]})


def surnames(said: Said) -> Iterator[Problem]:
    """People of the article have first names only."""
    firsts = "|".join(sorted({name.split()[0] for name in named()}))
    for match in re.finditer(rf"\b({firsts})[ \n]+(?P<last>[A-Z][\w’'-]+)", said.text):
        if " ".join(match[0].split()) not in LISTS["full"]:
            message = f'"{match["last"]}" reads as a surname: write "{match[1]}" alone, as the article does'
            yield said.problem(match.start("last"), message)


def strangers(page: Page) -> Iterator[Problem]:
    """An example begins with the name of somebody who is in the article, or agreed to be here."""
    section = re.search(
        r"^## Examples[ \t]*\n(.*?)(?=^## |\Z)", page.body, re.DOTALL | re.MULTILINE
    )
    for lead in _LEAD.finditer(section[1]) if section else ():
        for name in lead["names"].split(" and "):
            if name not in named() | {*LISTS["unnamed"]}:
                message = (
                    f'"{name}" is not in the article: if they agreed to be named, add the first name '
                    'to "agreed" in tests/editorial/people.yml; else write "A reader"'
                )
                yield page.problem(section.start(1) + lead.start() if section else 0, message)


def never(said: Said) -> Iterator[Problem]:
    """Names that were never offered to us."""
    words = [(match.start(), match[0].casefold()) for match in _NAME.finditer(said.text)]
    pairs = [(at, f"{first} {second}") for (at, first), (_, second) in pairwise(words)]
    for at, name in (*words, *pairs):
        if sha256(name.encode()).hexdigest()[:16] in LISTS["never"]:
            message = "the name of somebody who asked for no part in this book: leave it out"
            yield said.problem(at, message)


def health(said: Said) -> Iterator[Problem]:
    """Where Chantel is spoken of, her health is told in one phrase and no other."""
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", said.text):
        if "Chantel" not in paragraph[0]:
            continue
        rest = re.sub(r"\s+".join(PHRASE.split()), lambda m: " " * len(m[0]), paragraph[0])
        for match in _ILLNESS.finditer(rest):
            message = f'"{match[0]}" beside Chantel: say "{PHRASE}" and no more, or leave it out'
            yield said.problem(paragraph.start() + match.start(), message)
