"""The pictures of link previews: drawn from the pages of today, as large as chats expect."""

import struct
from pathlib import Path

import pytest
import yaml

from scripts import cards, icons

CARDS = cards.cards()
LARGEST = 100_000
"""Bytes of a picture."""


def test_there_is_a_card_for_each_page_named_and_no_other() -> None:
    assert set(cards.DRAWN.iterdir()) == set(CARDS)


def test_every_card_and_icon_is_drawn_from_what_there_is_now() -> None:
    noted = yaml.safe_load(cards.ORIGINS.read_text(encoding="utf-8"))
    drawn = CARDS | {path: html for path, (_, html) in icons.icons().items()}
    assert noted == cards.origins(drawn), "run: make cards"


@pytest.mark.parametrize("path", icons.icons(), ids=lambda path: path.stem)
def test_an_icon_is_as_wide_as_it_says(path: Path) -> None:
    width, _ = icons.icons()[path]
    assert size(path.read_bytes()) == (width, width)


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_card_has_the_size_that_a_preview_expects(path: Path) -> None:
    picture = path.read_bytes()
    assert size(picture) == (cards.SIZE["width"], cards.SIZE["height"]) == (1200, 630)
    assert len(picture) <= LARGEST


def test_every_page_has_a_card_that_exists_its_own_or_one_to_borrow() -> None:
    """Without one of its own it borrows that of its part, else the home page's (test_seen.py)."""
    kept = {path.stem for path in cards.DRAWN.iterdir()}

    assert {"home", "self-assessments", "tools"} <= kept


def size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG, as its header has them."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height
