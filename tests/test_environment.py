"""The private environment: made once, and made anew when it is broken."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
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


@pytest.mark.sample(1)
@pytest.mark.parametrize("spoil", [interrupt, lose_python, move, change_lock])
def test_environment_heals(book: Path, spoil: Callable[[Path], Path]) -> None:
    (book / ".venv/left over").touch()
    spoilt = spoil(book)
    set_up(spoilt)
    assert not (spoilt / ".venv/left over").exists()
    assert set_up(spoilt) == ""


@pytest.mark.sample(0)
def test_environment_can_be_remade_from_within(book: Path) -> None:
    assert set_up(change_lock(book), book / ".venv/bin/python") != ""
    assert set_up(book) == ""


def package(folder: Path) -> Path:
    """A package that does nothing, as an index would serve it."""
    about = "Metadata-Version: 2.1\nName: harmless\nVersion: 1.0\n"
    kind = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    path = folder / "harmless-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("harmless.py", "")
        wheel.writestr("harmless-1.0.dist-info/METADATA", about)
        wheel.writestr("harmless-1.0.dist-info/WHEEL", kind)
        wheel.writestr("harmless-1.0.dist-info/RECORD", "")
    return path


def is_let_in(lock: str, folder: Path) -> bool:
    """Whether a lock's one package ends up where the site's code would import it."""
    (folder / "scripts").mkdir()
    shutil.copy(SCRIPT, folder / "scripts")
    (folder / "site.lock").write_text(f"--no-index\n--find-links {folder.as_uri()}\n{lock}\n")
    command = [str(SYSTEM_PYTHON), "scripts/environment.py", "site.lock"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True)
    imported = [str(folder / ".venv/bin/python"), "-c", "import harmless"]
    there = subprocess.run(imported, check=False, capture_output=True).returncode == 0
    assert there == (done.returncode == 0) == (folder / ".venv/site.stamp").exists()
    return there


@pytest.mark.sample(1)
@pytest.mark.parametrize("kept", [True, False])
def test_a_package_is_let_in_if_it_is_the_one_that_was_locked(tmp_path: Path, kept: bool) -> None:  # noqa: FBT001
    wheel = package(tmp_path)
    locked = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if not kept:
        with zipfile.ZipFile(wheel, "a") as tampered:
            tampered.writestr("more.py", "")

    assert is_let_in(f"harmless==1.0 --hash=sha256:{locked}", tmp_path) is kept


def test_a_package_without_a_hash_is_refused(tmp_path: Path) -> None:
    package(tmp_path)
    assert not is_let_in("harmless==1.0", tmp_path)
