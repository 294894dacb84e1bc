"""The pictures of link previews: drawn from the pages of today, as large as chats expect, and small."""

import zlib
from pathlib import Path

import pytest

from guidebook import front_matter
from scripts import cards, png

CARDS = cards.cards()
LARGEST = 30_000
"""Bytes of a picture."""


def test_there_is_a_card_for_each_page_named_and_no_other() -> None:
    assert set(cards.DRAWN.iterdir()) == set(CARDS)


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_card_is_drawn_from_its_page_as_it_is_now(path: Path) -> None:
    assert png.origin(path.read_bytes()) == cards.fingerprint(CARDS[path]), "run: make cards"


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_card_has_the_size_that_a_preview_expects(path: Path) -> None:
    picture = path.read_bytes()
    assert png.size(picture) == (cards.SIZE["width"], cards.SIZE["height"]) == (1200, 630)
    assert len(picture) <= LARGEST


def test_every_chapter_and_every_self_assessment_has_a_card_of_its_own() -> None:
    moons = {page.stem for page in cards.DOCS.glob("*.md") if "moon" in head(page)}
    quizzes = {f"self-assessments-{p.stem}" for p in (cards.DOCS / "self-assessments").glob("*.md")}
    needed = {*moons, *quizzes} - {"self-assessments-index"}

    assert len(needed) >= 8
    assert needed <= {path.stem for path in CARDS}


def head(page: Path) -> str:
    match = front_matter.BLOCK.match(page.read_text(encoding="utf-8"))
    return match[1] if match else ""


@pytest.mark.parametrize("kind", range(5))
def test_a_picture_keeps_its_colours_whichever_way_its_rows_are_filtered(kind: int) -> None:
    rows = [[(10, 20, 30), (200, 100, 50), (10, 20, 30)], [(255, 255, 255), (0, 0, 0), (1, 2, 3)]]
    plain = [bytes(part for colour in row for part in colour) for row in rows]

    packed = png.packed(png_of(plain, kind), "here")

    assert png.origin(packed) == "here"
    assert colours(packed) == rows


def png_of(rows: list[bytes], kind: int) -> bytes:
    """A PNG whose rows went through a filter, as the standard describes it."""
    above = bytes(len(rows[0]))
    data = b""
    for row in rows:
        left, corner = bytes(3) + row, bytes(3) + above
        data += bytes([kind]) + bytes(
            (row[x] - expected(kind, left[x], above[x], corner[x])) % 256 for x in range(len(row))
        )
        above = row
    header = (len(rows[0]) // 3).to_bytes(4) + len(rows).to_bytes(4) + bytes([8, 2, 0, 0, 0])
    return png.SIGNATURE + b"".join(
        len(d).to_bytes(4) + name + d + zlib.crc32(name + d).to_bytes(4)
        for name, d in ((b"IHDR", header), (b"IDAT", zlib.compress(data)), (b"IEND", b""))
    )


def expected(kind: int, left: int, up: int, corner: int) -> int:
    far = [abs(left + up - corner - near) for near in (left, up, corner)]
    paeth = (left, up, corner)[far.index(min(far))]
    return (0, left, up, (left + up) // 2, paeth)[kind]


def colours(picture: bytes) -> list[list[tuple[int, ...]]]:
    """The pixels of a picture with a palette and no filters."""
    parts = dict(png._chunks(picture))
    width, height = png.size(picture)
    data = zlib.decompress(parts[b"IDAT"])
    palette = parts[b"PLTE"]
    return [
        [tuple(palette[3 * at : 3 * at + 3]) for at in data[y * (width + 1) + 1 :][:width]]
        for y in range(height)
    ]
