"""Works as a reader meets them, below a page and in the list of sources."""

from pathlib import Path

import pytest

from guidebook.book import bibliography
from guidebook.book.bibliography import Bibliography


def read(folder: Path, *fields: str) -> str:
    """The reference to a work with these fields."""
    given = dict(field.split("=", 1) for field in fields)
    known = {"author": "Lark, Ann", "title": "Dawn", "year": "2019", "note": "VERIFIED", **given}
    entry = ",\n".join(f"  {name} = {{{value}}}" for name, value in known.items() if value)
    path = folder / "references.bib"
    path.write_text(f"@article{{lark2019,\n{entry}\n}}\n", encoding="utf-8")
    return bibliography.read(path, folder).works["lark2019"].markdown


@pytest.mark.parametrize(
    ("fields", "reference"),
    [
        ((), "Lark (2019). Dawn."),
        (("journal=Birds",), "Lark (2019). Dawn. *Birds*."),
        (("doi=10.1/x",), "Lark (2019). [Dawn](https://doi.org/10.1/x)."),
        (("url=https://example.org",), "Lark (2019). [Dawn](https://example.org)."),
        (
            ("doi=10.1/x", "url=https://example.org"),
            "Lark (2019). [Dawn](https://doi.org/10.1/x).",
        ),
        (("note=VERIFIED-2; in a review",), "Lark (2019). Dawn. Read at second hand."),
        (("title=Why do they sing?",), "Lark (2019). Why do they sing?"),
        (("title={{DNA}} of {B}irds.",), "Lark (2019). DNA of Birds."),
        (("author=Lark, Ann and Owl, Dan",), "Lark and Owl (2019). Dawn."),
        (("author=Lark, Ann and Owl, Dan and Tit, Eve",), "Lark, Owl and Tit (2019). Dawn."),
        (("author=Lark, A and Owl, D and Tit, E and Jay, F",), "Lark and others (2019). Dawn."),
        (("author=Lark, Ann and others",), "Lark and others (2019). Dawn."),
        (("author=de la Wren, Bob",), "de la Wren (2019). Dawn."),
        (("author={{Bird Society}}",), "Bird Society (2019). Dawn."),
        (("author=", "editor=Owl, Dan"), "Owl (2019). Dawn."),
        ((r"author=G{\"o}del, Kurt", r"title=\'Et\'e \& ete"), "Gödel (2019). Été &amp; ete."),
    ],
)
def test_a_reference_says_who_when_what_and_where(
    fields: tuple[str, ...], reference: str, tmp_path: Path
) -> None:
    assert read(tmp_path, *fields) == reference


@pytest.mark.parametrize("field", ["author", "title", "journal", "year"])
def test_markup_in_a_reference_is_shown_as_text(field: str, tmp_path: Path) -> None:
    assert "<b>" not in read(tmp_path, f"{field}={{<b>x</b> [y](z) *w*}}")


def test_brackets_in_an_address_do_not_end_the_link(tmp_path: Path) -> None:
    reference = read(tmp_path, "doi=10.1002/(SICI)10(98)17:15<16::AID>3.0.CO;2-2")
    assert reference.count("(") == 2
    assert "%28SICI%29" in reference
    assert "<" not in reference


def fault(folder: Path, note: str) -> str | None:
    """Why a work with this note may not be cited."""
    read(folder, f"note={note}")
    return bibliography.read(folder / "references.bib", folder).fault("lark2019")


@pytest.mark.parametrize("note", ["VERIFIED", "VERIFIED; DOI seen", "VERIFIED-2; press release"])
def test_a_work_whose_finding_was_read_may_be_cited(note: str, tmp_path: Path) -> None:
    assert fault(tmp_path, note) is None


@pytest.mark.parametrize(
    "note", ["PARTLY", "UNVERIFIED", "VERIFIED; but CONTESTED since", "CONTESTED", "VERIFIEDLY", ""]
)
def test_any_other_work_may_not_be_cited(note: str, tmp_path: Path) -> None:
    assert fault(tmp_path, note)


def test_without_the_file_there_are_no_works(tmp_path: Path) -> None:
    assert bibliography.read(tmp_path / "references.bib", tmp_path) == Bibliography({})
