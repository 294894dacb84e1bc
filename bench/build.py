"""How long a build takes: pages with a quiz beside the same words as plain Markdown.

    python -m bench.build [ROUNDS]

One round builds every site once, so that a busy minute falls on all alike. Given are medians of the
processor's time (user and system), for the clock's depends on who else is at work. Book and peers are built
in one environment, by one MkDocs and theme.

"This book's engine" is the engine as its wheel brings it to any site, in the theme as it comes, as the peers
are: nothing is minified on either side. "This book" has all its templates and every step to a site that can be
published, minifying among them, and so has the plain Markdown beside it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import installed
from bench.project import GUIDEBOOK, PEERS, PLAIN, PLAIN_BOOK, QUIZZES, Candidate, lay_out
from bench.site import CACHE
from bench.table import limit, table

MOST = 1.5
"""Times: what 100 pages with a quiz may take in this book over the same words as plain Markdown.

It was 1.3. A question has three times the tags of its words, and every tag is read by the search, the minifier and
twice by the check of the policy; a cache between builds would hide that, and be one more thing to doubt.
"""
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


HEAD = ("100 pages of 10 questions", "s", "from–to", "s over plain", "to plain", "at most", "MiB")


@dataclass
class Build:
    """A site, and what its builds took."""

    candidate: Candidate
    pages: int = 100
    number: int = 10
    seconds: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    """The most memory that each build held, in MiB."""

    @property
    def folder(self) -> Path:
        """Where it lies."""
        name = self.candidate.name.replace(" ", "-").replace(",", "")
        return CACHE / f"build/{name}-{self.pages}-{self.number}"

    @property
    def environment(self) -> dict[str, str]:
        """What the process finds."""
        added = {"PYTHONPATH": str(CACHE / "engine")} if self.candidate.wheel else {}
        return ENVIRONMENT | added

    @property
    def median(self) -> float:
        """Seconds."""
        return median(self.seconds)

    def prepare(self) -> None:
        """Write the project."""
        lay_out(self.folder, self.candidate, self.pages, self.number)

    def run(self) -> None:
        """Build it from nothing, in a process of its own."""
        command = [str(installed.PYTHON), "-m", "mkdocs", "build", "--quiet", "--clean"]
        with (self.folder / "log").open("w+") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env=self.environment, stdout=log, stderr=log
            )
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError((self.folder / "log").read_text())
        self.seconds.append(used.ru_utime + used.ru_stime)
        self.peaks.append(used.ru_maxrss // 1024)


def measure(rounds: int = 3) -> str:
    """The tables."""
    installed.peers()
    installed.engine()
    candidates = (PLAIN, QUIZZES, PLAIN_BOOK, GUIDEBOOK)
    plain, quizzes, in_book, ours = (Build(candidate) for candidate in candidates)
    peers = [Build(candidate) for candidate in PEERS]
    few = Build(GUIDEBOOK, number=20)
    many = Build(GUIDEBOOK, number=20, pages=1000)
    alternated = [plain, quizzes, *peers, in_book, ours, few]
    for build in (*alternated, many):
        build.prepare()
    for _ in range(rounds):
        for build in alternated:
            build.run()
    many.run()
    lightest = min(peer.median for peer in peers) / plain.median
    rows = [
        *_rows([plain, quizzes, *peers], plain, {quizzes.candidate.name: lightest}),
        *_rows([in_book, ours], in_book, {ours.candidate.name: MOST}),
    ]
    growth = [
        (
            f"{one.pages:,} quizzes of {one.number}",
            one.median,
            f"{one.median / few.median:.2f} ×",
            max(one.peaks),
        )
        for one in (few, many)
    ]
    return table(HEAD, rows) + "\n" + table(("this book", "s", "to 100", "MiB"), growth)


def _rows(
    builds: Sequence[Build], base: Build, most: Mapping[str, float]
) -> Iterator[tuple[object, ...]]:
    """`most`: name → times; the engine's is what the lightest peer takes."""
    for one in builds:
        spread = f"{min(one.seconds):.2f}–{max(one.seconds):.2f}"
        times = one.median / base.median
        at_most = most.get(one.candidate.name)
        said = limit(round(times, 2), round(at_most, 2)) if at_most else ""
        over = one.median - base.median
        yield one.candidate.name, one.median, spread, over, f"{times:.2f} ×", said, max(one.peaks)


if __name__ == "__main__":
    print(measure(*map(int, sys.argv[1:])))
