"""make, where there is one, does what `python -m scripts` does."""

import re
import subprocess

from scripts import tasks
from tests.project import REPOSITORY


def test_make_runs_the_same_checks_as_a_system_without_it() -> None:
    recipe = subprocess.run(
        ["make", "--dry-run", "--always-make", "test"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert re.findall(r"-m scripts (\w+)$", recipe, re.MULTILINE) == list(tasks.TEST)
