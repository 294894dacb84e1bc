"""Write uv.lock and the requirements files that pip installs from it, or check that they agree.

`--check` changes nothing; any other arguments go to `uv lock`, such as `--upgrade`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from uv import find_uv_bin

ROOT = Path(__file__).resolve().parent.parent
UV = find_uv_bin()

EXPORTS = {
    "requirements.lock": ["--no-default-groups"],
    "requirements-test.lock": ["--group", "test"],
    "requirements-engines.lock": ["--only-group", "engines"],
    "requirements-paper.lock": ["--only-group", "paper"],
    "requirements-bench.lock": ["--only-group", "bench"],
}
"""File → what it holds, in the words of `uv export`."""

PEERS = ("bench/peers.in", "bench/peers.lock")
"""What `make bench` measures beside this book, and its lock: in one environment with requirements.lock."""

HEADER = "# Written by `make lock`, from uv.lock. Every file that pip fetches must have one of these hashes.\n"

_PINNED = re.compile(r"^([\w.-]+)==([^ ]+)", re.MULTILINE)


def write(arguments: list[str]) -> None:
    """Bring every lock up to date with pyproject.toml."""
    uv("lock", *arguments)
    for name, groups in EXPORTS.items():
        (ROOT / name).write_text(exported(groups), encoding="utf-8", newline="\n")
    wanted, lock = PEERS
    fixed = [*("--constraint", "requirements.lock"), *("--python-version", "3.11"), "--universal"]
    told = ["--generate-hashes", "--no-header", "--no-annotate", "--upgrade"]
    peers = uv("pip", "compile", wanted, *fixed, *told)
    (ROOT / lock).write_text(peers, encoding="utf-8", newline="\n")


def check() -> list[str]:
    """The locks that `make lock` would change. Asks nothing of the network."""
    stale = [
        name
        for name, groups in EXPORTS.items()
        if exported(groups) != (ROOT / name).read_text(encoding="utf-8")
    ]
    if not peers_agree():
        stale.append(PEERS[1])
    return stale if uv_agrees() else ["uv.lock", *stale]


def exported(groups: list[str]) -> str:
    """The text of a requirements file as pip 23.0, Debian 12's, can read it."""
    return HEADER + uv("export", "--frozen", "--no-header", "--format=requirements.txt", *groups)


def peers_agree() -> bool:
    """Whether pip can install the peers beside the book: of what both need, they lock the same version."""
    book, peers = (pinned(ROOT / name) for name in ("requirements.lock", PEERS[1]))
    return all(peers[name] == book[name] for name in peers.keys() & book.keys())


def pinned(lock: Path) -> dict[str, list[str]]:
    """Package → its versions; several where they depend on the Python."""
    found: dict[str, list[str]] = {}
    for name, version in _PINNED.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(name, []).append(version)
    return found


def uv_agrees() -> bool:
    try:
        uv("lock", "--check", "--offline")
    except subprocess.CalledProcessError:
        return False
    return True


def uv(*arguments: str) -> str:
    """Run uv as on a machine with no settings of its own, so that everybody gets the same lock."""
    settings = ("UV_", "PIP_")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(settings)
    }
    command = [UV, *arguments, "--no-config", "--quiet"]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


if __name__ == "__main__":
    if sys.argv[1:] != ["--check"]:
        write(sys.argv[1:])
    elif stale := check():
        sys.exit(f"Out of date: {', '.join(stale)}. Run: make lock")
