"""The PDFs of `make paper`: whole, tagged, in letters that anybody may use, and no page for two lines.

Not part of `make test`: they take a minute to set, and ask for Pango; see `make test-paper`.
"""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml

from tests.project import REPOSITORY

FORMS = ("a4", "letter", "a4-large", "letter-large")
CHAPTERS = [
    "Exposing vulnerabilities",
    "Establishing friendships",
    "Hyper-active engagement",
    "Toxic negativity",
]
FEWEST = {"large": 150, "normal": 300}
"""Letters of a page, by its print: with its head and its number, three lines or so."""
OURS = re.compile(r"/[A-Z]{6}\+(Source|system-ui)")
"""The letters of scripts/paper/fonts, by the names that book.css gives them."""
SMALLEST = 14
"""Points. What pictures say stands beside them in words, for their own letters are drawn to another scale."""


@pytest.fixture(scope="module", params=FORMS)
def path(request: pytest.FixtureRequest) -> Path:
    return REPOSITORY / f".cache/paper/the-dark-side-of-linkedin-{request.param}.pdf"


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    with pikepdf.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def texts(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def test_it_is_small_enough_to_send(path: Path) -> None:
    assert path.stat().st_size < 3_000_000


def test_it_says_its_title_and_its_language(book: Any) -> None:
    assert str(book.Root.Lang) == "en"
    assert str(book.docinfo.Title) == "The Dark Side of LinkedIn: A guidebook"
    assert book.Root.ViewerPreferences.DisplayDocTitle
    assert book.Root.MarkInfo.Marked
    with book.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_all_of_it_is_tagged_and_every_picture_is_described(book: Any) -> None:
    tags = [*elements(book.Root.StructTreeRoot)]
    found = {str(tag.S) for tag in tags}
    assert found >= {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Link", "/Figure"}
    assert [tag for tag in tags if tag.S == "/Figure" and not str(tag.get("/Alt", ""))] == []
    assert [tag for tag in tags if tag.S == "/TD" and "/Headers" not in tag.A] == []
    assert all("/StructParents" in page for page in book.pages)


def test_its_letters_are_in_it_and_are_free(book: Any) -> None:
    fonts = {
        font.BaseFont: font
        for page in book.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    assert fonts
    assert [str(name) for name in fonts if not OURS.match(str(name))] == []
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts.values()]
    assert all("/FontFile3" in each or "/FontFile2" in each for each in descriptors)


def test_its_outline_leads_to_every_chapter_each_on_a_right_page(
    book: Any, texts: list[str]
) -> None:
    with book.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert [title for title in titles if title in CHAPTERS] == CHAPTERS
    begun = {
        text.split("\n")[0].strip(): n
        for n, text in enumerate(texts, 1)
        if "One thing in two minutes" in text
    }
    assert len(begun) == len(CHAPTERS)
    assert [title for title, number in begun.items() if number % 2 == 0] == []


def test_the_help_lines_stand_inside_the_back_cover(texts: list[str]) -> None:
    lines = yaml.safe_load((REPOSITORY / "data/help-lines.yml").read_text(encoding="utf-8"))[
        "lines"
    ]
    assert len(texts) % 2 == 0
    last = " ".join(" ".join(texts[-4:-1]).split())
    assert [line["where"] for line in lines if f"{line['where']}." not in last] == []


def test_no_page_is_begun_for_two_lines(path: Path, texts: list[str]) -> None:
    fewest = FEWEST["large" if path.stem.endswith("large") else "normal"]
    few = {n: text for n, text in enumerate(texts, 1) if 0 < len(text) < fewest}
    assert set(few) <= {1, len(texts)}


def test_no_link_leads_where_paper_and_file_cannot(book: Any) -> None:
    actions = [note.A for page in book.pages for note in page.get("/Annots", []) if "/A" in note]
    addresses = {str(action.URI) for action in actions if "/URI" in action}
    assert [a for a in addresses if not a.startswith(("https://", "http://", "tel:"))] == []


def test_in_large_print_nothing_is_small(path: Path) -> None:
    if not path.stem.endswith("large"):
        return
    sizes = {
        round(found.get_font_size() * abs(found.get_matrix().d), 1)
        for page in pypdfium2.PdfDocument(path)
        for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        if "system-ui" not in found.get_font().get_base_name()
    }
    assert min(sizes) >= SMALLEST


def elements(tag: Any) -> Any:
    """Every element of the tree of tags."""
    kids = tag.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)
