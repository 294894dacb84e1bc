"""Small sites, for what the book itself does not hold."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from guidebook.book.book import Book
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.serve import Site, serving
from tests.project import REPOSITORY, Files, Project, front_matter

EVERY_FEATURE = (Path(__file__).parent / "quizzes/every-feature.yml").read_text(encoding="utf-8")


def page(*lines: str) -> str:
    """A page's Markdown, its front matter in place."""
    return f"{front_matter()}\n" + "\n\n".join(lines) + "\n"


def quiz_block(name: str) -> str:
    """The mark that asks for a quiz."""
    return f"/// quiz | {name}\n///"


def small_project(folder: Path, files: Files | None = None) -> Project:
    """The tests' sample with these files, and with what the theme shows."""
    project = Project(folder, files)
    shutil.copytree(REPOSITORY / "docs/assets", folder / "docs/assets")
    return project


@contextmanager
def small_site(
    folder: Path, files: Files, settings: Mapping[str, Any] | None = None
) -> Iterator[Site]:
    """A site of these files, built for the address it is served at."""
    project = small_project(folder, files)
    with serving(project.site) as site:
        own = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
        look = {"site_url": site.address, "extra_css": ["styles/guidebook.css"]}
        project.write({"mkdocs.yml": yaml.safe_dump({**own, **look, **(settings or {})})})
        project.build()
        yield site


def quiz_of(site: Site, name: str) -> ScalesQuiz:
    """One of a small site's quizzes, as the compiler sees it."""
    quiz = Book(site.folder.parent).quizzes[name].compiled
    assert isinstance(quiz, ScalesQuiz)
    return quiz
