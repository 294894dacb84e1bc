"""The agreed shape of a chapter: readers who know one find their way in all."""

import re
from collections.abc import Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.plainness import plainness
from guidebook.book.house_rules.rule import Rule, of_each_chapter
from guidebook.book.house_rules.said import Page
from guidebook.book.house_rules.sections import sections
from guidebook.book.house_rules.tips import without_research
from guidebook.engine.problem import Problem

SECTIONS = (
    "One thing in two minutes",
    "The benefit",
    "The problem",
    "The solution",
    "Examples",
    "Where the evidence disagrees",
    "Check yourself",
    "Next",
)
WORDS = range(900, 1501)
"""How long a chapter may be, without its examples and what folds."""

_ITEM = re.compile(r"^[-*+] ", re.MULTILINE)
_WORD = re.compile(r"\w[\w'’-]*")


def headings(page: Page) -> Iterator[Problem]:
    """A title and the eight sections, in their order."""
    found = [s for s in sections(page) if s.level <= 2]
    wanted: list[tuple[int, str | None]] = [(1, None), *((2, words) for words in SECTIONS)]
    for n, (level, words) in enumerate(wanted):
        here = found[n] if n < len(found) else None
        if here is None or here.level != level or words not in (None, here.words):
            at = here.start if here else len(page.text.rstrip())
            heading = f"{'#' * level} {words or 'Its title'}"
            yield page.problem(at, f'here stands "{heading}" in every chapter')
            return
    for extra in found[len(wanted) :]:
        message = f'"{extra.words}" comes after the last section; move it into another'
        yield page.problem(extra.start, message)


def quiz(page: Page, name: str) -> Iterator[Problem]:
    """The way to the chapter's own quiz, below Check yourself and nowhere else."""
    here = next((s for s in sections(page) if s.words == "Check yourself"), None)
    blocks = [*re.finditer(r"^/{3} quiz(?:-card)? \| (?P<name>\S+)$", page.body, re.MULTILINE)]
    for block in blocks:
        inside = here and here.start < block.start() < here.body_start + len(here.body)
        if not inside or block[0] != f"/// quiz-card | {name}":
            message = (
                f'a chapter leads to one quiz, below "## Check yourself": "/// quiz-card | {name}"'
            )
            yield page.problem(block.start(), message)
    if here and not blocks:
        yield page.problem(here.start, f'the quiz is missing; add "/// quiz-card | {name}"')


def length(page: Page) -> Iterator[Problem]:
    """Ten minutes of reading. The examples do not count, for they may grow for years; nor does what folds."""
    count = len(_WORD.findall(without_research(page).without_examples.sentences))
    if count not in WORDS:
        message = (
            f"{count:,} words, examples and research apart; a chapter has {WORDS.start:,} to "
            f"{WORDS.stop - 1:,}: " + ("shorten it" if count > WORDS.start else "there is room")
        )
        yield page.problem(0, message)


def opening(page: Page) -> Iterator[Problem]:
    """Three sentences before the first section, and the way to help in one of them."""
    title, first = (next((s for s in sections(page) if s.level == n), None) for n in (1, 2))
    if not first:
        return  # told by `headings`
    above = page.body[title.body_start if title else 0 : first.start]
    items = _ITEM.split(above)
    if len(items) != 4 or items[0].strip():
        message = (
            "a chapter opens with a list of three: for whom it is, what is in it, "
            "and what to do if it is urgent"
        )
        yield page.problem(first.start, message)
    if "](/help.md" not in above:
        yield page.problem(first.start, "the opening must link to help, as in [help](/help.md)")


def _quizzes(house: House) -> Iterator[Problem]:
    for page, chapter in house.chapters:
        yield from quiz(page, chapter.quiz)


def _pages(house: House) -> Iterator[Problem]:
    source = house.source("house-rules")
    for n, chapter in enumerate(house.settings.scope.chapters if source else ()):
        if source and house.page(f"docs{chapter.page}") is None:
            message = f'there is no page "{chapter.page}"; write it as in /toxic-negativity.md'
            yield source.problem(("chapters", n, "page"), message)


RULES = (
    Rule(
        id="sections",
        says=f"A chapter has these sections, in this order: {', '.join(SECTIONS)}.",
        reason="Readers who know one chapter find their way in all of them.",
        cure="Keep the eight headings as they are, and put what you add into the one it belongs to.",
        scope="every chapter",
        check=of_each_chapter(headings),
    ),
    Rule(
        id="one quiz",
        says="A chapter leads to one self-assessment, its own, by a card below “Check yourself”.",
        reason="One is enough to look at oneself with. Twenty questions amid a chapter end the reading of it.",
        cure="Write /// quiz-card | its-name there. A quiz of another kind gets a page of its own.",
        scope="every chapter",
        check=_quizzes,
    ),
    Rule(
        id="length",
        says=f"A chapter has {WORDS.start:,} to {WORDS.stop - 1:,} words; its examples and what research says do not count.",
        reason="It should take a tired reader ten minutes. Research folds, and so do the examples beyond the first few.",
        cure="Shorten another passage by as much as you add.",
        scope="every chapter",
        check=of_each_chapter(length),
    ),
    Rule(
        id="plain Markdown",
        says="A chapter is Markdown without HTML, code or lists of attributes.",
        reason="It reads well in any preview, and on paper.",
        cure="Write it as Markdown. For words to copy, use quotation marks.",
        scope="every chapter",
        check=of_each_chapter(plainness),
    ),
    Rule(
        id="opening",
        says="A chapter opens with a list of three: for whom it is, what is in it, and what to do if it is urgent, with a link to help.",
        reason="Somebody may open it on the worst day of the year, and has to see at once whether to read on.",
        cure="Write “- **For you if** …”, “- **In here:** …” and “- **If it is urgent,** go to [help](/help.md) first.” Where a reader may be in danger, the last comes first.",
        scope="every chapter",
        check=of_each_chapter(opening),
    ),
    Rule(
        id="chapters",
        says="A chapter that data/house-rules.yml lists is a page in docs/.",
        reason="Or its rules would look at nothing.",
        cure="Write the page's path from docs/, with a leading slash.",
        scope="the files of data/",
        check=_pages,
    ),
)
