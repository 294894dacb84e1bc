"""A site of somebody else, with the engine's wheel and nothing else of this repository."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.project import REPOSITORY

SITE = REPOSITORY / "tests/stock-site"


def wheel(folder: Path) -> Path:
    """The engine as it is installed, built from this repository."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=REPOSITORY / "hooks",
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as packed:
        packed.extractall(folder / "installed")
    return folder / "installed"


class Elsewhere:
    """The site in a folder of its own."""

    def __init__(self, folder: Path, installed: Path) -> None:
        self.root = shutil.copytree(SITE, folder / "site-of-somebody")
        self.installed = installed

    @property
    def site(self) -> Path:
        return self.root / "site"

    def build(self) -> subprocess.CompletedProcess[str]:
        """Run MkDocs as a person does, with the wheel in the place of this repository."""
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict"],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.installed)},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def page(self, path: str) -> str:
        """The HTML of a built page."""
        return (self.site / path / "index.html").read_text(encoding="utf-8")
