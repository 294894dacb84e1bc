"""The tools and the chapters lead to each other, so that a reader finds the way from either end."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from markdown.extensions.toc import slugify

from guidebook.book import marks
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.book.house_rules.said import Page
from guidebook.book.house_rules.sections import sections
from guidebook.engine.problem import Problem

INDEX = "docs/tools/index.md"
START = "One thing in two minutes"
SECTIONS = ("Where this comes from", "Read on")
"""What follows the tool on its page, in this order."""


def tools(house: House) -> list[Page]:
    """The page of each tool."""
    return [p for p in house.pages if p.path.startswith("docs/tools/") and p.path != INDEX]


def leads_to(text: str, page: Page) -> bool:
    """Whether a text links to a page, or to one of its headings."""
    link = page.path.removeprefix("docs")
    return f"]({link})" in text or f"]({link}#" in text


def listed(house: House) -> Iterator[Problem]:
    """The index leads to every tool."""
    index = house.page(INDEX)
    for tool in tools(house) if index else ():
        if index and not leads_to(index.body, tool):
            link = tool.path.removeprefix("docs")
            message = f"no entry leads to {link}; say which need it meets, then link it"
            yield index.problem(0, message)


def parts(house: House) -> Iterator[Problem]:
    """A tool's page holds the tool, where it comes from, and what to read."""
    for tool in tools(house):
        block = f"/// quiz | {PurePosixPath(tool.path).stem}\n"
        heads = (f"\n## {words}\n" for words in SECTIONS)
        starts = [tool.body.find(block), *map(tool.body.find, heads)]
        if -1 in starts or starts != sorted(starts):
            wanted = " and ".join(f"## {words}" for words in SECTIONS)
            yield tool.problem(0, f"hold {block.strip()}, then {wanted}")
        if not re.search(r"\]\(/self-assessments/[\w-]+\.md\)", tool.body):
            yield tool.problem(0, 'link a self-assessment, in "Read on"')


def one_label(page: Page) -> Iterator[Problem]:
    """How sure we are of a tool stands once on its page, where it says where it comes from."""
    labels = [mark for mark in marks.find(page.body) if mark.label]
    here = next((s for s in sections(page) if s.words == SECTIONS[0]), None)
    if here is None:
        return  # told by the rule of a tool's parts
    end = here.body_start + len(here.body)
    last = labels[-1] if labels else None
    if not last or not here.start < last.start < end or page.body[last.end : end].strip(" \n."):
        message = f"end it with one label that says how sure we are, as in [{marks.LABELS[1]} @key]"
        yield page.problem(here.start, message)
    for extra in labels[:-1]:
        message = "a tool has one label; keep the one at the end, and say the rest in words"
        yield page.problem(extra.start, message)


def opened(house: House) -> Iterator[Problem]:
    """Each chapter opens a tool in its first two minutes."""
    for chapter, _ in house.chapters:
        for start in (s for s in sections(chapter) if s.words == START):
            if not any(leads_to(start.body, tool) for tool in tools(house)):
                yield chapter.problem(start.start, "link the tool that fits, at the end")


def back(house: House) -> Iterator[Problem]:
    """Every tool leads back to a tip that leads to it: one that no chapter speaks of stands alone."""
    tips = [
        (f"{chapter.path.removeprefix('docs')}#{slugify(section.words, '-')}", section)
        for chapter, _ in house.chapters
        for section in sections(chapter)
        if section.level == 3
    ]
    for tool in tools(house):
        there = [link for link, tip in tips if leads_to(tip.body, tool)]
        if not any(f"]({link})" in tool.body for link in there):
            known = ", ".join(there) or "none yet"
            yield tool.problem(0, f"link a tip that links here; these do: {known}")


def _labelled(house: House) -> Iterator[Problem]:
    for tool in tools(house):
        yield from one_label(tool)


RULES = (
    Rule(
        id="tools listed",
        says="The page of the tools leads to every tool.",
        reason="There a reader looks for one.",
        cure="Add a line that says which need it meets.",
        scope="every page",
        check=listed,
    ),
    Rule(
        id="parts of a tool",
        says="The page of a tool holds the tool, then “Where this comes from” and “Read on”, which links a self-assessment.",
        reason="Who wants to do something first can; who wants to know why finds it below.",
        cure="Keep the two headings, in that order, below the tool.",
        scope="every page",
        check=parts,
    ),
    Rule(
        id="one label a tool",
        says="The page of a tool has one label, at the end of “Where this comes from”.",
        reason="A label for each sentence is read by nobody; one for the whole says how far to trust it.",
        cure="Put the findings into one paragraph that folds, and the label behind it. Where nobody has tested the tool, that is [experience]; where its parts were tested, choose the weakest.",
        scope="every page",
        check=_labelled,
    ),
    Rule(
        id="a tool at once",
        says="A chapter opens a tool in “One thing in two minutes”.",
        reason="Somebody may have only these two minutes.",
        cure="Link the tool that fits, at the end of that section.",
        scope="every chapter",
        check=opened,
    ),
    Rule(
        id="tip and tool",
        says="A tool links a tip that links to the tool.",
        reason="The way leads from either end.",
        cure="Link the tool in the tip it belongs to, and the tip on the page of the tool.",
        scope="every page",
        check=back,
    ),
)
