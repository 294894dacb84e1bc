"""Quizzes on a page, as an extension of Python-Markdown."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from guidebook.engine.blocks import BLOCKS


class QuizExtension(Extension):
    """Blocks, for Python-Markdown."""

    page = ""
    """The page that is converted next, by its path from docs/."""

    def __init__(
        self,
        config: Mapping[str, Any],
        blocks: Iterable[type[Block]] = BLOCKS,
        *,
        relative_links: bool = False,
    ) -> None:
        """`config` holds for each block, by its name, what it draws from.

        Links of widgets begin at docs/ with a slash. With `relative_links` they begin at the page that shows them, for
        sites in which MkDocs was not told to follow such links.
        """
        super().__init__()
        link = {"link": self.from_page} if relative_links else {}
        self.blocks = _Blocks(blocks, {**config, **link})

    def from_page(self, link: str) -> str:
        """A link as it is written on the page that is converted next."""
        path, mark, anchor = link.partition("#")
        return posixpath.relpath(path, posixpath.dirname(f"/{self.page}")) + mark + anchor

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        self.blocks.extendMarkdown(md)
        md.preprocessors.register(_AsidePreprocessor(md), "guidebook-aside", 23)
        apart = _ResultsApartPostprocessor(md)
        md.postprocessors.register(apart, "guidebook-results", 5)  # once the widgets are in place


class _Blocks(BlocksExtension):
    def __init__(self, blocks: Iterable[type[Block]], config: Mapping[str, Any]) -> None:
        super().__init__()
        self.blocks = blocks
        self.collaborators = config  # not options: Python-Markdown would parse them

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: ARG002, N802
        for block in self.blocks:
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
