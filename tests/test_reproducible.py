"""The same book is the same site, byte for byte, by whatever disk it is built.

That it is so in another folder, and whatever the order of what has none, is in test_build.py.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from tests.project import Project, build


def files(site: Path) -> dict[str, bytes]:
    paths = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return files(build(tmp_path_factory.mktemp("first"), {}))


def test_the_order_in_which_a_disk_lists_files_does_not_matter(
    first: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Project(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", Backwards)
        again = project.build()
        listed = [path.name for path in (tmp_path / "docs").glob("*")]

    assert listed == [path.name for path in (tmp_path / "docs").glob("*")][::-1]
    assert files(again).keys() == first.keys()
    assert [name for name, made in files(again).items() if made != first[name]] == []


class Backwards(AbstractContextManager["Backwards"]):
    """A folder as another disk might list it."""

    scandir = staticmethod(os.scandir)

    def __init__(self, *folder: Any) -> None:
        with self.scandir(*folder) as entries:
            self.entries = iter(list(entries)[::-1])

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return self.entries

    def __next__(self) -> os.DirEntry[str]:
        return next(self.entries)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is open."""

    def close(self) -> None:
        """Nothing is open."""
