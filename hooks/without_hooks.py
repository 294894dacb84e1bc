"""For site generators that run Python-Markdown extensions but no build hooks, such as Zensical.

Name it under `markdown_extensions` in place of the hook, with this folder on PYTHONPATH:

    markdown_extensions:
      - without_hooks
"""

import posixpath
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from guidebook.book.book import Book
from guidebook.book.extension import GuidebookExtension

READ = ("docs", "quizzes", "data", "overrides/widgets")
"""What a book is made from."""


def makeExtension(language: str = "en") -> Extension:  # noqa: N802 (Python-Markdown's name)
    """The book of the folder in which the generator runs. Exits with its problems, if any."""
    root = Path.cwd()
    return _WithoutHooks(_book(root, language, _stamp(root)))


class _WithoutHooks(Extension):
    """The book's own extension, and links that a generator without MkDocs' settings can follow."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.book = book

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        extension = self.book.extension()
        extension.extendMarkdown(md)
        md.preprocessors.register(_PageTold(md, extension), "guidebook-page", 1000)
        md.treeprocessors.register(_RelativeLinks(md, self.book), "guidebook-links", 1)


class _PageTold(Preprocessor):
    """Tells the marks which page they stand on, if the generator says so."""

    def __init__(self, md: Markdown, extension: GuidebookExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        if "rendering_context" in self.md.preprocessors:
            context: Any = self.md.preprocessors["rendering_context"]
            self.extension.page = context.page.path
        return lines


class _RelativeLinks(Treeprocessor):
    """Makes links from the docs root relative to the page, as MkDocs does by a setting."""

    def __init__(self, md: Markdown, book: Book) -> None:
        super().__init__(md)
        self.book = book

    def run(self, root: Element) -> None:
        if "rendering_context" not in self.md.preprocessors:
            return  # the generator does not say which page this is
        context: Any = self.md.preprocessors["rendering_context"]
        folder = posixpath.dirname("/" + context.page.path)
        for link in root.iter("a"):
            path, mark, anchor = link.get("href", "").partition("#")
            if path.removeprefix("/") in self.book.docs.pages and path.startswith("/"):
                link.set("href", posixpath.relpath(path, folder) + mark + anchor)


@lru_cache(maxsize=1)
def _book(root: Path, language: str, stamp: int) -> Book:  # noqa: ARG001 (a new stamp, a new book)
    book = Book(root, language)
    if book.problems:
        report = "\n".join(map(str, book.problems))
        sys.exit(f"{report}\n\n{len(book.problems)} to mend; nothing was built.")
    return book


def _stamp(root: Path) -> int:
    """The time of the latest change; generators ask for an extension once a page."""
    files = (path for folder in READ for path in (root / folder).rglob("*"))
    return max((path.stat().st_mtime_ns for path in files), default=0)
