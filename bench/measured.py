"""What the figures of results.md are about, as one short hash, so that nobody takes old figures for new ones.

    python -m bench.measured

Of everything that makes a difference to bytes and seconds: code, templates, styles, settings, the versions that
are installed and the bench itself. The words of pages and quizzes are left out: they change daily, and with them
a first visit's bytes a little.
"""

import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHAT = (
    *("hooks/**/*.py", "overrides/**/*", "docs/assets/moon/*", "mkdocs.yml"),
    *(
        "requirements.lock",
        "bench/*.py",
        "bench/peers.lock",
        "bench/*.mjs",
        "bench/package-lock.json",
    ),
)
"""Files, from the root of the project."""
_LINE = "- Of what makes a difference to them (`bench/measured.py`), the hash: {}."


def line(root: Path = ROOT) -> str:
    """What the head of results.md says of it."""
    return _LINE.format(fingerprint(root))


def is_current(results: str, root: Path = ROOT) -> bool:
    """Whether figures are of what is there now."""
    found = re.search(re.escape(_LINE).replace(r"\{\}", "([0-9a-f]{12})"), results)
    return found is not None and found[1] == fingerprint(root)


def fingerprint(root: Path = ROOT) -> str:
    """Twelve digits that stand for the files, their names and their content, and no others."""
    paths = {path for pattern in WHAT for path in root.glob(pattern) if path.is_file()}
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


if __name__ == "__main__":
    if not is_current(Path(__file__).with_name("results.md").read_text(encoding="utf-8")):
        sys.exit(
            "bench/results.md is about another state of the project. On a quiet machine: make bench"
        )
