"""Sound text with a few of its bytes cut, doubled, moved, replaced or nested."""

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

import yaml

MOST = 60_000
"""Bytes of one input; a page may have 150,000."""
_PIECES = yaml.safe_load(Path(__file__).with_name("pieces.yml").read_text(encoding="utf-8"))
_PLAIN = ("pages", "sources")
"""Kinds that are no YAML."""
_LINES = (b"> ", b"    ", b"- ", b"\t", b"/// ", b"# ")
_VALUE = re.compile(rb"([ -]*[\w-]+:[ ]+\"?|[ ]*- )([^\"\[{#|>]+?)(\"?[ ]*(?:#.*)?)$")
_TIMES = (2, 30, 700)


def spoilt(rng: random.Random, sources: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """One input. `sources` are sound, `pieces` what may come to stand among them."""
    text = bytearray(rng.choice(sources))
    for _ in range(rng.choice((1, 1, 2, 3, 6))):
        at, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        end = min(end, at + rng.choice((0, 1, 5, 40, 400)))
        cut = bytes(text[at:end])
        text[at:end] = rng.choice((b"", cut + cut, _piece(rng, pieces), _byte(rng)))
        if rng.random() < 0.3:
            where = rng.randrange(len(text) + 1)
            text[where:where] = cut or _piece(rng, pieces)
        if rng.random() < 0.05:
            text = _indented(rng, bytes(text))
    return bytes(text[:MOST])


def reworded(rng: random.Random, sources: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """YAML in which a few values are other words: pieces, in quotes, alone or within what stood there."""
    lines = rng.choice(sources).split(b"\n")
    valued = [n for n, line in enumerate(lines) if _VALUE.match(line)]
    for n in rng.sample(valued, min(len(valued), rng.randint(1, 3))):
        before, value, after = _VALUE.match(lines[n]).groups()  # type: ignore[union-attr]
        at = rng.randrange(len(value) + 1) if rng.random() < 0.8 else 0
        words = value[:at] + _piece(rng, pieces) + (value[at:] if rng.random() < 0.8 else b"")
        lines[n] = before + json.dumps(words.decode("utf-8", "replace")).encode() + after
    return b"\n".join(lines)[:MOST]


def window(rng: random.Random, source: bytes, longest: int = 1500) -> bytes:
    """Some lines of a long text."""
    lines = source.splitlines(keepends=True)
    first = rng.randrange(len(lines)) if lines else 0
    return b"".join(lines[first : first + 40])[:longest]


def pieces(kind: str, outside: Path) -> list[bytes]:
    """What may come to stand in a file of a kind; `outside` is a file that is nobody's business."""
    own = [*_PIECES.get(kind, ()), *_PIECES["markup"], *(() if kind in _PLAIN else _PIECES["yaml"])]
    found = [each if isinstance(each, bytes) else each.encode() for some in own for each in some]
    return [piece.replace(b"OUT", bytes(outside)) for piece in found]


def _piece(rng: random.Random, pieces: Sequence[bytes]) -> bytes:
    few = b"".join(rng.choices(pieces, k=rng.choice((1, 1, 1, 2, 4))))
    return few * rng.choice(_TIMES) if rng.random() < 0.04 else few


def _byte(rng: random.Random) -> bytes:
    return bytes([rng.randrange(256)])


def _indented(rng: random.Random, text: bytes) -> bytearray:
    """Some lines at the end of something deeper: a quotation, a list, code."""
    lines = text.split(b"\n")
    first, last = sorted(rng.randrange(len(lines) + 1) for _ in range(2))
    before = rng.choice(_LINES) * rng.choice((1, 1, 2, 9))
    lines[first:last] = [before + line for line in lines[first:last]]
    return bytearray(b"\n".join(lines))
