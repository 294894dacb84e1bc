"""Whether the book can be set up on every kind of machine that is promised: each locked package has a wheel there.

    python -m scripts.platforms

uv works out what pip would install, for machines that are not here; nothing is installed. Needs the network.
"""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).resolve().parent.parent
PROMISED = {
    "Linux (glibc 2.28), x86-64": "x86_64-unknown-linux-gnu",
    "Linux (glibc 2.28), arm64": "aarch64-unknown-linux-gnu",
    "macOS, Apple silicon": "aarch64-apple-darwin",
    "macOS, Intel": "x86_64-apple-darwin",
    "Windows, x64": "x86_64-pc-windows-msvc",
}
"""Kind of machine → its name for uv."""
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
LOCKS = {"the book": "requirements.lock", "the tests": "requirements-test.lock"}
"""What for → what is installed for it."""


@dataclass(frozen=True)
class Answer:
    """What became of one lock on one kind of machine, under one Python."""

    platform: str
    python: str
    lock: str
    fault: str
    """Empty if every package can be installed."""


def ask(platform: str, python: str, lock: Path, *options: str) -> Answer:
    """Whether pip could install a lock there without building anything; `platform` as uv names it."""
    command = [find_uv_bin(), "pip", "install", "--dry-run", "--quiet", "--no-config", *options]
    command += ["--only-binary=:all:", "--require-hashes", f"--requirements={lock}"]
    command += [f"--python-platform={platform}", f"--python-version={python}"]
    with tempfile.TemporaryDirectory() as empty:  # so that what is installed here does not count
        command.append(f"--target={empty}")
        asked = subprocess.run(command, check=False, capture_output=True, text=True)
    return Answer(platform, python, lock.name, asked.stderr.strip() if asked.returncode else "")


def main() -> list[Answer]:
    """Print the table; the answers that break the promise."""
    cases = list(product(PROMISED.values(), PYTHONS, LOCKS.values()))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda case: ask(case[0], case[1], ROOT / case[2]), cases))
    print(table(answers))
    return [answer for answer in answers if answer.fault]


def table(answers: list[Answer]) -> str:
    """A row for each kind of machine, a column for each Python: what can be done there."""
    broken = {(a.platform, a.python, a.lock) for a in answers if a.fault}

    def cell(platform: str, python: str) -> str:
        fine = [what for what, lock in LOCKS.items() if (platform, python, lock) not in broken]
        return " and ".join(fine) or "nothing"

    rows: list[tuple[str, ...]] = [("", *PYTHONS)]
    rows += [(name, *(cell(p, python) for python in PYTHONS)) for name, p in PROMISED.items()]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return "\n".join(lines)


if __name__ == "__main__":
    faults = main()
    for answer in faults:
        print(
            f"\n{answer.lock}, {answer.platform}, Python {answer.python}:\n{answer.fault}",
            file=sys.stderr,
        )
    sys.exit(bool(faults))
