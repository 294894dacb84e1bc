"""`/// quiz | name` and its kin on a page: Markdown in, widget out.

The widget's HTML goes into the stash; only its links into the site stay in the element tree,
where the site generator rewrites and checks them as it does an author's.
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guidebook import whole_book
from guidebook.diagrams import Diagram
from guidebook.render import Drawn, SiteLink


class QuizBlock(Block):
    """A quiz, by the name of its file."""

    NAME = "quiz"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        drawn: Mapping[str, Drawn] = self.config["quizzes"]
        if self.argument in drawn:
            insert(drawn[self.argument], SubElement(parent, "div"), self.md)
        return Element("div")  # swallows what stands between the slashes; `pages` refuses it


class QuizCardBlock(Block):
    """The way from a page to a quiz that stands on a page of its own."""

    NAME = "quiz-card"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        draw: Callable[[str], Drawn] = self.config[self.NAME]
        insert(draw(self.argument), SubElement(parent, "div"), self.md)
        return Element("div")


class _ListBlock(Block):
    """Markdown that the book writes from its data, parsed where the block stands."""

    def on_create(self, parent: Element) -> Element:
        write: Callable[..., str] = self.config[self.NAME]
        self.md.parser.parseChunk(parent, write(self.argument) if self.ARGUMENT else write())
        return Element("div")


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


class HouseRulesBlock(_ListBlock):
    """What this book asks of its pages and quizzes."""

    NAME = "house-rules"


class PageKeysBlock(_ListBlock):
    """What an author may write at the top of a page."""

    NAME = "page-keys"


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
    *(QuizBlock, QuizCardBlock, DiagramBlock, HelpLinesBlock, SourcesBlock, TechnicalNoteBlock),
    *(ValidationBlock, HouseRulesBlock, PageKeysBlock),
    *(QuizReferenceBlock, ExampleFormBlock, MyResultsBlock, OfflineBlock, DownloadBlock),
    PageBlock,
)


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
