"""The headings of a page, and what stands below each."""

import re
from dataclasses import dataclass

from guidebook.book.house_rules.said import Page

_HEADING = re.compile(r"^(?P<signs>#{1,6})[ \t]+(?P<words>.+?)[ \t]*#*$", re.MULTILINE)


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
