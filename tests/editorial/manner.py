"""How the book writes: marks and spaces, no menus, no numbers to call."""

import re
from collections.abc import Iterator

from guidebook.problem import Problem
from tests.editorial.said import Said

MARKS = {
    r"!(?!\[)": "an exclamation mark: write a full stop, for the words carry it or they do not",
    r"(?<=\S)  (?=[^\s|])": "two spaces: write one",
    r"\.\.\.": 'three full stops: write one "…"',
    r"[“”‘’]": "a curly quotation mark: write a straight one, the site curls it",
    r"—|(?<=\w) -- (?=\w)": "a long dash: write a comma, a colon or two sentences",
}

_SCREENS = r"settings|preferences|menu|three dots|gear|icon|sidebar|drop-?down|tab"
MENUS = (
    r"\b(?:settings|preferences|menu|privacy|profile|account|notifications)\b\s*(?:&gt;|>|→|»|\|)",
    r"\w\s+(?:>|→|»)\s+\w",
    rf"\b(?:click|tap|press|select|go to|swipe)\b[^.?\n]{{0,40}}\b(?:{_SCREENS})\b",
)

_NUMBERS = (
    r"(?P<number>(?:tel|sms):\S*|(?<![\w./-])\+?\d[\d ()-]{5,}\d(?![\w-]))",
    r"\b(?:call|dial|ring|phone|text)(?:ing|s)?\b[^.?\d\n]{0,40}(?P<number>\d{3,6})(?![\w-]| \d)",
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{4}[-–]\d{4}")


def marks(said: Said) -> Iterator[Problem]:
    """Exclamation marks, long dashes, double spaces and the like."""
    for pattern, fault in MARKS.items():
        for match in re.finditer(pattern, said.text):
            yield said.problem(match.start(), fault)


def menus(said: Said) -> Iterator[Problem]:
    """Ways through somebody's screens, which change without telling us."""
    for pattern in MENUS:
        for match in re.finditer(pattern, said.text, re.IGNORECASE):
            way = " ".join(match[0].split())
            message = f'"{way}" leads through a menu: name the act, as in "block them"'
            yield said.problem(match.start(), message)


def numbers_to_call(said: Said) -> Iterator[Problem]:
    """Numbers to call or text, which belong in one dated file."""
    for match in (
        m for pattern in _NUMBERS for m in re.finditer(pattern, said.text, re.IGNORECASE)
    ):
        number = match["number"].strip()
        if not _DATE.fullmatch(number):
            message = f'"{number}" may be a number to call: put it into data/help-lines.yml, and link /help.md'
            yield said.problem(match.start("number"), message)
