"""The tips of a chapter, and what research says of them: one label a tip, sources where they fold."""

import re
from collections.abc import Iterator

from guidebook.book import marks
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule, of_each_chapter
from guidebook.book.house_rules.said import Page
from guidebook.book.house_rules.sections import Section, sections
from guidebook.engine.problem import Problem

TIPS = range(4, 9)
"""How many tips a solution may have."""
RESEARCH = "What research says"
"""What a paragraph about research begins with, in bold."""

_NUMBERED = re.compile(r"(?P<number>\d+)\. (?P<words>[A-Z].*[^.:])")


def tips(page: Page) -> Iterator[Problem]:
    """Four to eight tips, counted from 1."""
    solution = _solution(page)
    if solution is None:
        return  # told by the rule of sections
    found = _tips(page, solution)
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
    for stray in sections(page):
        if stray.level > 2 and stray not in found:
            message = "only the solution has headings below its own; use **bold words** here"
            yield page.problem(stray.start, message)


def one_label(page: Page) -> Iterator[Problem]:
    """How sure we are stands once in a tip, at its end, and nowhere else."""
    solution = _solution(page)
    found = _tips(page, solution) if solution else []
    labels = [mark for mark in marks.find(page.without_examples.body) if mark.label]
    for tip in found:
        end = tip.body_start + len(tip.body)
        here = [mark for mark in labels if tip.start < mark.start < end]
        labels = [mark for mark in labels if mark not in here]
        if not here:
            message = (
                f"no label says how sure we are; end it with one, as in [{marks.LABELS[1]} @key]"
            )
            yield page.problem(tip.start, message)
        for extra in here[:-1]:
            message = "a tip has one label; keep the one at its end, and say the rest in words"
            yield page.problem(extra.start, message)
        if here and page.body[here[-1].end : end].strip(" \t\n."):
            message = "the label is the last thing in a tip; put it behind the last sentence"
            yield page.problem(here[-1].start, message)
    for stray in labels:
        message = "labels stand at the end of tips; here, say it in words"
        yield page.problem(stray.start, message)


def sources(page: Page) -> Iterator[Problem]:
    """Sources stand where they fold, and what folds has sources."""
    folds = [*marks.research(page.body, RESEARCH)]
    cited = [mark for mark in marks.find(page.body) if mark.keys]
    for mark in cited:
        if not any(fold.start() < mark.start < fold.end() for fold in folds):
            message = (
                f"a source outside of the fold; put what it says into a paragraph of its own "
                f'that begins with "**{RESEARCH}.**"'
            )
            yield page.problem(mark.start, message)
    for fold in folds:
        if not any(fold.start() < mark.start < fold.end() for mark in cited):
            message = "research without a source; name one, as in [@key], or say it above in words"
            yield page.problem(fold.start(), message)


def without_research(page: Page) -> Page:
    """The page without what folds; every character keeps its place."""
    text = page.text
    for fold in marks.research(page.body, RESEARCH):
        blank = re.sub(r"[^\n]", " ", fold[0])
        text = text[: fold.start()] + blank + text[fold.end() :]
    return Page(page.path, text)


def _solution(page: Page) -> Section | None:
    return next((s for s in sections(page) if s.words == "The solution"), None)


def _tips(page: Page, solution: Section) -> list[Section]:
    end = solution.body_start + len(solution.body)
    return [s for s in sections(page) if s.level > 2 and solution.start < s.start < end]


def _counted_and_labelled(page: Page) -> Iterator[Problem]:
    yield from tips(page)
    yield from one_label(page)


def _sources(house: House) -> Iterator[Problem]:
    for page in house.pages:
        yield from sources(page)


RULES = (
    Rule(
        id="tips",
        says=f"A solution has {TIPS.start} to {TIPS.stop - 1} numbered tips, and each ends with one label that says how sure we are.",
        reason="A reader who acts on a tip should know whether research or somebody's experience is behind it. More labels than tips are read by nobody.",
        cure="Write “### 5. Do this”, and end the tip with its label, such as [experience] or [some support @key]. Where studies leave a doubt, choose the weaker one.",
        scope="every chapter",
        check=of_each_chapter(_counted_and_labelled),
    ),
    Rule(
        id="research folds",
        says=f"A page names its sources in paragraphs that begin with “**{RESEARCH}.**”, which fold.",
        reason="A tired reader wants the tip; a curious one finds the sources right there, and is led to no other place.",
        cure="Put the findings into such a paragraph, after the advice, and the label, if it has one, at its end. Where the article and research disagree, say so above it in one plain sentence, which stays in sight.",
        scope="every page",
        check=_sources,
    ),
)
