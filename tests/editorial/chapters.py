"""The agreed shape of a chapter: readers who know one find their way in all four."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from guidebook import marks
from guidebook.problem import Problem
from tests.editorial.said import Page

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
"""How long a chapter may be."""

_HEADING = re.compile(r"^(?P<signs>#{1,6})[ \t]+(?P<words>.+?)[ \t]*#*$", re.MULTILINE)
_NUMBERED = re.compile(r"(?P<number>\d+)\. (?P<words>[A-Z].*[^.:])")
_WORD = re.compile(r"\w[\w'’-]*")
_HTML = re.compile(r"</?[a-z][^>\n]*>|<!--", re.IGNORECASE)
_CODE = re.compile(r"^(?: {4}|\t)(?=\S)|`+|^~~~", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[.#\w][^}\n]*\}")


@dataclass(frozen=True)
class Chapter:
    """One of the four."""

    path: str
    title: str
    quiz: str


CHAPTERS = (
    Chapter("docs/exposing-vulnerabilities.md", "Exposing vulnerabilities", "am-i-oversharing"),
    Chapter(
        "docs/establishing-friendships.md", "Establishing friendships", "friend-contact-or-deal"
    ),
    Chapter("docs/hyper-active-engagement.md", "Hyper-active engagement", "who-runs-my-day"),
    Chapter("docs/toxic-negativity.md", "Toxic negativity", "how-heavy-are-the-nasty-comments"),
)


@dataclass(frozen=True)
class Section:
    """A heading, and what stands below it up to the next of its level or above."""

    level: int
    words: str
    start: int
    body: str
    body_start: int


def sections(page: Page) -> list[Section]:
    """Every heading of a page with its text, in order."""
    found = [*_HEADING.finditer(page.body)]
    result = []
    for n, heading in enumerate(found):
        level = len(heading["signs"])
        end = next((m.start() for m in found[n + 1 :] if len(m["signs"]) <= level), len(page.body))
        body = page.body[heading.end() : end]
        result.append(Section(level, heading["words"], heading.start(), body, heading.end()))
    return result


def headings(page: Page, chapter: Chapter) -> Iterator[Problem]:
    """The title and the eight sections, in their order."""
    found = [s for s in sections(page) if s.level <= 2]
    wanted = [(1, chapter.title), *((2, words) for words in SECTIONS)]
    for n, (level, words) in enumerate(wanted):
        here = found[n] if n < len(found) else None
        if here is None or (here.level, here.words) != (level, words):
            at = here.start if here else len(page.text.rstrip())
            yield page.problem(at, f'here stands "{"#" * level} {words}" in every chapter')
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


def quiz(page: Page, chapter: Chapter) -> Iterator[Problem]:
    """The chapter's own quiz, below Check yourself and nowhere else."""
    here = next((s for s in sections(page) if s.words == "Check yourself"), None)
    blocks = [*re.finditer(r"^/{3} quiz \| (?P<name>\S+)$", page.body, re.MULTILINE)]
    for block in blocks:
        inside = here and here.start < block.start() < here.body_start + len(here.body)
        if not inside or block["name"] != chapter.quiz:
            message = f'a chapter has one quiz, "{chapter.quiz}", below "## Check yourself"'
            yield page.problem(block.start(), message)
    if here and not blocks:
        yield page.problem(here.start, f'the quiz is missing; add "/// quiz | {chapter.quiz}"')


def length(page: Page) -> Iterator[Problem]:
    """Ten minutes of reading."""
    count = len(_WORD.findall(page.sentences))
    if count not in WORDS:
        message = f"{count:,} words; a chapter has {WORDS.start:,} to {WORDS.stop - 1:,}"
        yield page.problem(0, message)


def plainness(page: Page) -> Iterator[Problem]:
    """Markdown that reads well in any preview: no HTML, no code, no lists of attributes."""
    text = page.text[len(page.head) :]
    for pattern, what in (
        (_HTML, "HTML: write it as Markdown, or leave it out"),
        (
            _CODE,
            "code: a reader wants words; for an example to copy, use italics or quotation marks",
        ),
        (_ATTRIBUTES, "a list of attributes: leave it out, the theme sees to looks"),
    ):
        for match in pattern.finditer(text):
            yield page.problem(len(page.head) + match.start(), what)
