"""What a name of a task stands for, on every system: make runs these, and so does `python -m scripts`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import preview

ROOT = Path(__file__).resolve().parent.parent
PYTHON = "python"
"""In a command: the Python that runs this. Other programs are looked for beside it."""

COMMANDS = {
    "check": [f"{PYTHON} -m scripts.check"],
    "lint": [
        f"{PYTHON} -m ruff check",
        f"{PYTHON} -m ruff format --check",
        f"{PYTHON} -m scripts.locks --check",
    ],
    "types": [
        "deno check --quiet --no-remote --no-npm --no-lock overrides docs",
        f"{PYTHON} -m mypy",
    ],
    "site": [f"{PYTHON} -m mkdocs build --strict --site-dir .cache/site"],
    "pytest": [
        f"{PYTHON} -m scripts.browser",
        f"{PYTHON} -m pytest --smoke tests/browser/smoke.yml --numprocesses=auto --dist=worksteal",
    ],
    "exhaustive": [
        f"{PYTHON} -m scripts.browser",
        f"{PYTHON} -m pytest --exhaustive --numprocesses=auto --dist=worksteal",
    ],
}
"""Task → its commands, in their order; the first that fails ends it."""
TEST = ("check", "lint", "types", "pytest")
"""What a change of code can break, the quickest first; of tests with a browser a part: `exhaustive` has the rest."""
NAMES = ("serve", "test", *COMMANDS)

ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",  # or mkdocs-material prints a page about the future of MkDocs at each start
    "DENO_DIR": ".cache/deno",  # deno keeps what it has checked here,
    "DENO_NO_UPDATE_CHECK": "1",  # and asks nobody for a newer deno
    "PYTHONUTF8": "1",  # text is UTF-8 on Windows too
}

HOW_TO = "the checks need what requirements-test.lock names; CONTRIBUTING.md says how to set it up."


def perform(task: str, *arguments: str) -> int:
    """Do one of `NAMES`; the exit code. `serve` takes an address, and the checks take nothing."""
    os.environ.update(ENVIRONMENT)
    os.chdir(ROOT)
    if task == "serve":
        preview.main(*arguments)
    for name in TEST if task == "test" else (task,):
        for command in COMMANDS[name]:
            print(command, flush=True)
            if code := subprocess.run(words(command), check=False).returncode:
                return code
    return 0


def words(command: str) -> list[str]:
    """A command as a system starts it: programs by their paths, and no * left to a shell."""
    program, *rest = command.split()
    beside = shutil.which(program, path=str(Path(sys.executable).parent))
    found = sys.executable if program == PYTHON else beside
    if not found:
        sys.exit(f"{program} is missing: {HOW_TO}")
    expanded = (sorted(map(str, Path().glob(word))) if "*" in word else [word] for word in rest)
    return [found, *(word for several in expanded for word in several)]
