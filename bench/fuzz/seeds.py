"""Sound files of every kind, from the book itself, and inputs made from them: each maker takes chances and pieces."""

import random
import re
from collections.abc import Callable, Sequence

from bench.fuzz.book import ROOT
from bench.fuzz.spoil import reworded, spoilt, window
from guidebook.book.front_matter import BLOCK

Maker = Callable[[random.Random, Sequence[bytes]], bytes]
HEAD = (
    b"---\ndescription: A page that somebody sent, to see what becomes of it here.\n"
    b"reviewed: 2026-11-22\n---\n"
)
"""Front matter without a fault."""


def _read(folder: str, pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted((ROOT / folder).glob(pattern))]


def _at_home(text: bytes) -> bytes:
    """The book's own page as one of the small book, which has fewer pages, sources and quizzes."""
    text = re.sub(rb"^covers: .*", b"covers: []", text, flags=re.MULTILINE)
    text = re.sub(rb"^moon: .*", b"moon: full", text, flags=re.MULTILINE)
    text = re.sub(rb"@\w+", b"@lark2019", text)
    text = re.sub(rb"\]\(/[^)]*\)", b"](/help.md)", text)
    text = re.sub(rb"(evidence:|covers:) \[.*?\]", rb"\1 []", text)
    text = re.sub(rb"link: /.*", b"link: /help.md", text)
    return re.sub(rb"(/// (?:quiz|quiz-card|technical-note) \|).*", rb"\1 do-birds-wake-me", text)


_PAGES = [_at_home(each) for each in _read("docs", "**/*.md")]
_PAGES += _read("tests/sample/docs", "**/*.md")
HEADS = [found[1].encode() for each in _PAGES if (found := BLOCK.match(each.decode()))]
_WORDS = {p.stem: p.read_bytes() for p in (ROOT / "overrides/widgets/engine/locales").glob("*.yml")}
QUIZZES = [_at_home(q) for q in (*_read("quizzes/examples", "*.yml"), *_read("quizzes", "*.yml"))]


def page(rng: random.Random, pieces: Sequence[bytes]) -> bytes:
    parts = [window(rng, rng.choice(_PAGES)), *rng.choices(pieces, k=rng.randrange(6))]
    rng.shuffle(parts)
    return HEAD + spoilt(rng, [b"".join(parts)], pieces)


def of(sources: Sequence[bytes]) -> Maker:
    return lambda rng, pieces: _yaml(rng, sources, pieces)


def _yaml(rng: random.Random, sources: Sequence[bytes], pieces: Sequence[bytes]) -> bytes:
    """Half of them are YAML still, with other values."""
    spoil = reworded if rng.random() < 0.5 else spoilt
    return spoil(rng, sources, pieces)


def language(rng: random.Random, pieces: Sequence[bytes]) -> bytes:
    own = rng.choice(sorted(_WORDS))
    return own.encode() + b"\n" + _yaml(rng, [_WORDS[own]], pieces)


def bibtex(rng: random.Random, pieces: Sequence[bytes]) -> bytes:
    return spoilt(rng, [window(rng, _WORKS)], pieces)


_WORKS = (ROOT / "data/references.bib").read_bytes()
HELP = _read("data", "help-lines.yml")
