"""The agreed shape of a chapter: readers who know one find their way in all."""

import re
from collections.abc import Callable, Iterator

from guidebook import marks
from guidebook.house_rules.house import House
from guidebook.house_rules.plainness import plainness
from guidebook.house_rules.rule import Rule
from guidebook.house_rules.said import Page
from guidebook.house_rules.sections import sections
from guidebook.problem import Problem

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
TIPS = range(4, 9)
"""How many tips a solution may have."""
WORDS = range(1000, 1801)
"""How long a chapter may be, its examples apart."""

_NUMBERED = re.compile(r"(?P<number>\d+)\. (?P<words>[A-Z].*[^.:])")
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


def tips(page: Page) -> Iterator[Problem]:
    """Four to eight tips, counted from 1, each with a label that says how sure we are."""
    solution = next((s for s in sections(page) if s.words == "The solution"), None)
    if solution is None:
        return  # told by `headings`
    end = solution.body_start + len(solution.body)
    found = [s for s in sections(page) if s.level > 2 and solution.start < s.start < end]
    if len(found) not in TIPS:
        message = f"{len(found)} tips; a solution has {TIPS.start} to {TIPS.stop - 1}"
        yield page.problem(solution.start, message)
    for n, tip in enumerate(found, 1):
        heading = _NUMBERED.fullmatch(tip.words)
        if tip.level != 3 or heading is None or heading["number"] != str(n):
            message = (
                f'write the heading of a tip as "### {n}. Do this", in order and with no full stop'
            )
            yield page.problem(tip.start, message)
        if not any(mark.label for mark in marks.find(tip.body)):
            message = (
                f"no label says how sure we are; end it with one, as in [{marks.LABELS[1]} @key]"
            )
            yield page.problem(tip.start, message)
    for stray in sections(page):
        if stray.level > 2 and not solution.start < stray.start < end:
            message = "only the solution has headings below its own; use **bold words** here"
            yield page.problem(stray.start, message)


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
    """Ten minutes of reading. The examples do not count: they may grow for years."""
    count = len(_WORD.findall(page.without_examples.sentences))
    if count not in WORDS:
        message = (
            f"{count:,} words, the examples apart; a chapter has {WORDS.start:,} to "
            f"{WORDS.stop - 1:,}: " + ("shorten it" if count > WORDS.start else "there is room")
        )
        yield page.problem(0, message)


def help_first(page: Page) -> Iterator[Problem]:
    """The way to help, before the first section."""
    first = next((s for s in sections(page) if s.level == 2), None)
    if first and "](/help.md" not in page.body[: first.start]:
        yield page.problem(first.start, "the opening must link to help, as in [help](/help.md)")


def _of_each(check: Callable[[Page], Iterator[Problem]]) -> Callable[[House], Iterator[Problem]]:
    return lambda house: (problem for page, _ in house.chapters for problem in check(page))


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
        check=_of_each(headings),
    ),
    Rule(
        id="tips",
        says=f"A solution has {TIPS.start} to {TIPS.stop - 1} numbered tips, each with a label that says how sure we are.",
        reason="A reader who acts on a tip should know whether research or somebody's experience is behind it.",
        cure="Write “### 5. Do this”, and end the tip with a label, such as [experience] or [some support @key].",
        scope="every chapter",
        check=_of_each(tips),
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
        says=f"A chapter has {WORDS.start:,} to {WORDS.stop - 1:,} words; its examples do not count.",
        reason="It should take a tired reader ten minutes. Examples may grow for years: the first stand open, the others fold.",
        cure="Shorten another passage by as much as you add.",
        scope="every chapter",
        check=_of_each(length),
    ),
    Rule(
        id="plain Markdown",
        says="A chapter is Markdown without HTML, code or lists of attributes.",
        reason="It reads well in any preview, and on paper.",
        cure="Write it as Markdown. For words to copy, use quotation marks.",
        scope="every chapter",
        check=_of_each(plainness),
    ),
    Rule(
        id="help first",
        says="A chapter links to help before its first section.",
        reason="Somebody may open it on the worst day of the year.",
        cure="Write [help](/help.md) into the opening.",
        scope="every chapter",
        check=_of_each(help_first),
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
