"""The blocks and marks of the book as one extension of Python-Markdown."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor, slugify_unicode
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from guidebook import markup, whole_book
from guidebook.addresses import Hosts
from guidebook.bibliography import Bibliography
from guidebook.block import BLOCKS
from guidebook.examples import ExamplesTreeprocessor
from guidebook.marks import MarksPreprocessor
from guidebook.problem import Problem, place_of
from guidebook.research import ResearchProcessor
from guidebook.whole_book import WholeBookPreprocessor


class GuidebookExtension(Extension):
    """The blocks and marks of a page, for Python-Markdown. Needs `attr_list` and `footnotes`."""

    page = ""
    """The page that is converted next, by its path from docs/: marks speak its language."""

    def __init__(
        self,
        works: Bibliography,
        phrases: Callable[[str], Mapping[str, str]],
        hosts: Hosts = None,
        unsaid: Callable[[], Iterable[Problem]] = tuple,
        **config: Any,
    ) -> None:
        """`unsaid` tells what widgets had no words for."""
        super().__init__()
        self.unsaid = unsaid
        self.works = works
        self.hosts = hosts
        self.reported: dict[str, list[tuple[str, str]]] = {}
        """Page → what was left out of it, and the words by which to find it."""
        self.phrases = phrases
        self.collaborators = config
        self.blocks = _Blocks({**config, "phrases": lambda: self.phrases(self.page)})

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        self.blocks.extendMarkdown(md)
        if read := self.collaborators.get(whole_book.NAME):
            pages = WholeBookPreprocessor(md, read, self._report)
            md.preprocessors.register(pages, "guidebook-whole-book", 28)  # before code fences
        marks = MarksPreprocessor(md, self.works, lambda: self.phrases(self.page))
        md.preprocessors.register(marks, "guidebook-marks", 24)  # after code fences are put aside
        research = ResearchProcessor(md, self.works, lambda: self.phrases(self.page))
        md.parser.blockprocessors.register(research, "guidebook-research", 85)  # before paragraphs
        examples = ExamplesTreeprocessor(md, lambda: self.phrases(self.page))
        md.treeprocessors.register(examples, "guidebook-examples", 10)  # once words are elements
        for toc in md.treeprocessors:
            if isinstance(toc, TocTreeprocessor):
                toc.slugify = slugify_unicode  # else a Chinese heading has no anchor but a number
        md.preprocessors.register(_AsidePreprocessor(md), "guidebook-aside", 23)
        markup.register(md, self.hosts, self._report)
        apart = _ResultsApartPostprocessor(md)
        md.postprocessors.register(apart, "guidebook-results", 5)  # once the widgets are in place

    def left_out(self, texts: Mapping[str, str]) -> list[Problem]:
        """What no page may have, where it stood in their texts; forgotten once it is told."""
        found = [
            Problem(f"docs/{page}", place_of(words, texts.get(page, "")), fault)
            for page, faults in self.reported.items()
            for fault, words in faults
        ]
        self.reported.clear()
        return sorted({*found, *self.unsaid()})

    def _report(self, fault: str, words: str) -> None:
        self.reported.setdefault(self.page, []).append((fault, words))


class _Blocks(BlocksExtension):
    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__()
        self.collaborators = config  # not options: Python-Markdown would parse them

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: ARG002, N802
        for block in BLOCKS:
            block_mgr.register(block, dict(self.collaborators))


class _AsidePreprocessor(Preprocessor):
    """Keeps slashes in lists and quotations as text.

    A build refuses them, but a preview goes on, and the blocks of pymdownx would never come back
    from one that opens in a list and closes below it.
    """

    ASIDE = re.compile(r"^((?:[ \t>*+-]|\d+[.)][ \t])+)(/{3,})", re.MULTILINE)

    def run(self, lines: list[str]) -> list[str]:
        kept = self.ASIDE.sub(lambda m: m[1] + self.md.htmlStash.store(m[2]), "\n".join(lines))
        return kept.split("\n")


class _ResultsApartPostprocessor(Postprocessor):
    """Where a page holds several quizzes, names each result by its quiz too: no two regions are called the same."""

    RESULT = re.compile(
        r' data-title="(?P<title>[^"]*)"(?P<rest>.*?<section class="quiz__result[^>]* aria-label="[^"]*)',
        re.DOTALL,
    )

    def run(self, text: str) -> str:
        if text.count('<section class="quiz__result') < 2:
            return text
        return self.RESULT.sub(r' data-title="\g<title>"\g<rest>: \g<title>', text)
