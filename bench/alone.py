"""A hook with this book's quizzes and nothing else of it, to be timed beside the peers."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from guidebook.book import Book


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the quizzes, and have Markdown draw them."""
    book = Book(Path(config.config_file_path).parent)
    assert not book.broken, book.problems
    config.markdown_extensions += ["footnotes", book.extension()]  # type: ignore[list-item]
    return config
