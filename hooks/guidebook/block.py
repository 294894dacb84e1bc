"""`/// quiz | name` and its kin on a page: Markdown in, widget out.

The widget's HTML goes into the stash; only its links into the site stay in the element tree,
where the site generator rewrites and checks them as it does an author's.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocTreeprocessor, slugify_unicode
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from guidebook import whole_book
from guidebook.bibliography import Bibliography
from guidebook.marks import MarksPreprocessor
from guidebook.render import Drawn, SiteLink
from guidebook.whole_book import WholeBookPreprocessor


class QuizBlock(Block):
    """A quiz, by the name of its file."""

    NAME = "quiz"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        drawn: Mapping[str, Drawn] = self.config["quizzes"]
        if self.argument in drawn:
            insert(drawn[self.argument], SubElement(parent, "div"), self.md)
        return Element("div")  # swallows what stands between the slashes; `pages` refuses it


class _ListBlock(Block):
    """Markdown that the book writes from its data, parsed where the block stands."""

    def on_create(self, parent: Element) -> Element:
        write: Callable[..., str] = self.config[self.NAME]
        self.md.parser.parseChunk(parent, write(self.argument) if self.ARGUMENT else write())
        return Element("div")


class HelpLinesBlock(_ListBlock):
    """The help lines, with the day they were checked."""

    NAME = "help-lines"


class SourcesBlock(_ListBlock):
    """Every work that the site cites."""

    NAME = "sources"


class TechnicalNoteBlock(_ListBlock):
    """How a self-assessment is made, by the name of its file."""

    NAME = "technical-note"
    ARGUMENT = True


class ValidationBlock(_ListBlock):
    """The steps towards a tested measure, and which of them were taken."""

    NAME = "validation"


class QuizReferenceBlock(_ListBlock):
    """What an author may write in a quiz of one kind."""

    NAME = "quiz-reference"
    ARGUMENT = True


class _WidgetBlock(Block):
    """A widget that no quiz is behind."""

    def on_create(self, parent: Element) -> Element:
        draw: Callable[[], Drawn] = self.config[self.NAME]
        insert(draw(), SubElement(parent, "div"), self.md)
        return Element("div")


class ExampleFormBlock(_WidgetBlock):
    """The form that puts a reader's example in order as text."""

    NAME = "example-form"


class MyResultsBlock(_WidgetBlock):
    """What the reader's browser has kept, from every quiz and tool."""

    NAME = "my-results"


class OfflineBlock(_WidgetBlock):
    """Whether the reader's browser keeps the book for reading without a network."""

    NAME = "offline"


class DownloadBlock(_WidgetBlock):
    """The way to a copy of the book that needs no network, once a build has made one."""

    NAME = "download"


class PageBlock(Block):
    """A page inside another; `whole_book` has put it in its place before this is called."""

    NAME = whole_book.NAME
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div")


BLOCKS: tuple[type[Block], ...] = (
    *(QuizBlock, HelpLinesBlock, SourcesBlock, TechnicalNoteBlock, ValidationBlock),
    *(QuizReferenceBlock, ExampleFormBlock, MyResultsBlock, OfflineBlock, DownloadBlock),
    PageBlock,
)


class GuidebookExtension(Extension):
    """The blocks and marks of a page, for Python-Markdown. Needs `attr_list` and `footnotes`."""

    page = ""
    """The page that is converted next, by its path from docs/: marks speak its language."""

    def __init__(
        self,
        works: Bibliography,
        phrases: Callable[[str], Mapping[str, str]],
        **config: Any,
    ) -> None:
        super().__init__()
        self.works = works
        self.phrases = phrases
        self.collaborators = config
        self.blocks = _Blocks(config)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        self.blocks.extendMarkdown(md)
        if read := self.collaborators.get(whole_book.NAME):
            pages = WholeBookPreprocessor(md, read)
            md.preprocessors.register(pages, "guidebook-whole-book", 28)  # before code fences
        marks = MarksPreprocessor(md, self.works, lambda: self.phrases(self.page))
        md.preprocessors.register(marks, "guidebook-marks", 24)  # after code fences are put aside
        for toc in md.treeprocessors:
            if isinstance(toc, TocTreeprocessor):
                toc.slugify = slugify_unicode  # else a Chinese heading has no anchor but a number
        md.preprocessors.register(_AsidePreprocessor(md), "guidebook-aside", 23)


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


def insert(drawn: Drawn, holder: Element, md: Markdown) -> None:
    """Fill `holder` with drawn HTML; its links become elements of the page's own tree."""
    link: Element | None = None
    for part in drawn:
        if isinstance(part, SiteLink):
            link = SubElement(holder, "a", href=part.href)
            link.text = AtomicString(md.htmlStash.store(part.html))
        elif link is None:
            holder.text = AtomicString(md.htmlStash.store(part))
        else:
            link.tail = AtomicString(md.htmlStash.store(part))
