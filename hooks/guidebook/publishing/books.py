"""The book to print and to carry, where `make paper` has made it: as downloads, each with its size."""

import posixpath
import re
from pathlib import Path

from guidebook.engine.problem import Place, Problem, ProblemsFound
from guidebook.publishing.built import Built

FOLDER = "download"
"""Where they lie, from the root of the site."""
ENDINGS = {".epub", ".pdf"}

_PLACE = re.compile(
    r' data-book="(?P<end>[^"]+)" hidden><a href=""(?P<rest>[^>]*)>(?P<words>.*?)</a>', re.DOTALL
)
"""Stands in a page where the way to one of them is to be shown (widgets/download)."""


def place(built: Built) -> None:
    """Copy them into the site, and show the way to each where a page has a place for it.

    Raises ProblemsFound where a folder is named that has none.
    """
    if built.books is None:
        return
    books = sorted(p for p in built.books.glob("*") if p.suffix in ENDINGS)
    if not books:
        message = "`extra: books:` names a folder without books; make them first: make paper"
        raise ProblemsFound([Problem("mkdocs.yml", Place(), message)])
    (built.folder / FOLDER).mkdir(exist_ok=True)
    for book in books:
        (built.folder / FOLDER / book.name).write_bytes(book.read_bytes())
    for page in built.folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if "data-book=" in html:
            at = posixpath.relpath(FOLDER, page.parent.relative_to(built.folder).as_posix())
            page.write_text(shown(html, books, at), encoding="utf-8")


def shown(html: str, books: list[Path], at: str) -> str:
    """A page that links to those books that there are; `at` is their folder, from the page."""

    def link(found: re.Match[str]) -> str:
        book = next((book for book in books if book.name.endswith(found["end"])), None)
        if book is None:
            return found[0]
        words = found["words"].replace("{size}", f"{book.stat().st_size / 1_000_000:.1f}")
        return f'><a href="{at}/{book.name}"{found["rest"]}>{words}</a>'

    return _PLACE.sub(link, html)
