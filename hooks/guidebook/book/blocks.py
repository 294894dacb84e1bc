"""The blocks of this book's pages besides its quizzes, such as `/// help-lines`."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from guidebook.book import whole_book
from guidebook.book.diagrams import Diagram
from guidebook.engine import blocks
from guidebook.engine.blocks import DrawnBlock, MarkdownBlock


class DiagramBlock(Block):
    """A picture, and the same in words below it, by the name of its file."""

    NAME = "diagram"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        drawn: Mapping[str, Diagram] = self.config["diagrams"]
        if diagram := drawn.get(self.argument):
            phrases: Callable[[], Mapping[str, str]] = self.config["phrases"]
            figure = SubElement(parent, "figure", {"class": "diagram"})
            image = {"src": diagram.source, "alt": diagram.alternative}
            size = {"width": str(diagram.width), "height": str(diagram.height)}
            SubElement(figure, "img", image | size)
            SubElement(figure, "figcaption").text = diagram.said.caption
            words = SubElement(figure, "details", {"class": "in-words"})
            SubElement(words, "summary").text = phrases().get("diagram_words", "")
            self.md.parser.parseChunk(words, diagram.said.words)
        return Element("div")


class HelpLinesBlock(MarkdownBlock):
    """The help lines, with the day they were checked."""

    NAME = "help-lines"


class SourcesBlock(MarkdownBlock):
    """Every work that the site cites."""

    NAME = "sources"


class TechnicalNoteBlock(MarkdownBlock):
    """How a self-assessment is made, by the name of its file."""

    NAME = "technical-note"
    ARGUMENT = True


class ValidationBlock(MarkdownBlock):
    """The steps towards a tested measure, and which of them were taken."""

    NAME = "validation"


class HouseRulesBlock(MarkdownBlock):
    """What this book asks of its pages and quizzes."""

    NAME = "house-rules"


class PageKeysBlock(MarkdownBlock):
    """What an author may write at the top of a page."""

    NAME = "page-keys"


class ExampleFormBlock(DrawnBlock):
    """The form that puts a reader's example in order as text."""

    NAME = "example-form"


class OfflineBlock(DrawnBlock):
    """Whether the reader's browser keeps the book for reading without a network."""

    NAME = "offline"


class DownloadBlock(DrawnBlock):
    """The way to a copy of the book that needs no network, once a build has made one."""

    NAME = "download"


class PageBlock(Block):
    """A page inside another; `whole_book` has put it in its place before this is called."""

    NAME = whole_book.NAME
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div")


BLOCKS: tuple[type[Block], ...] = (
    *blocks.BLOCKS,
    DiagramBlock,
    HelpLinesBlock,
    SourcesBlock,
    TechnicalNoteBlock,
    ValidationBlock,
    HouseRulesBlock,
    PageKeysBlock,
    ExampleFormBlock,
    OfflineBlock,
    DownloadBlock,
    PageBlock,
)
