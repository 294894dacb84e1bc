"""What bench/ measures beside this book and measures with: installed below .cache, locked beside this file."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from bench.site import CACHE

HERE = Path(__file__).resolve().parent
LOCKS = [HERE.parent / "requirements.lock", HERE / "peers.lock"]
PYTHON = CACHE / "peers/bin/python"
"""Builds this book as well as the peers, so that all run the same MkDocs and theme."""
MODULES = CACHE / "npm/node_modules"


def peers() -> None:
    """The peers on PyPI, in an environment that has the book's packages too."""
    _once(CACHE / "peers", LOCKS, _install_peers)


def engine() -> Path:
    """The folder in which the engine's wheel lies unpacked, as an import finds it; made anew."""
    folder = CACHE / "engine"
    shutil.rmtree(folder, ignore_errors=True)
    make = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(make, cwd=HERE.parent / "hooks", check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    shutil.unpack_archive(wheel, folder, "zip")
    return folder


def packages() -> bool:
    """The packages from npm; False, and a word on it, where they cannot be had."""
    if not (shutil.which("npm") and shutil.which("node")):
        print("npm is missing, so Lighthouse and SurveyJS are not measured.", file=sys.stderr)
        return False
    _once(CACHE / "npm", [HERE / "package.json", HERE / "package-lock.json"], _install_packages)
    return True


def _once(folder: Path, locks: list[Path], install: Callable[[Path], None]) -> None:
    stamp = folder / "installed"
    wanted = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing what stands in {locks[-1].name}, once.", file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    install(folder)
    stamp.write_text(wanted)


def _install_peers(folder: Path) -> None:
    venv.create(folder, with_pip=False)
    pip = [_system_python(), "-m", "pip", "--python", str(PYTHON), "--disable-pip-version-check"]
    locks = [f"--requirement={lock}" for lock in LOCKS]
    install = [*pip, "install", "-qq", "--require-hashes", "--only-binary=:all:", *locks]
    subprocess.run(install, check=True)


def _system_python() -> str:
    """The Python that .venv was made with, which has pip; .venv has none."""
    return f"{sys.base_prefix}/bin/python{sys.version_info[0]}.{sys.version_info[1]}"


def _install_packages(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(["npm", "ci", *quiet], cwd=folder, check=True, env={**os.environ})


def peer_versions() -> list[str]:
    """The peers by name and version, as they are locked."""
    lines = (HERE / "peers.in").read_text(encoding="utf-8").splitlines()
    return [line.replace("==", " ") for line in lines if "==" in line and not line.startswith("#")]
