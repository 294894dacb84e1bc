"""How long a build takes: pages with a quiz beside the same words as plain Markdown.

    python -m bench.build [ROUNDS]

One round builds every site once, so that a busy minute falls on all alike. Given are medians of the
processor's time (user and system), for the clock's depends on who else is at work.

"This book's quizzes" are the quizzes alone, in the theme as it comes, as the peers are; "this book" has all
its templates and every step to a site that can be published, and so has the plain Markdown beside it. The
last three stand beside plain Markdown in their own environment.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import installed
from bench.project import GUIDEBOOK, PEERS, PLAIN, PLAIN_BOOK, QUIZZES, Tool, lay_out
from bench.site import CACHE
from bench.table import table

OURS = Path(sys.executable)
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


@dataclass
class Build:
    """A site, and what its builds took."""

    tool: Tool
    python: Path = OURS
    pages: int = 100
    number: int = 10
    seconds: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    """The most memory that each build held, in MiB."""

    @property
    def folder(self) -> Path:
        """Where it lies."""
        name = self.tool.name.replace(" ", "-").replace(",", "")
        venv = "ours" if self.python is OURS else "peers"
        return CACHE / f"build/{venv}-{name}-{self.pages}-{self.number}"

    @property
    def median(self) -> float:
        """Seconds."""
        return median(self.seconds)

    def prepare(self) -> None:
        """Write the project."""
        lay_out(self.folder, self.tool, self.pages, self.number)

    def run(self) -> None:
        """Build it from nothing, in a process of its own."""
        command = [str(self.python), "-m", "mkdocs", "build", "--quiet", "--clean"]
        with (self.folder / "log").open("w+") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env=ENVIRONMENT, stdout=log, stderr=log
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
    tools = (PLAIN, QUIZZES, PLAIN_BOOK, GUIDEBOOK)
    plain, quizzes, in_book, ours = (Build(tool) for tool in tools)
    their_plain = Build(PLAIN, installed.PYTHON)
    peers = [Build(tool, installed.PYTHON) for tool in PEERS]
    few = Build(GUIDEBOOK, number=20)
    many = Build(GUIDEBOOK, number=20, pages=1000)
    alternated = [plain, quizzes, in_book, ours, their_plain, *peers, few]
    for build in (*alternated, many):
        build.prepare()
    for _ in range(rounds):
        for build in alternated:
            build.run()
    many.run()
    rows = [
        *_rows([plain, quizzes], plain),
        *_rows([in_book, ours], in_book),
        *_rows([their_plain, *peers], their_plain),
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
    return (
        table(("100 pages of 10 questions", "s", "from–to", "to plain", "MiB"), rows)
        + "\n"
        + table(("this book", "s", "to 100", "MiB"), growth)
    )


def _rows(builds: Sequence[Build], base: Build) -> Iterator[tuple[object, ...]]:
    for one in builds:
        spread = f"{min(one.seconds):.2f}–{max(one.seconds):.2f}"
        yield one.tool.name, one.median, spread, f"{one.median / base.median:.2f} ×", max(one.peaks)


if __name__ == "__main__":
    print(measure(*map(int, sys.argv[1:])))
