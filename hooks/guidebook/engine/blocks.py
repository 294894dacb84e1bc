"""`/// quiz | name` and its kin on a page: Markdown in, widget out.

The widget's HTML goes into the stash; only its links into the site stay in the element tree,
where the site generator rewrites and checks them as it does an author's.
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from guidebook.engine.render import Drawn, SiteLink


class MarkdownBlock(Block):
    """Markdown that is written from data, parsed where the block stands."""

    def on_create(self, parent: Element) -> Element:
        write: Callable[..., str] = self.config[self.NAME]
        self.md.parser.parseChunk(parent, write(self.argument) if self.ARGUMENT else write())
        return Element("div")


class DrawnBlock(Block):
    """A block that is drawn as HTML; `drawn` says of what."""

    def drawn(self) -> Drawn:
        """Its HTML. What stands between its slashes is swallowed; a check of the page refuses it."""
        draw: Callable[..., Drawn] = self.config[self.NAME]
        return draw(self.argument) if self.ARGUMENT else draw()

    def on_create(self, parent: Element) -> Element:
        if drawn := self.drawn():
            link: Callable[[str], str] = self.config.get("link", str)
            insert(drawn, SubElement(parent, "div"), self.md, link)
        return Element("div")


class QuizBlock(DrawnBlock):
    """A quiz, by the name of its file."""

    NAME = "quiz"
    ARGUMENT = True

    def drawn(self) -> Drawn:
        """The widget; nothing where no quiz has the name."""
        quizzes: Mapping[str, Drawn] = self.config["quizzes"]
        return quizzes.get(self.argument, ())


class QuizCardBlock(DrawnBlock):
    """The way from a page to a quiz that stands on a page of its own."""

    NAME = "quiz-card"
    ARGUMENT = True


class QuizReferenceBlock(MarkdownBlock):
    """What an author may write in a quiz of one kind."""

    NAME = "quiz-reference"
    ARGUMENT = True


class MyResultsBlock(DrawnBlock):
    """What the reader's browser has kept, from every quiz and tool."""

    NAME = "my-results"


BLOCKS: tuple[type[Block], ...] = (QuizBlock, QuizCardBlock, QuizReferenceBlock, MyResultsBlock)


def insert(drawn: Drawn, holder: Element, md: Markdown, written: Callable[[str], str]) -> None:
    """Fill `holder` with drawn HTML; its links become elements of the page's own tree, `written` as the site has it."""
    link: Element | None = None
    for part in drawn:
        if isinstance(part, SiteLink):
            link = SubElement(holder, "a", href=written(part.href))
            link.text = AtomicString(md.htmlStash.store(part.html))
        elif link is None:
            holder.text = AtomicString(md.htmlStash.store(part))
        else:
            link.tail = AtomicString(md.htmlStash.store(part))
