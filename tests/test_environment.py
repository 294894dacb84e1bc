"""The private environment: made once, and made anew when it is broken."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts/environment.py"
SYSTEM_PYTHON = Path(sys.base_prefix, "bin/python3")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder set up by a lock that names no package, so that nothing is fetched."""
    book = tmp_path_factory.mktemp("path") / "a book"
    (book / "scripts").mkdir(parents=True)
    shutil.copy(SCRIPT, book / "scripts")
    (book / "site.lock").write_text("# nothing\n")
    assert set_up(book).startswith("Installing site.lock into .venv")
    return book


def set_up(book: Path, python: Path = SYSTEM_PYTHON) -> str:
    command = [str(python), "scripts/environment.py", "site.lock"]
    return subprocess.run(
        command, cwd=book, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ).stdout


def test_environment_is_left_alone_once_made(book: Path) -> None:
    assert set_up(book) == ""


def interrupt(book: Path) -> Path:
    (book / ".venv/unfinished").touch()
    return book


def lose_python(book: Path) -> Path:
    (book / ".venv/bin/python").unlink()
    return book


def move(book: Path) -> Path:
    return shutil.copytree(book, book.with_name("moved"), symlinks=True)


def change_lock(book: Path) -> Path:
    with (book / "site.lock").open("a") as lock:
        lock.write("# nothing, in other words\n")
    return book


@pytest.mark.parametrize("spoil", [interrupt, lose_python, move, change_lock])
def test_environment_heals(book: Path, spoil: Callable[[Path], Path]) -> None:
    (book / ".venv/left over").touch()
    spoilt = spoil(book)
    set_up(spoilt)
    assert not (spoilt / ".venv/left over").exists()
    assert set_up(spoilt) == ""


def test_environment_can_be_remade_from_within(book: Path) -> None:
    assert set_up(change_lock(book), book / ".venv/bin/python") != ""
    assert set_up(book) == ""
