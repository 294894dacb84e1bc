"""How the book writes: marks and spaces, no menus, no numbers to call."""

import re
from collections.abc import Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import ProseRule
from guidebook.book.house_rules.said import Said
from guidebook.engine.problem import Problem

MARKS = {
    r"!(?!\[)": "an exclamation mark: write a full stop, for the words carry it or they do not",
    r"(?<=\S)  (?=[^\s|])": "two spaces: write one",
    r"\.\.\.": 'three full stops: write one "…"',
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


def marks(said: Said, _: House) -> Iterator[Problem]:
    """Exclamation marks, long dashes, double spaces and the like."""
    for pattern, fault in MARKS.items():
        for match in re.finditer(pattern, said.text):
            yield said.problem(match.start(), fault)


def menus(said: Said, _: House) -> Iterator[Problem]:
    """Ways through somebody's screens, which change without telling us."""
    for pattern in MENUS:
        for match in re.finditer(pattern, said.text, re.IGNORECASE):
            way = " ".join(match[0].split())
            message = f'"{way}" leads through a menu: name the act, as in "block them"'
            yield said.problem(match.start(), message)


def numbers_to_call(said: Said, _: House) -> Iterator[Problem]:
    """Numbers to call or text, which belong in one dated file."""
    for match in (
        m for pattern in _NUMBERS for m in re.finditer(pattern, said.text, re.IGNORECASE)
    ):
        number = match["number"].strip()
        if not _DATE.fullmatch(number):
            message = f'"{number}" may be a number to call: put it into data/help-lines.yml, and link /help.md'
            yield said.problem(match.start("number"), message)


def _of_pages_and_quizzes(house: House) -> Iterator[Said]:
    yield from house.of_pages()
    yield from house.of_quizzes()
    yield from house.of_widgets()


RULES = (
    ProseRule(
        id="marks",
        says="No exclamation marks, no long dashes, one space between words, “…” as one character.",
        reason="The book speaks quietly, and the same way throughout.",
        cure="Write what the message offers.",
        scope="all that the book says",
        severity="advice",
        pieces=House.everything,
        finds=marks,
    ),
    ProseRule(
        id="menus",
        says="Say what to do, as in “block them”, and never which menu to press.",
        reason="LinkedIn moves its menus, and a reader in a hurry would look for one that is gone.",
        cure="Name the act, and leave out the way there.",
        scope="all that the book says",
        pieces=_of_pages_and_quizzes,
        finds=menus,
    ),
    ProseRule(
        id="numbers to call",
        says="Numbers to call or text stand in data/help-lines.yml, and nowhere else.",
        reason="A wrong number can cost a life. There each line is dated and checked.",
        cure="Link to [help](/help.md). A new line goes into that file, once you have confirmed it.",
        scope="all that the book says",
        pieces=_of_pages_and_quizzes,
        finds=numbers_to_call,
    ),
)
