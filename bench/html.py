"""What a question adds to a page's HTML over the same words as plain Markdown.

    python -m bench.html

The slope between a page of ten questions and one of twenty, so that what stands once on a page counts for
nothing: the theme, the headings, the result. "Tags" is what is no text: a tool may say a thing twice, as this
book does where it tells why it asks.
"""

import re
from pathlib import Path

from bench import installed
from bench.build import OURS, Build
from bench.project import PEERS, PLAIN, QUIZZES, Tool
from bench.serve import brotlied
from bench.table import table

MOST = 450
"""Bytes of a question over its words."""


def measure() -> str:
    """The table."""
    installed.peers()
    tools = [(PLAIN, OURS), (QUIZZES, OURS), *((peer, installed.PYTHON) for peer in PEERS)]
    slopes = {tool.name: _slope(tool, python) for tool, python in tools}
    plain = slopes[PLAIN.name]
    rows = [
        (name, *(own - words for own, words in zip(slope, plain, strict=True)), MOST)
        for name, slope in slopes.items()
        if slope is not plain
    ]
    head = ("HTML a question adds, bytes", "raw", "tags", "Brotli", "tags at most")
    return table(head, rows)


def _slope(tool: Tool, python: Path) -> tuple[int, ...]:
    sizes: list[tuple[int, int, int]] = []
    for number in (10, 20):
        build = Build(tool, python, pages=1, number=number)
        build.prepare()
        build.run()
        html = (build.folder / "site/check-1/index.html").read_bytes()
        tags = sum(map(len, re.findall(rb"<[^>]*>", html)))
        sizes.append((len(html), tags, len(brotlied(html))))
    return tuple(round((many - few) / 10) for few, many in zip(*sizes, strict=True))


if __name__ == "__main__":
    print(measure())
