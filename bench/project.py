"""A site of generated pages, to be built by MkDocs with one tool or another."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench import work
from bench.site import ROOT
from bench.work import Question

THEME: Mapping[str, object] = {"name": "material", "font": False}
LEAST: Mapping[str, object] = {
    "site_name": "Bench",
    "theme": THEME,
    "plugins": ["search"],
    "nav": ["index.md"],
    "markdown_extensions": ["admonition", "attr_list", "md_in_html", "pymdownx.superfences"],
}
"""For every tool alike: what the peers' readmes ask for, and a menu that does not grow with the pages."""
BOOK: Mapping[str, object] = {
    **LEAST,
    "theme": {**THEME, "language": "en", "custom_dir": "overrides"},
    "markdown_extensions": ["attr_list", "footnotes", "pymdownx.superfences"],
    "extra_javascript": [{"path": "widgets/loader.mjs", "type": "module"}],
    "hooks": [str(ROOT / "hooks/build.py")],
}
"""The same with this book's hook and templates."""


@dataclass(frozen=True)
class Candidate:
    """One way to put questions on a page."""

    name: str
    write: Callable[[int, list[Question]], str]
    settings: Mapping[str, object]
    quizzes: bool = False
    """Whether the questions stand in files of their own."""
    wheel: bool = False
    """Whether it comes as the wheel that `make wheel` makes."""


PLAIN = Candidate("plain Markdown", work.plain, LEAST)
PLAIN_BOOK = Candidate("plain Markdown, in this book", work.plain, BOOK)
ENGINE: Mapping[str, object] = {**LEAST, "plugins": ["search", "self-assessments"]}
"""The same with the engine as a plugin, as a peer would be added: no pages, policy or worker of this book's."""
QUIZZES = Candidate("this book's engine", work.guidebook, ENGINE, quizzes=True, wheel=True)
GUIDEBOOK = Candidate("this book", work.guidebook, BOOK, quizzes=True)


def _peer(name: str, write: Callable[[int, list[Question]], str], plugin: str) -> Candidate:
    return Candidate(name, write, {**LEAST, "plugins": ["search", plugin]})


PEERS = (
    _peer("mkdocs-quiz", work.mkdocs_quiz, "mkdocs_quiz"),
    _peer("mkdocs-superquiz", work.superquiz, "superquiz"),
    _peer("mkdocs-mcq", work.mcq, "mcq"),
)


def lay_out(folder: Path, candidate: Candidate, pages: int, number: int = 10) -> None:
    """Write the whole project of a tool."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    settings = json.dumps(candidate.settings, default=dict)  # which is YAML
    (folder / "mkdocs.yml").write_text(settings)
    (docs / "index.md").write_text("# Start\n\nA page without a quiz.\n")
    for other in ("help.md", "about/limits.md"):  # the words of this book's widgets lead there
        (docs / other).parent.mkdir(exist_ok=True)
        (docs / other).write_text("# A page\n\nAnother page without a quiz.\n")
    if candidate.settings is BOOK:
        shutil.copytree(ROOT / "overrides", folder / "overrides")
    for page in range(1, pages + 1):
        asked = work.questions(page, number)
        (docs / f"check-{page}.md").write_text(candidate.write(page, asked))
        if candidate.quizzes:
            (folder / "quizzes").mkdir(exist_ok=True)
            (folder / f"quizzes/check-{page}.yml").write_text(work.quiz(page, asked))
