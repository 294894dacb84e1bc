"""A preview looks often, and at nothing that it did not look at before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from guidebook.book.watching import EVERY, look_often


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    for name in ("docs", "theme", "quizzes"):
        (tmp_path / name).mkdir()
    with LiveReloadServer(lambda: None, host="127.0.0.1", port=0, root=str(tmp_path)) as server:
        yield server


def watched(server: LiveReloadServer) -> dict[str, float]:
    """Folder → seconds between two looks."""
    return {Path(e.watch.path).name: e.timeout for e in server.observer.emitters}


def test_what_the_preview_watches_is_watched_more_closely(
    server: LiveReloadServer, tmp_path: Path
) -> None:
    server.watch(str(tmp_path / "docs"))
    assert watched(server)["docs"] > EVERY
    look_often(server, [str(tmp_path / "docs"), str(tmp_path / "theme")])
    assert watched(server) == {"docs": EVERY}


def test_what_it_watches_later_is_watched_as_closely(
    server: LiveReloadServer, tmp_path: Path
) -> None:
    look_often(server, [])
    server.watch(str(tmp_path / "quizzes"))
    assert watched(server) == {"quizzes": EVERY}
