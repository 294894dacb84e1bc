"""How long a writer waits: from saving a quiz to the page that `make serve` shows, in seconds.

    python -m bench.edit

A copy of the whole book is served as `make serve` does it. By the clock, for it is a person who waits.
"""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from bench.build import ENVIRONMENT
from bench.site import CACHE, ROOT, free_port
from bench.table import limit, table

QUIZ = "who-runs-my-day"
STEM = "An alert gave me a jolt."
EDITS = 7
TIMEOUT = 60
"""Seconds."""


def measure() -> str:
    """The table."""
    folder = CACHE / "edit"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("docs", "quizzes", "overrides", "data", "hooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    quiz = folder / f"quizzes/{QUIZ}.yml"
    text = quiz.read_text(encoding="utf-8")
    waits = []
    with _served(folder) as address:
        page = f"{address}self-assessments/{QUIZ}/"
        _wait_for(page, STEM)
        for n in range(EDITS):
            said = f"An alert gave me jolt number {n}."
            begin = time.monotonic()
            quiz.write_text(text.replace(STEM, said), encoding="utf-8")
            _wait_for(page, said)
            waits.append(time.monotonic() - begin)
            time.sleep(0.5)
    row = (f"a quiz saved, {EDITS} times", median(waits), max(waits), limit(median(waits), 1.0))
    return table(("from an edit to the page", "median s", "longest", "median at most"), [row])


@contextmanager
def _served(folder: os.PathLike[str]) -> Iterator[str]:
    address = f"127.0.0.1:{free_port()}"
    serve = ["mkdocs", "serve", "--quiet", "--no-strict", "--dev-addr", address]
    with subprocess.Popen(
        [sys.executable, "-m", *serve], cwd=folder, env=ENVIRONMENT, stderr=subprocess.DEVNULL
    ) as server:
        try:
            yield f"http://{address}/"
        finally:
            server.terminate()


def _wait_for(page: str, words: str) -> None:
    until = time.monotonic() + TIMEOUT
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(page, timeout=TIMEOUT) as answer:  # noqa: S310 (this machine's own)
                if words in answer.read().decode():
                    return
        except OSError:
            pass  # not yet there
        time.sleep(0.02)
    raise RuntimeError(f"{page} never said {words!r}")


if __name__ == "__main__":
    print(measure())
