"""Give the compiler a hundred thousand spoilt quizzes: each must end in a widget or a list of faults.

    PYTHONPATH=hooks:. .venv/bin/python -m bench.fuzz [INPUTS] [SEED]

Prints a line for each input that ends in anything else, and exits with 1 if there was one. A short
run with other methods is part of the tests (tests/test_fuzz.py).
"""

import faulthandler
import random
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

from guidebook.book import Book
from guidebook.problem import ProblemsFound
from guidebook.quiz.read import KINDS, read_quiz
from guidebook.render import SiteLink

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 60
"""Seconds for one input; a hang ends the run with the place where it hung."""
PIECES = [
    *(
        b'"',
        b"'",
        b"\n",
        b"\t",
        b"  ",
        b": ",
        b"- ",
        b"[",
        b"]",
        b"{",
        b"}",
        b"&a ",
        b"*a",
        b"!!",
        b"|",
    ),
    *(
        b"<script>alert(1)</script>",
        b"javascript:alert(1)",
        b"{{ 7*7 }}",
        b"{% x %}",
        b"-->",
        b"\x00",
    ),
    *(
        b"\xff",
        b"010",
        b".nan",
        b"1e999",
        b"-99999999999",
        b"yes",
        b"null",
        b"[[x](y)](z)",
        b"](/help.md)",
    ),
]


class _Scripts(HTMLParser):
    """Whether the HTML would run anything: an element or attribute that can."""

    found = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        handlers = any(name.startswith("on") or name == "style" for name, _ in attrs)
        addresses = [value or "" for name, value in attrs if name in ("href", "src", "action")]
        unsafe = any(
            ":" in a and not a.startswith(("http:", "https:", "mailto:")) for a in addresses
        )
        self.found = self.found or handlers or unsafe or tag in ("script", "style", "iframe", "img")


def spoilt(seed: int, sources: list[bytes]) -> bytes:
    """A quiz with a few of its bytes cut, doubled, moved or replaced."""
    rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    text = bytearray(rng.choice(sources))
    for _ in range(rng.randint(1, 6)):
        at, end = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        end = min(end, at + rng.choice((1, 5, 40, 400)))
        cut = bytes(text[at:end])
        text[at:end] = rng.choice((b"", cut + cut, rng.choice(PIECES), bytes([rng.randrange(256)])))
        if rng.random() < 0.3:
            where = rng.randrange(len(text) + 1)
            text[where:where] = cut
    return bytes(text)


def judge(seeds: range) -> tuple[Counter[str], list[str]]:
    """How the inputs of these seeds ended, and a line for each bad end."""
    book = Book(ROOT)
    assert book.renderer
    sources = [(ROOT / f"quizzes/examples/{kind}.yml").read_bytes() for kind in KINDS]
    sources += [path.read_bytes() for path in sorted((ROOT / "quizzes").glob("*.yml"))]
    path = ROOT / f".cache/fuzz-{seeds.start}.yml"
    path.parent.mkdir(exist_ok=True)
    ends, bad = Counter[str](), []
    for seed in seeds:
        path.write_bytes(spoilt(seed, sources))
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        try:
            drawn = book.renderer.draw(read_quiz(path, ROOT, book.docs).compiled)
            scripts = _Scripts()
            scripts.feed("".join(p.html if isinstance(p, SiteLink) else p for p in drawn))
            ends["widget"] += 1
            if scripts.found:
                bad.append(f"seed {seed}: the widget could run something")
        except ProblemsFound:
            ends["faults"] += 1
        except Exception as error:  # noqa: BLE001 (that there is none is the promise)
            bad.append(f"seed {seed}: {type(error).__name__}: {error}")
        finally:
            faulthandler.cancel_dump_traceback_later()
    path.unlink()
    return ends, bad


def batches(first: int, inputs: int, size: int = 1000) -> Iterator[range]:
    for start in range(first, first + inputs, size):
        yield range(start, min(start + size, first + inputs))


def main() -> int:
    inputs, seed = (int(n) for n in (sys.argv[1:] + ["100000", "0"][len(sys.argv) - 1 :])[:2])
    ends, bad = Counter[str](), []
    with ProcessPoolExecutor() as pool:
        for more, worse in pool.map(judge, batches(seed, inputs)):
            ends += more
            bad += worse
    counted = f"{ends['widget']} widgets, {ends['faults']} lists of faults, {len(bad)} bad"
    sys.stdout.write("\n".join([*bad, f"{inputs} inputs: {counted}"]) + "\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
