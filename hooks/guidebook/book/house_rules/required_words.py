"""Words that have to stay where they are, and a promise that no browser keeps."""

import re
from collections.abc import Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import ProseRule, Rule
from guidebook.book.house_rules.said import Said
from guidebook.engine.problem import Place, Problem

GONE = re.compile(
    r"""until\ you\ close\ (?:it|the\ (?:tab|page|window))
      | (?:go|goes|gone|forgets?|forgotten|deleted|lost)\ (?:with|when|once|after)
        \ (?:you\ close\ )?(?:it|the|this)\ (?:tab|page)
      | when\ you\ close\ (?:the|this)\ tab
      | close\ the\ tab,\ and
      | 关掉这个?标签页.{0,20}没有了""",
    re.VERBOSE | re.IGNORECASE,
)
"""Browsers can open a closed tab again, with all that was in it."""


def gone_words(house: House) -> Iterator[Problem]:
    """Words of data/house-rules.yml that their file no longer has."""
    for entry in house.settings.scope.keep:
        path = house.book.root / entry.file
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if entry.words.lower() not in " ".join(text.split()).lower():
            message = f'the words "{entry.words}" went: {entry.reason}; bring them back, or change the entry under keep: in data/house-rules.yml'
            yield Problem(entry.file, Place(), message)


def gone(said: Said, _: House) -> Iterator[Problem]:
    """A text that says that closing a tab deletes."""
    for match in GONE.finditer(said.text):
        message = f'"{" ".join(match[0].split())}": a browser can open a closed tab again; say that "Delete everything" deletes'
        yield said.problem(match.start(), message)


RULES = (
    Rule(
        id="required words",
        says="Some words stay where they are: data/house-rules.yml lists them under keep:, each with its reason.",
        reason="Somebody’s safety hangs on them, and a page reads well without.",
        cure="Bring them back. If others say the same, write those into the entry.",
        scope="the files of data/",
        check=gone_words,
    ),
    ProseRule(
        id="closed tabs",
        says="Nothing says that what was entered goes with a closed tab.",
        reason="A browser can open it again, with all that was in it.",
        cure="Say that “Delete everything” deletes it.",
        scope="all that the book says",
        pieces=House.everything,
        finds=gone,
    ),
)
