"""The site as it would be published, built into .cache/site: what MkDocs itself finds wrong."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from guidebook.engine.problem import Place, Problem

SITE = ".cache/site"
_PLACED = re.compile(r"(?P<path>[^\s:]+):(?P<line>\d+):(?P<column>\d+): (?P<message>.+)")
_TOLD = re.compile(r"(?:WARNING|ERROR) +- +(?P<message>.+)")


def faults(root: Path) -> list[Problem]:
    """What stops the build; empty if it went through."""
    # Not --quiet: with that MkDocs counts no warning, so that --strict lets each pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", SITE]
    run = subprocess.run(
        command,
        check=False,
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if run.returncode == 0:
        return []
    said = [*_told(f"{run.stdout}\n{run.stderr}")]
    last = (run.stderr.strip().splitlines() or ["no reason was given"])[-1]
    return said or [Problem("mkdocs.yml", Place(), f"the site cannot be built: {last}")]


def _told(output: str) -> Iterator[Problem]:
    for line in output.splitlines():
        if placed := _PLACED.fullmatch(line.strip()):
            place = Place(int(placed["line"]), int(placed["column"]))
            yield Problem(placed["path"], place, placed["message"])
        elif told := _TOLD.search(line):
            yield Problem("mkdocs.yml", Place(), told["message"])
