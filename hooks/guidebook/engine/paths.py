"""The folders of a project that a contributor writes to: what may lie in them, before anything reads them.

A link to a file elsewhere would be published as if it were ours, and a device never ends. So there are
files and folders, and nothing else; whoever reads the book after that can follow any path below them.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from guidebook.engine.problem import Place, Problem, shown_path

FOLDERS = ("data", "docs", "overrides", "quizzes")
"""What a book is made from."""


def faults(root: Path) -> Iterator[Problem]:
    """Everything below the folders that is neither a file nor a folder. Opens and follows none of it."""
    for name in FOLDERS:
        folder = root / name
        if folder.is_symlink():
            yield _refused(folder, root)
        elif folder.is_dir():
            yield from _within(folder, root)


def files(folder: Path, pattern: str) -> list[Path]:
    """Files only, no links, and none that the system or an editor hides."""
    return sorted(
        path
        for path in folder.glob(pattern)
        if not path.is_symlink()
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _within(folder: Path, root: Path) -> Iterator[Problem]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _within(Path(entry.path), root)
            elif not entry.is_file(follow_symlinks=False):
                yield _refused(Path(entry.path), root)


def _refused(path: Path, root: Path) -> Problem:
    what = "is a link to elsewhere" if path.is_symlink() else "is no file that can be published"
    message = f"this {what}; put the file itself here"
    return Problem(shown_path(path, root), Place(), message)
