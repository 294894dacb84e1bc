"""Whatever a browser has stored or a file brings back, a sound record comes out of it, and soon."""

import subprocess
import sys
from pathlib import Path

from tests.project import REPOSITORY

INPUTS = "2000"
DENO = Path(sys.executable).parent / "deno"


def test_no_spoilt_record_of_thousands_comes_out_unsound() -> None:
    command = [str(DENO), "run", "--quiet", "--no-remote", "--no-npm", "--no-lock"]

    run = subprocess.run(
        [*command, str(REPOSITORY / "bench/fuzz_records.mjs"), INPUTS, "0"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith(f"{INPUTS} records")
