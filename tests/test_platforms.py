"""What cannot be installed on a kind of machine is found out on any other."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from scripts import platforms

LINUX, APPLE = "x86_64-unknown-linux-gnu", "aarch64-apple-darwin"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock of one package that has a wheel for one kind of machine, in this folder."""
    tag = "py3-none-manylinux_2_17_x86_64"
    wheel = tmp_path / f"harmless-1.0-{tag}.whl"
    files = {
        "harmless.py": "",
        "harmless-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: harmless\nVersion: 1.0\n",
        "harmless-1.0.dist-info/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tag}\n",
        "harmless-1.0.dist-info/RECORD": "",
    }
    with zipfile.ZipFile(wheel, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    path = tmp_path / "site.lock"
    path.write_text(f"harmless==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    return path


def fault(lock: Path, platform: str) -> str:
    here = ("--no-index", f"--find-links={lock.parent}", "--offline")
    return platforms.ask(platform, "3.11", lock, *here).fault


def test_a_package_without_a_wheel_for_a_machine_is_named(lock: Path) -> None:
    assert fault(lock, LINUX) == ""
    assert "harmless" in fault(lock, APPLE)


def test_what_only_some_machines_are_asked_to_have_is_no_fault_elsewhere(lock: Path) -> None:
    locked = lock.read_text(encoding="utf-8")
    marked = locked.replace(" --hash", " ; platform_machine == 'x86_64' --hash")
    lock.write_text(marked, encoding="utf-8")
    assert fault(lock, APPLE) == ""


def test_the_table_says_what_can_be_done_where() -> None:
    answers = [
        platforms.Answer(platform, python, lock, "no wheel" if platform == APPLE else "")
        for platform in platforms.PROMISED.values()
        for python in platforms.PYTHONS
        for lock in platforms.LOCKS.values()
        if platform != APPLE or lock == "requirements-test.lock"
    ]
    rows = {line.split(" | ")[0]: line for line in platforms.table(answers).splitlines()}
    assert rows["| macOS, Apple silicon"].count("the book |") == len(platforms.PYTHONS)
    assert rows["| macOS, Intel"].count("the book and the tests") == len(platforms.PYTHONS)
