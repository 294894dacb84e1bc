"""Give the build a hundred thousand spoilt files: each must end in harmless HTML or a list of faults, and soon.

    PYTHONPATH=hooks:. .venv/bin/python -m bench.fuzz [INPUTS] [SEED] [KIND …]

Kinds: quizzes, heads (front matter), pages (Markdown), help-lines, words (of a language), sources; each
gets its share. Without a kind, all of them.

Prints a line for each input that ends in anything else, and exits with 1 if there was one. A short run is
part of the tests (tests/test_spoilt.py).
"""

import logging
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bench.fuzz.kinds import KINDS
from bench.fuzz.run import run

SIZE = 1000
"""Inputs for which one small book serves."""


def batches(kinds: list[str], first: int, inputs: int) -> Iterator[tuple[str, range]]:
    each = inputs // len(kinds)
    for kind in kinds:
        for start in range(first, first + each, SIZE):
            yield kind, range(start, min(start + SIZE, first + each))


def main() -> int:
    inputs, seed, *kinds = [*sys.argv[1:], "100000", "0"][: max(len(sys.argv) - 1, 2)]
    work = [*batches(kinds or [*KINDS], int(seed), int(inputs))]
    ends: dict[str, Counter[str]] = {}
    slowest: dict[str, float] = {}
    bad = 0
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=logging.disable) as pool:
        # Not forked: the minifier is written in Go, and its threads would stay behind.
        results = pool.map(run, *zip(*work, strict=True))
        for (kind, _), (more, took, wrong) in zip(work, results, strict=True):
            ends.setdefault(kind, Counter()).update(more)
            slowest[kind] = max(slowest.get(kind, 0), took)
            bad += len(wrong)
            for line in wrong:
                print(line, flush=True)
    for kind, counted in ends.items():
        said = ", ".join(f"{number} {end}" for end, number in sorted(counted.items()))
        print(
            f"{kind}: {counted.total()} inputs from seed {seed}: {said}; the slowest took {slowest[kind]:.2f} s"
        )
    print(f"{bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
