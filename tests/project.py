"""A small project in a folder of its own: `tests/sample`, changed by a test and built as the book is."""

import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from guidebook.book.book import Book
from guidebook.engine.templates import MEMORY

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = Path(__file__).resolve().parent / "sample"
QUIZ = "quizzes/do-birds-wake-me.yml"
"""The sample's quiz."""
CHAPTER = "docs/chapters/birds.md"
"""The sample's page with a quiz."""

vars(MEMORY)["get_cache_key"] = lambda name, file=None: (file or name).rpartition("/overrides/")[2]
"""Each small project has the same templates in a folder of its own: a run compiles them once."""

Files = Mapping[str, str | bytes]
"""Path from the project's folder → content."""


def build(folder: Path, files: Files) -> Path:
    """The site built, strictly, from the sample with some files replaced or added."""
    return Project(folder, files).build()


def front_matter(**more: str) -> str:
    """The head of a sound page; `more` adds lines to it."""
    lines = {
        "description": "A page that a test has written, to see what becomes of it.",
        "reviewed": "2026-11-22",
    }
    return "\n".join(
        ["---", *(f"{key}: {value}" for key, value in {**lines, **more}.items()), "---", ""]
    )


class Project:
    """The sample, copied into `folder`, with the repository's own hook, widgets and settings."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self.root = folder
        self.write({**_sample(), "mkdocs.yml": _settings(), **(files or {})})

    @classmethod
    def at(cls, folder: Path) -> "Project":
        """The one that is there already."""
        project = cls.__new__(cls)
        project.root = folder
        return project

    @property
    def site(self) -> Path:
        return self.root / "site"

    def write(self, files: Files) -> None:
        """Replace or add files."""
        for folder in {(self.root / name).parent for name in files}:
            folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (self.root / name).write_bytes(
                content if isinstance(content, bytes) else content.encode()
            )

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a passage that stands once in a file."""
        text = (self.root / name).read_bytes().decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write({name: text.replace(old, new)})

    def remove(self, name: str) -> None:
        (self.root / name).unlink()

    def book(self, language: str = "en") -> Book:
        """The project, read but not built."""
        return Book(self.root, language)

    def problems(self, language: str = "en") -> list[str]:
        """What an author would be told, a line each."""
        return [str(problem) for problem in self.book(language).problems]

    def build(self, *, command: Literal["build", "serve"] = "build") -> Path:
        """Build in this process, as `mkdocs build --strict` or the first build of `mkdocs serve` does."""
        config = load_config(str(self.root / "mkdocs.yml"))
        config.plugins.on_startup(command=command, dirty=False)
        mkdocs_build(config)
        return self.site

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs` as a person does, for its exit code and what it prints."""
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def page(self, path: str) -> str:
        """The HTML of a built page: `""` is the home page, `"chapters/birds"` the chapter."""
        return (self.site / path / "index.html").read_text(encoding="utf-8")


@cache
def _sample() -> Files:
    """What every small project begins with; read once, for there are hundreds of them."""
    folders = {"": SAMPLE, "overrides/": REPOSITORY / "overrides"}
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for prefix, folder in folders.items()
        for path in folder.rglob("*")
        if path.is_file()
    }


@cache
def _settings() -> str:
    """The book's own settings, without its list of pages and what only those need."""
    own = {
        "INHERIT": str(REPOSITORY / "mkdocs.yml"),
        "site_name": "A small book",
        "nav": None,
        "hooks": [str(REPOSITORY / "hooks/build.py")],
        "watch": [],
        "extra_css": [],
    }
    return yaml.safe_dump(own)
