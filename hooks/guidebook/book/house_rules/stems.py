"""How an item is worded: one plain thing that happened, in few words."""

import re
from collections.abc import Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import ProseRule, Rule
from guidebook.book.house_rules.said import Said
from guidebook.engine.problem import Problem

MOST_WORDS = 18
LONGEST_WORD = 13
LONG_BUT_KNOWN = ("notifications", "connections")
TOO_ALIKE = 0.6
MOST_COMPARED = 300
"""Items of a file that are compared with each other; far more than anybody would answer."""

NEGATION = r"\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|\w+n't)\b"
UN = r"\bun(?!til\b|der|it|iversit|ique|ion|less\b)\w{3,}\b"
DOUBLE = r"\b(?:and|or|nor)\b|/|&"
FREQUENCY = (
    r"\b(?:always|often|sometimes|rarely|seldom|usually|frequently|occasionally|constantly|regularly"
    r"|daily|weekly|hourly|repeatedly|mostly|every (?:day|night|morning|evening|week|hour|time)"
    r"|again and again|most of the time|(?<!at )once|twice|many times|a lot)\b"
)
CLAUSES = r"[;:–—()]|,[^,]*,|\b(?:because(?! of)|although|though|whereas|but|if|unless)\b"
TRAIT = r"\bI am (?:a|an|the|someone|somebody)\b"

NEGATIONS = {
    NEGATION: "a negation, which readers trip over: say what happened",
    UN: "reads as a negation: say what happened in other words",
}
FAULTS = {
    **NEGATIONS,
    DOUBLE: "joins two things: ask about one, or make two items of it",
    FREQUENCY: "tells how often, which is what the answers are for: leave it out",
    CLAUSES: "a second clause: keep to one plain statement",
    TRAIT: "asks what sort of person somebody is: ask what happened",
}


def faults(stem: Said, _: House) -> Iterator[Problem]:
    """No negation, one thing, no frequency, short words and few."""
    yield from _found(stem, FAULTS)
    yield from _lengths(stem)


def of_question(stem: Said, _: House) -> Iterator[Problem]:
    """The same as far as a question needs it whose answers are its own: it may name two things."""
    yield from _found(stem, NEGATIONS)
    yield from _lengths(stem)


def _found(stem: Said, patterns: dict[str, str]) -> Iterator[Problem]:
    for pattern, fault in patterns.items():
        for match in re.finditer(pattern, stem.text, re.IGNORECASE):
            yield stem.problem(match.start(), f'"{match[0]}" in "{stem.text}": {fault}')


def _lengths(stem: Said) -> Iterator[Problem]:
    words = re.findall(r"[\w'’-]+", stem.text)
    if len(words) > MOST_WORDS:
        message = f'{len(words)} words in "{stem.text}": {MOST_WORDS} at most, and 12 are better'
        yield stem.problem(0, message)
    for word in words:
        if len(word) > LONGEST_WORD and word.lower() not in LONG_BUT_KNOWN:
            message = f'"{word}" has {len(word)} letters: find one of {LONGEST_WORD} at most'
            yield stem.problem(0, message)


def alike(one: str, other: str) -> float:
    """How much two stems share: the words of both among the words of either (Jaccard)."""
    a, b = ({*re.findall(r"[\w'’-]+", stem.lower())} for stem in (one, other))
    return len(a & b) / len(a | b) if a | b else 0


def distinct(stems: list[Said]) -> Iterator[Problem]:
    """No two items ask nearly the same."""
    for n, stem in enumerate(stems[:MOST_COMPARED]):
        for other in stems[:n]:
            if alike(stem.text, other.text) >= TOO_ALIKE:
                message = f'nearly the same words as "{other.text}"; ask about something else'
                yield stem.problem(0, message)


def _distinct(house: House) -> Iterator[Problem]:
    by_file: dict[str, list[Said]] = {}
    for stem in house.stems():
        by_file.setdefault(stem.path, []).append(stem)
    for stems in by_file.values():
        yield from distinct(stems)


RULES = (
    ProseRule(
        id="stems",
        says=f"An item is one plain thing that happened, in {MOST_WORDS} words or fewer, with no negation and no word for how often.",
        reason="Readers trip over “not” and over two things in one, and the answers already say how often.",
        cure="Say what happened. Two things make two items.",
        scope="the quizzes and tools of this book",
        elsewhere="advice",
        pieces=House.stems,
        finds=faults,
    ),
    ProseRule(
        id="questions",
        says=f"A question of a table or a tree has {MOST_WORDS} words or fewer, short ones, and no negation.",
        reason="A “no” to a question with “not” in it can mean either.",
        cure="Ask for the thing itself, in shorter words.",
        scope="the quizzes and tools of this book",
        elsewhere="advice",
        pieces=House.questions,
        finds=of_question,
    ),
    Rule(
        id="twice asked",
        says="No two items of a quiz ask nearly the same.",
        reason="What is asked twice counts twice, and wears a reader out.",
        cure="Ask about something else, or leave one out.",
        scope="the quizzes and tools of this book",
        elsewhere="advice",
        check=_distinct,
    ),
)
