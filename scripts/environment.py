"""Install one lock file into the project's private .venv.

Run by the Makefile with the system's own Python, so: standard library only, and nothing
but `pip` asked of that system (Debian leaves out `venv`'s own pip, and forbids its own
to touch system packages; `pip --python` needs neither).
"""

from __future__ import annotations  # so that an old Python gets as far as the word on its age

import fcntl
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "unfinished"
TURN = ROOT / ".cache/environment.turn"
NEEDED = (3, 11)


def main(lock: Path) -> None:
    """Leave .venv holding what the lock names; at once if it does already."""
    if sys.version_info < NEEDED:
        sys.exit(
            f"Python {platform.python_version()} is too old: the guidebook needs 3.11 or newer.\n"
            "Name one that you have, for example: make serve PYTHON=python3.12"
        )
    if Path(sys.prefix) == VENV:  # activated: a Python cannot remake the environment it lives in
        system_python = f"{sys.base_prefix}/bin/python{sys.version_info[0]}.{sys.version_info[1]}"
        os.execv(system_python, [system_python, *sys.argv])  # noqa: S606 (no shell is wanted)
    TURN.parent.mkdir(exist_ok=True)
    with TURN.open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)  # a preview and the tests may be started together
        bring_up_to_date(lock)


def bring_up_to_date(lock: Path) -> None:
    stamp = VENV / f"{lock.stem}.stamp"
    wanted = fingerprint(lock)
    if is_done(stamp, wanted):
        return
    if stamp.exists() or not is_whole():
        remake()
    print(f"Installing {lock.name} into .venv, once; a few seconds to a minute.", flush=True)
    UNFINISHED.touch()
    install(lock)
    stamp.write_text(wanted, encoding="utf-8")
    UNFINISHED.unlink()


def fingerprint(lock: Path) -> str:
    """What must be unchanged for an installed .venv to be used again.

    A virtual environment works only where it was made, and with the Python that made it.
    """
    parts = (
        lock.read_bytes(),
        str(VENV).encode(),
        sys.version.encode(),
        os.path.realpath(sys.executable).encode(),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_done(stamp: Path, wanted: str) -> bool:
    return is_whole() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted


def is_whole() -> bool:
    return PYTHON.exists() and not UNFINISHED.exists()


def remake() -> None:
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", "--without-pip", str(VENV)])


def install(lock: Path) -> None:
    if importlib.util.find_spec("pip") is None:
        sys.exit("pip is missing. On Debian or Ubuntu: apt-get install python3-pip")
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "--disable-pip-version-check"]
    options = ["--quiet", "--require-hashes", "--only-binary=:all:", f"--requirement={lock}"]
    run([*pip, "install", *options])


def run(command: list[str]) -> None:
    """Run a command that explains its own failure."""
    if subprocess.run(command, check=False).returncode:
        sys.exit("That did not work; the reason stands above. The same make command tries again.")


if __name__ == "__main__":
    main(ROOT / sys.argv[1])
