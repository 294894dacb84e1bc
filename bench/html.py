"""What a question adds to a page's HTML over the same words as plain Markdown.

    python -m bench.html

The slope between a page of ten questions and one of twenty, so that what stands once on a page counts for
nothing: the theme, the headings, the result. "Tags" is what is no text: a tool may say a thing twice, as this
book does where it tells why it asks. No page here is made small, ours no more than the peers'.
"""

import re

from bench import installed
from bench.build import Build
from bench.project import PEERS, PLAIN, QUIZZES, Candidate
from bench.serve import brotlied
from bench.table import limit, table

MOST = 450
"""Bytes of a question over its words."""


def measure() -> str:
    """The table."""
    installed.peers()
    installed.engine()
    slopes = {candidate.name: _slope(candidate) for candidate in (PLAIN, QUIZZES, *PEERS)}
    plain = slopes[PLAIN.name]
    rows = [
        _row(name, [own - words for own, words in zip(slope, plain, strict=True)])
        for name, slope in slopes.items()
        if slope is not plain
    ]
    head = ("HTML a question adds, bytes", "raw", "tags", "Brotli", "tags at most")
    return table(head, rows)


def _row(name: str, sizes: list[int]) -> tuple[object, ...]:
    return (name, *sizes, limit(sizes[1], MOST))


def _slope(candidate: Candidate) -> tuple[int, ...]:
    sizes: list[tuple[int, int, int]] = []
    for number in (10, 20):
        build = Build(candidate, pages=1, number=number)
        build.prepare()
        build.run()
        html = (build.folder / "site/check-1/index.html").read_bytes()
        tags = sum(map(len, re.findall(rb"<[^>]*>", html)))
        sizes.append((len(html), tags, len(brotlied(html))))
    return tuple(round((many - few) / 10) for few, many in zip(*sizes, strict=True))


if __name__ == "__main__":
    print(measure())
