"""CONTRIBUTING.md tells the truth: its slips are reported as it says, and its links lead somewhere."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.book import Book
from guidebook.links import page_of
from tests.project import REPOSITORY

RECIPES = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
SLIPS = yaml.safe_load((REPOSITORY / "tests/recipes.yml").read_text(encoding="utf-8"))
PLACE = re.compile(r":\d+:\d+(?=: )")
"""Lines move when a page grows; what is said stays."""
SHOWN = [PLACE.sub("", line) for line in RECIPES.splitlines() if PLACE.search(line)]
OF_ANOTHER_KIND = 'quizzes/evening.yml: unknown key "thigns"'
"""Shown for a kind of widget that the reader is about to write."""
GUIDES = ("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book's own files, to be broken."""
    for folder in ("docs", "quizzes", "data", "overrides"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder)
    return tmp_path


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["says"])
def test_a_slip_is_reported_as_the_recipe_shows(slip: dict[str, Any], book: Path) -> None:
    for original, name in slip.get("copy", {}).items():
        shutil.copy(book / original, book / name)
    for change in (*slip.get("also", ()), slip):
        make(change, book)

    found = [PLACE.sub("", str(problem)) for problem in Book(book).problems]

    assert found == [line for line in SHOWN if line.startswith(slip["says"])]


def test_every_slip_in_the_recipes_is_tried() -> None:
    tried = tuple(slip["says"] for slip in SLIPS)

    assert [line for line in SHOWN if not line.startswith((*tried, OF_ANOTHER_KIND))] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_leads_only_to_what_is_there(guide: str) -> None:
    text = (REPOSITORY / guide).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|/)([^)\s]+)\)", text)

    assert [link for link in links if not leads_somewhere(link)] == []


def leads_somewhere(link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = REPOSITORY / path
    if not target.exists():
        return False
    return not anchor or anchor in page_of(target.read_text(encoding="utf-8")).headings


def make(change: dict[str, str], book: Path) -> None:
    path = book / change["file"]
    path.parent.mkdir(exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    old, new = change.get("old"), change["new"]
    assert old is None or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
