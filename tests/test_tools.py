"""The tools and the chapters lead to each other, so that a reader finds the way from either end.

What a tool asks and answers, the tests of its kind look at (test_week.py, test_tool_tree.py …).
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from markdown.extensions.toc import slugify

from guidebook.house_rules.said import Page
from guidebook.house_rules.sections import Section, sections
from guidebook.problem import Problem
from tests.editorial.book import house, page, pages
from tests.editorial.faults import refuse

INDEX = "docs/tools/index.md"
START = "One thing in two minutes"
SECTIONS = ("Where this comes from", "Read on")
"""What follows the tool on its page, in this order."""


def tools() -> list[Page]:
    return [p for p in pages() if p.path.startswith("docs/tools/") and p.path != INDEX]


def link(each: Page) -> str:
    return each.path.removeprefix("docs")


def leads_to(text: str, target: str) -> bool:
    return f"]({target})" in text or f"]({target}#" in text


def tips() -> Iterator[tuple[str, Section]]:
    """Every numbered tip of the four chapters, with the link to it."""
    for chapter, _ in house().chapters:
        for section in sections(chapter):
            if section.level == 3:
                anchor = slugify(section.words, "-")
                yield f"{chapter.path.removeprefix('docs')}#{anchor}", section


def test_the_index_lists_every_tool() -> None:
    index = page(INDEX)
    refuse(
        index.problem(0, f"no entry leads to {link(tool)}; say which need it meets, then link it")
        for tool in tools()
        if not leads_to(index.body, link(tool))
    )


def test_a_tool_stands_on_its_page_before_where_it_comes_from_and_what_to_read() -> None:
    refuse(p for tool in tools() for p in _parts(tool))


def _parts(tool: Page) -> Iterator[Problem]:
    block = f"/// quiz | {PurePosixPath(tool.path).stem}\n"
    starts = [tool.body.find(block), *(tool.body.find(f"\n## {words}\n") for words in SECTIONS)]
    if -1 in starts or starts != sorted(starts):
        message = f"hold {block.strip()}, then {' and '.join(f'## {words}' for words in SECTIONS)}"
        yield tool.problem(0, message)


def test_the_page_of_a_tool_leads_on_to_a_self_assessment() -> None:
    refuse(
        tool.problem(0, 'link a self-assessment, in "Read on"')
        for tool in tools()
        if not re.search(r"\]\(/self-assessments/[\w-]+\.md\)", tool.body)
    )


def test_each_chapter_opens_a_tool_in_its_first_two_minutes() -> None:
    for chapter, _ in house().chapters:
        start = next(s for s in sections(chapter) if s.words == START)
        if not any(leads_to(start.body, link(tool)) for tool in tools()):
            refuse([chapter.problem(start.start, "link the tool that fits, at the end")])


def test_every_tool_leads_back_to_a_tip_that_leads_to_it() -> None:
    """Some tip must: a tool that no chapter speaks of stands alone."""
    refuse(
        tool.problem(0, f"link a tip that links here; these do: {', '.join(there) or 'none yet'}")
        for tool in tools()
        for there in [[anchor for anchor, tip in tips() if leads_to(tip.body, link(tool))]]
        if not any(f"]({anchor})" in tool.body for anchor in there)
    )
