"""What research says, folded: a paragraph that begins with these words in bold, its sources below it.

    **What research says.** Waiting helps a little [@kjaervik2024]. [some support @kjaervik2024]

The label at its end stands on the fold, and no mark leads to another place of the page. It is a
`<details>`: complete without script, found by the search of the page, open on paper.
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from guidebook.book import marks
from guidebook.book.bibliography import Bibliography
from guidebook.book.marks import Mark

HEADING = "research_heading"
"""The key of the words that such a paragraph begins with."""


class ResearchProcessor(BlockProcessor):
    """Folds such a paragraph, and counts its sources from 1."""

    def __init__(
        self, md: Markdown, works: Bibliography, phrases: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__(md.parser)
        self.works = works
        self.phrases = phrases

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        if not block.startswith("**"):
            return False  # most blocks; to look closer takes a while
        return any(p.start() == 0 for p in marks.research(block, self.phrases().get(HEADING)))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block, phrases = blocks.pop(0), self.phrases()
        passage = next(marks.research(block, phrases[HEADING]))
        rest = block[passage.start("rest") :].strip()
        found = [mark for mark in marks.find(rest) if marks.is_valid(mark, self.works)]
        cited = dict.fromkeys(key for mark in found for key in mark.keys)
        last = found.pop() if found and found[-1].end == len(rest) and found[-1].label else None
        details = SubElement(parent, "details", {"class": "research"})
        _summary(details, phrases, last)
        self.parser.parseChunk(
            details, _numbered(rest[: last.start] if last else rest, found, [*cited], phrases)
        )
        if cited:
            works = (self.works.works[key].markdown for key in cited)
            self.parser.parseChunk(details, "\n".join(f"{n}. {w}" for n, w in enumerate(works, 1)))
            details[-1].set("class", "research__sources")
        if last:
            words = phrases["research_label"].format(label=marks.name(last.label, phrases))
            address = f"{marks.METHOD_PAGE}#{marks.anchor(last.label)}"
            self.parser.parseChunk(details, f"[{words}]({address})")


def _summary(details: Element, phrases: Mapping[str, str], last: Mark | None) -> None:
    summary = SubElement(details, "summary")
    summary.text = f"{phrases[HEADING]} "
    if last:
        look = f"evidence evidence--{marks.anchor(last.label)}"
        SubElement(summary, "span", {"class": look}).text = marks.name(last.label, phrases)


def _numbered(text: str, found: list[Mark], cited: list[str], phrases: Mapping[str, str]) -> str:
    """The text with a number where its author named a source."""
    written, done = [], 0
    for mark in found:
        numbers = ", ".join(str(cited.index(key) + 1) for key in mark.keys)
        before = text[done : mark.start]
        written.append(before if mark.label else before.rstrip())
        written.append(marks.as_link(mark, phrases))
        written.append(f"<sup>{numbers}</sup>" if numbers else "")
        done = mark.end
    return "".join([*written, text[done:]]).strip()
