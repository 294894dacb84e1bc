"""The book in other forms: offered with its size where it was made, and never half offered."""

from pathlib import Path

import pytest

from guidebook.engine.problem import ProblemsFound
from guidebook.publishing import books, offline
from guidebook.publishing.built import Built

PLACE = '<p data-book="{}" hidden><a href="" download>The book ({{size}} MB)</a></p>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one page that has a place for two forms, below its root."""
    page = tmp_path / "site/far/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PLACE.format("-a4.pdf") + PLACE.format(".epub"), encoding="utf-8")
    return tmp_path / "site"


def built(site: Path, made: Path | None) -> Built:
    return Built(site, "", "Book", "en", books=made)


def test_a_form_that_was_made_is_offered_with_its_size(site: Path, tmp_path: Path) -> None:
    (tmp_path / "book-a4.pdf").write_bytes(b"x" * 1_240_000)

    books.place(built(site, tmp_path))

    page = (site / "far/index.html").read_text(encoding="utf-8")
    assert '<p><a href="../download/book-a4.pdf" download>The book (1.2 MB)</a></p>' in page
    assert PLACE.format(".epub") in page
    assert (site / "download/book-a4.pdf").stat().st_size == 1_240_000
    assert offline.names(site) == ["far/index.html"]


def test_nothing_is_offered_unasked(site: Path) -> None:
    books.place(built(site, None))

    assert not (site / "download").exists()


def test_a_folder_without_books_stops_the_build(site: Path, tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as found:
        books.place(built(site, tmp_path / "nowhere"))

    assert [problem.message for problem in found.value.problems] == [
        "`extra: books:` names a folder without books; make them first: make paper"
    ]
