"""A number of inputs of one kind, one after the other, and what came of them."""

import faulthandler
import random
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.fuzz.book import SECRET, SmallBook
from bench.fuzz.harm import Harm
from bench.fuzz.kinds import KINDS, Made
from bench.fuzz.spoil import pieces
from guidebook.engine.problem import ProblemsFound

LONGEST = 5.0
"""Seconds of work that one input may take."""
HANGS = 60
"""Seconds after which a run ends with the place where it hangs."""


def made(kind: str, seed: int, outside: Path) -> bytes:
    """The same input for the same seed, but for the name of the file outside."""
    rng = random.Random(f"{kind} {seed}")  # noqa: S311 (repeatable, not secret)
    return KINDS[kind].make(rng, pieces(kind, outside))


def run(kind: str, seeds: range) -> tuple[Counter[str], float, list[str]]:
    """How the inputs of these seeds ended, the seconds of the slowest, and a line for each bad end."""
    ends, slowest, bad = Counter[str](), 0.0, []
    with TemporaryDirectory() as folder:
        book = SmallBook(Path(folder))
        for seed in seeds:
            content = made(kind, seed, Path(folder) / "outside.md")
            faulthandler.dump_traceback_later(HANGS, exit=True)
            begun = time.process_time()
            try:
                end, wrong = _end(book, kind, content)
            except Exception as error:  # noqa: BLE001 (that there is none is the promise)
                end, wrong = "traceback", [f"{type(error).__name__}: {error}"]
            took = time.process_time() - begun
            faulthandler.cancel_dump_traceback_later()
            if took > LONGEST:
                wrong.append(f"took {took:.1f} s")
            ends[end] += 1
            slowest = max(slowest, took)
            bad += [f"{kind}, seed {seed}: {each}" for each in wrong]
    return ends, slowest, bad


def _end(book: SmallBook, kind: str, content: bytes) -> tuple[str, list[str]]:
    """Whether it was taken or refused, and what is bad about that."""
    try:
        result = KINDS[kind].give(book, content)
    except ProblemsFound as found:
        result = Made((), tuple(map(str, found.problems)))
    html, said = result.html, result.said
    wrong = [harm for each in html for harm in Harm(each, book.scripts).found]
    wrong += ["what nobody should see is shown" for each in (*html, *said) if SECRET in each]
    wrong += ["a fault has no words" for each in said if not each.strip()]
    return "refused" if said else "taken", wrong
