"""An editor can find where the book says what stands in another text."""

from pathlib import Path

import pytest

from scripts.echoes import Text, echoes, main, read


def text(folder: Path, name: str, said: str) -> Text:
    path = folder / name
    path.write_text(said, encoding="utf-8")
    return read(path, folder)


@pytest.mark.parametrize(
    ("book", "other", "found"),
    [
        ("One two three four five.", "one two three four five", ["one two three four five"]),
        ("One two three four.", "one two three four five", []),
        (
            "So: ONE, two; three — four (five)!",
            "one two three four five",
            ["one two three four five"],
        ),
        ("It’s all one two three.", "It's all one two three", ["it's all one two three"]),
        (
            "one [two three](/four.md) four five",
            "one two three four five",
            ["one two three four five"],
        ),
        ("one two\nthree four five", "one two three four five", ["one two three four five"]),
        ("a b c d e f g", "x a b c d e f g y", ["a b c d e f g"]),
        ("a b c d e and a b c d e", "a b c d e", ["a b c d e", "a b c d e"]),
        ("a b c d e f", "a b c d e z a b c d e f", ["a b c d e f"]),
        ("a b c d e", "e d c b a", []),
        ("", "a b c d e", []),
    ],
)
def test_the_longest_shared_runs_are_found(
    book: str, other: str, found: list[str], tmp_path: Path
) -> None:
    here, there = text(tmp_path, "book.md", book), text(tmp_path, "other.txt", other)
    assert [echo.words for echo in echoes(here, there)] == found


def test_both_places_are_told(tmp_path: Path) -> None:
    here = text(tmp_path, "book.md", "# Title\n\nWell, a b c d e.")
    there = text(tmp_path, "other.txt", "First.\nThen a b c d e.")
    assert [*map(str, echoes(here, there))] == ['book.md:3:7: "a b c d e" stands in other.txt:2:6']


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of one page and one quiz."""
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "docs/about/us.md").write_text("We saw six grey herons fly.", encoding="utf-8")
    (tmp_path / "quizzes/birds.yml").write_text(
        "stem: I heard the owl at dusk.\n", encoding="utf-8"
    )
    return tmp_path


def test_pages_and_quizzes_are_looked_through(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = book / "theirs.txt"
    theirs.write_text("They saw six grey herons fly. I heard the owl.", encoding="utf-8")
    assert main([str(theirs), "--words", "4"], book) == 1
    assert capsys.readouterr().out.splitlines() == [
        f'docs/about/us.md:1:4: "saw six grey herons fly" stands in {theirs}:1:6',
        f'quizzes/birds.yml:1:7: "i heard the owl" stands in {theirs}:1:31',
        "2 in 2 files of the book.",
    ]


def test_a_book_of_its_own_words_passes(book: Path) -> None:
    theirs = book / "theirs.txt"
    theirs.write_text("Nothing of the kind.", encoding="utf-8")
    assert main([str(theirs)], book) == 0
