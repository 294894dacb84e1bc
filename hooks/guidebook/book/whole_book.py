"""`/// page | chapter.md`: a page inside another, to print or read several in one go."""

import re
from collections.abc import Callable, Collection
from pathlib import Path

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidebook.book import front_matter
from guidebook.engine import page_text
from guidebook.engine.masking import masked

NAME = "page"
LARGEST = 600_000
"""Characters of all pages in one. This book has 53,000."""
PAGES = 3
"""How much more of everything they may have than one page."""

_BLOCK = re.compile(rf"/// *{NAME} *\|(?P<page>.*)")
_HEADING = re.compile(r"^(#{1,5}) ", re.MULTILINE)
_LINK_INSIDE = re.compile(r"\]\(#")


def reader(docs: Path, pages: Collection[str]) -> Callable[[str], str | None]:
    """Gives the text of one of the book's own pages, by its path from docs/; None for any other name."""
    return lambda page: page_text.bounded(docs / page) if page in pages else None


class WholeBookPreprocessor(Preprocessor):
    """Puts the page's Markdown where the block stands, before anything else reads it."""

    def __init__(
        self, md: Markdown, read: Callable[[str], str | None], report: Callable[[str, str], None]
    ) -> None:
        """`read` knows the pages of the book and nothing else: None for any other name.

        `report` is told what is wrong, and the words by which to find it.
        """
        super().__init__(md)
        self.read = read
        self.report = report

    def run(self, lines: list[str]) -> list[str]:
        """Only what stands outside of code and comments is a block, here as for the check (`pages`)."""
        written: list[str] = []
        inside = False
        for line, plain in zip(lines, masked("\n".join(lines)).split("\n"), strict=True):
            match = _BLOCK.fullmatch(plain.strip())
            page = match["page"].strip() if match else ""
            text = self.read(page) if match else None
            if text is not None:
                inside = True
                written += ["", *chapter(page, text).split("\n"), ""]
            elif inside and plain.strip() == "///":
                inside = False
            else:
                written.append(line)
        whole = "\n".join(written)
        fault = next((said for _, said in page_text.overfull(whole, PAGES)), None)
        if len(whole) > LARGEST:
            fault = f"more than {LARGEST:,} characters in one page; make two of it"
        if fault:
            self.report(fault, "")
            return []
        return written


def chapter(page: str, text: str) -> str:
    """A page's Markdown as a part of a longer page.

    Headings go one level down; links to its own headings lead to the page itself, because parts
    of a book have headings of the same name.
    """
    head = front_matter.BLOCK.match(text)
    body = text[head.end() :] if head else text
    plain = masked(body)
    headings = [match.start() for match in _HEADING.finditer(plain)]
    for start in reversed(headings):
        body = f"{body[:start]}#{body[start:]}"
    return _LINK_INSIDE.sub(f"](/{page}#", body).strip()
