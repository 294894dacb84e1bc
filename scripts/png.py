"""Pictures of few colours in few bytes: a PNG as a browser takes it, with a palette in place of its colours.

And one line of text inside, by which a picture says what it was drawn from.
"""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"Drawn from\0"
"""What stands before that text."""
COLOURS = 64
"""Enough for smooth edges in a drawing; a photograph would need more."""

Colour = tuple[int, ...]


def packed(picture: bytes, origin: str) -> bytes:
    """A picture of 8-bit red, green and blue, in its most common colours, with its origin."""
    header = b"".join(data for name, data in _chunks(picture) if name == b"IHDR")
    width, height, depth, kind, *rest = struct.unpack(">IIBBBBB", header)
    if (depth, kind, *rest) != (8, 2, 0, 0, 0):
        raise ValueError("not a picture in 8-bit red, green and blue, top to bottom")
    rows = list(_rows(picture, width * 3))
    pixels = [[tuple(row[x : x + 3]) for x in range(0, len(row), 3)] for row in rows]
    found = Counter(colour for row in pixels for colour in row)
    palette = [colour for colour, _ in sorted(found.items(), key=lambda c: (-c[1], c[0]))][:COLOURS]
    place = {colour: _nearest(colour, palette) for colour in found}
    indexed = b"".join(b"\0" + bytes(place[colour] for colour in row) for row in pixels)
    return SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in (
            (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            (b"tEXt", KEYWORD + origin.encode("ascii")),
            (b"PLTE", bytes(part for colour in palette for part in colour)),
            (b"IDAT", zlib.compress(indexed, 9)),
            (b"IEND", b""),
        )
    )


def origin(picture: bytes) -> str:
    """What a picture says it was drawn from; empty if nothing."""
    said = (data for name, data in _chunks(picture) if name == b"tEXt")
    return "".join(d.removeprefix(KEYWORD).decode() for d in said if d.startswith(KEYWORD))


def size(picture: bytes) -> tuple[int, int]:
    """Width and height."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(picture):
        length, name = struct.unpack(">I4s", picture[at : at + 8])
        yield name, picture[at + 8 : at + 8 + length]
        at += length + 12


def _rows(picture: bytes, width: int) -> Iterator[bytes]:
    """The bytes of each row, without the filters that PNG puts over them."""
    data = zlib.decompress(b"".join(d for name, d in _chunks(picture) if name == b"IDAT"))
    above = bytes(width)
    for start in range(0, len(data), width + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + width])
        for x in range(width) if kind else ():
            left, corner = (row[x - 3], above[x - 3]) if x > 2 else (0, 0)
            row[x] = (row[x] + _foretold(kind, left, above[x], corner)) & 255
        above = bytes(row)
        yield above


def _foretold(kind: int, left: int, up: int, corner: int) -> int:
    """What a filter expects of a byte, by its neighbours."""
    if kind == 4:
        return min((left, up, corner), key=lambda near: abs(left + up - corner - near))
    return (0, left, up, (left + up) >> 1)[kind]


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    def distance(at: int) -> int:
        return sum((a - b) ** 2 for a, b in zip(colour, palette[at], strict=True))

    return min(range(len(palette)), key=distance)
