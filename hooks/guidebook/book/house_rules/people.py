"""Care with people: who is named, how, and what is never said of them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import ProseRule, Rule
from guidebook.book.house_rules.said import Page, Said
from guidebook.engine import paths
from guidebook.engine.problem import Problem

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


def surnames(said: Said, house: House) -> Iterator[Problem]:
    """People of the article have first names only."""
    firsts = "|".join(sorted({re.escape(name.split()[0]) for name in house.people}))
    for match in (
        re.finditer(rf"\b({firsts})[ \n]+(?P<last>[A-Z][\w’'-]+)", said.text) if firsts else ()
    ):
        if " ".join(match[0].split()) not in house.settings.people.full:
            message = f'"{match["last"]}" reads as a surname: write "{match[1]}" alone, as the article does'
            yield said.problem(match.start("last"), message)


def health(said: Said, _: House) -> Iterator[Problem]:
    """Where Chantel is spoken of, her health is told in one phrase and no other."""
    for paragraph in re.finditer(r"(?:[^\n]+\n?)+", said.text):
        if "Chantel" not in paragraph[0]:
            continue
        rest = re.sub(r"\s+".join(PHRASE.split()), lambda m: " " * len(m[0]), paragraph[0])
        for match in _ILLNESS.finditer(rest):
            message = f'"{match[0]}" beside Chantel: say "{PHRASE}" and no more, or leave it out'
            yield said.problem(paragraph.start() + match.start(), message)


def of_page(page: Page, house: House) -> Iterator[Problem]:
    """An example begins with the name of somebody who is in the article, or agreed to be here."""
    listed = {*house.settings.people.unnamed, *house.book.agreed(page.path)}
    known = house.people | listed
    for lead in _LEAD.finditer(page.examples.body):
        for name in lead["names"].strip(" .,:").split(" and "):
            if name not in known:
                message = (
                    f'"{name}" is nobody of the article: if they agreed to stand here, write '
                    f'"agreed: [{name}]" between the --- lines at the top; else write "A reader"'
                )
                yield page.problem(lead.start(), message)


def _strangers(house: House) -> Iterator[Problem]:
    for page in house.pages:
        yield from of_page(page, house)


def never(said: Said, house: House) -> Iterator[Problem]:
    """Names that were never offered to us."""
    for at in _where(said.text, frozenset(house.settings.people.never)):
        yield said.problem(
            at, "the name of somebody who asked for no part in this book: leave it out"
        )


@lru_cache(maxsize=512)  # a preview asks again for what has not changed
def _where(text: str, digests: frozenset[str]) -> tuple[int, ...]:
    """Where names stand of which these are the digests."""
    words = [(match.start(), match[0].casefold()) for match in _NAME.finditer(text)]
    pairs = [(at, f"{first} {second}") for (at, first), (_, second) in pairwise(words)]
    return tuple(at for at, name in (*words, *pairs) if _digest(name) in digests)


@lru_cache(maxsize=50_000)  # the same words stand in every file
def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:16]


def _everywhere(house: House) -> Iterator[Problem]:
    root = house.book.root
    ours = (("docs", "**/*.md"), ("quizzes", "**/*.yml"), ("data", "*.yml"), ("", "*.md"))
    for path in (p for folder, pattern in ours for p in paths.files(root / folder, pattern)):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield from never(Said(path.relative_to(root).as_posix(), text), house)


RULES = (
    Rule(
        id="names",
        says="An example begins with the first name of somebody of the article, or who has agreed to stand here.",
        reason="Whoever tells a story decides about their own name, and can take it back.",
        cure="Write the name under agreed: at the top of the page, as in agreed: [Ada], once they have agreed; else begin with **A reader**.",
        scope="every page",
        check=_strangers,
    ),
    ProseRule(
        id="surnames",
        says="People of the article have first names only.",
        reason="They spoke to friends, and a full name finds a person.",
        cure="Write the first name alone.",
        scope="all that the book says",
        pieces=House.everything,
        finds=surnames,
    ),
    ProseRule(
        id="health",
        says="What is said of Chantel's health is one phrase, the one she told the article.",
        reason="Nobody's health is ours to tell in other words.",
        cure=f"Write “{PHRASE}” and no more, or leave it out.",
        scope="all that the book says",
        pieces=House.everything,
        finds=health,
    ),
    Rule(
        id="no part in it",
        says="Some names stand nowhere in the project: those people asked for no part in it.",
        reason="They wrote a comment once, and never offered us their names.",
        cure="Leave the name out.",
        scope="all that the book says",
        check=_everywhere,
    ),
)
