"""The blocks and marks of the book as one extension of Python-Markdown."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import TocTreeprocessor, slugify_unicode

from guidebook.book import markup, whole_book
from guidebook.book.bibliography import Bibliography
from guidebook.book.blocks import BLOCKS
from guidebook.book.examples import ExamplesTreeprocessor
from guidebook.book.marks import MarksPreprocessor
from guidebook.book.research import ResearchProcessor
from guidebook.book.whole_book import WholeBookPreprocessor
from guidebook.engine.addresses import Hosts
from guidebook.engine.extension import QuizExtension
from guidebook.engine.problem import Problem, place_of


class GuidebookExtension(QuizExtension):
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
        super().__init__({**config, "phrases": lambda: phrases(self.page)}, BLOCKS)
        self.unsaid = unsaid
        self.works = works
        self.hosts = hosts
        self.reported: dict[str, list[tuple[str, str]]] = {}
        """Page → what was left out of it, and the words by which to find it."""
        self.phrases = phrases
        self.collaborators = config

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        super().extendMarkdown(md)
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
        markup.register(md, self.hosts, self._report)

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
