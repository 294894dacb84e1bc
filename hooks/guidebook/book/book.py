"""The front door: reads a whole project folder into what its pages need, with every problem found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from guidebook.book import (
    bibliography,
    diagrams,
    example_form,
    help_lines,
    ideas,
    page_keys,
    pages,
    quiz_names,
    statics,
    validation,
    whole_book,
)
from guidebook.book.bibliography import Bibliography
from guidebook.book.blocks import BLOCKS
from guidebook.book.extension import GuidebookExtension
from guidebook.book.technical_note import TechnicalNote
from guidebook.engine import addresses, links, paths, reference, standalone
from guidebook.engine.kinds import KINDS
from guidebook.engine.languages import Languages, Rooms
from guidebook.engine.problem import Problem, ProblemsFound
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.quizzes import Quizzes, homes
from guidebook.engine.render import Renderer

Result = TypeVar("Result")

PAGES = {
    "results": "my-results.md",
    "copy": "about/privacy.md#a-copy-of-the-book-on-your-device",
}
"""Where widgets lead besides what authors write."""

ROOMS = ("engine", "book", "publishing")
"""Folders of templates and words; what a later one says goes before what an earlier one does."""


class Book:
    """A project folder, read.

    Reading never raises for what an author wrote: `problems` holds every fault, and what is sound
    can be shown all the same.
    """

    def __init__(self, root: Path, language: str = "en", repository: str = "") -> None:
        self.root = root
        self.repository = repository
        self._problems = [*paths.faults(root), *statics.faults(root)]
        hosts = self._try(lambda: addresses.read(root / addresses.FILE, root))
        self.docs = replace(links.scan(root / "docs"), hosts=hosts)
        self.languages = Languages(
            Rooms([root / "overrides/widgets" / room for room in ROOMS]),
            language,
            self.docs,
            root,
            PAGES,
        )
        self._problems += self.languages.problems
        works = self._try(lambda: bibliography.read(root / "data/references.bib", root, hosts))
        self.works = works or Bibliography({}, unread=True)
        self.ideas = self._try(lambda: ideas.read(root / "data/article-map.yml", root)) or {}
        self.help_lines = self._try(
            lambda: help_lines.read(root / "data/help-lines.yml", root, self.docs)
        )
        self.validation = self._try(
            lambda: validation.read(root / "data/validation.yml", root, self.docs, self.works)
        )
        self.diagrams, faults = self._try(lambda: diagrams.read(root)) or ({}, [])
        self._problems += faults
        self._quizzes = Quizzes(root / "quizzes", root, self.docs, self.languages)
        self.quizzes: dict[str, QuizFile] = self._quizzes.valid
        self.broken: dict[str, tuple[Problem, ...]] = self._quizzes.broken
        self._problems += self._quizzes.problems
        self._problems += quiz_names.faults(self.quizzes.values(), self.ideas, self.works)
        self.examples, faults = reference.read(root / "quizzes/examples", root)
        self._problems += faults
        self.known = self._known()
        self.pages = tuple(
            pages.read(path, root, self.known) for path in paths.files(root / "docs", "**/*.md")
        )
        self.renderer = self.languages.renderer()
        self.drawn = self._quizzes.drawn
        self.homes = homes((page.path.removeprefix("docs/"), page.quizzes) for page in self.pages)
        self._problems += (
            problem
            for page in self.pages
            for name, problem in page.cards
            if name in self._quizzes.names and name not in self.homes
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with any file, in the order of the files."""
        of_pages = (problem for page in self.pages for problem in page.problems)
        return tuple(sorted({*self._problems, *of_pages, *self.languages.unsaid()}))

    @property
    def notices(self) -> list[Problem]:
        """What works, and is written in another way now."""
        return self._quizzes.notices

    @property
    def cited(self) -> set[str]:
        """The keys of every work that a page or a quiz item rests on."""
        by_quizzes = {key for _, _, key in quiz_names.named(self.quizzes.values(), "evidence")}
        by_notes = {self.validation.source} if self.validation else set()
        return {key for page in self.pages for key in page.cited} | by_quizzes | by_notes

    @property
    def covered(self) -> set[str]:
        """The ids of every idea that a page or a quiz item tells."""
        by_quizzes = {idea for _, _, idea in quiz_names.named(self.quizzes.values(), "covers")}
        return {idea for page in self.pages for idea in page.covers} | by_quizzes

    def agreed(self, path: str) -> tuple[str, ...]:
        """First names of people who agreed to be named on a page."""
        return next((page.agreed for page in self.pages if page.path == path), ())

    def extension(self, rules: Callable[[], str] = str) -> GuidebookExtension:
        """What Python-Markdown needs to draw the book's blocks and marks; `rules` tells its house rules."""

        def here() -> Renderer | None:
            """Draws in the language of the page that is converted."""
            return self.languages.renderer(self._language(extension.page))

        collaborators = {
            "quizzes": self.drawn,
            "diagrams": self.diagrams,
            "help-lines": lambda: self.help_lines.markdown if self.help_lines else "",
            "sources": lambda: self.works.listed(self.cited),
            "technical-note": self._technical_note,
            "validation": lambda: self.validation.markdown if self.validation else "",
            "house-rules": rules,
            "page-keys": page_keys.page_keys,
            "quiz-reference": lambda kind: reference.reference(kind, self.examples.get(kind, "")),
            "example-form": lambda: example_form.example_form(here(), self.docs, self.repository),
            "quiz-card": lambda name: self._quizzes.card(name, self.homes),
            "my-results": lambda: standalone.my_results(here(), self.homes),
            "offline": lambda: standalone.plain("offline", here()),
            "download": lambda: standalone.plain("download", here()),
            whole_book.NAME: whole_book.reader(self.root / "docs", self.docs.pages),
        }
        extension = GuidebookExtension(
            self.works, self._phrases, self.docs.hosts, self.languages.unsaid, **collaborators
        )
        return extension

    def _known(self) -> pages.Known:
        names = {
            "quiz": self._quizzes.names,
            "quiz-card": {*self._quizzes.scored, *self.broken},
            "technical-note": {*self._quizzes.scored, *self.broken},
            "diagram": set(self.diagrams),
            "quiz-reference": set(KINDS),
            whole_book.NAME: set(self.docs.pages),
        }
        blocks = {block.NAME: names.get(block.NAME) for block in BLOCKS}
        return pages.Known(blocks, self.ideas, self.works, self.docs, self.languages.fault)

    def _phrases(self, path: str) -> Mapping[str, str]:
        """What is said in the language of a page."""
        return self.languages.phrases(self._language(path))

    def _language(self, path: str) -> str | None:
        found = (page.language for page in self.pages if page.path == f"docs/{path}")
        return next(found, None)

    def _technical_note(self, name: str) -> str:
        if name not in self._quizzes.scored:
            return ""  # its problems are told elsewhere
        gists = {name: idea.told for name, idea in self.ideas.items()}
        note = TechnicalNote(*self._quizzes.scored[name], self.works, gists, self.validation)
        return note.markdown

    def _try(self, read: Callable[[], Result]) -> Result | None:
        try:
            return read()
        except ProblemsFound as found:
            self._problems += found.problems
            return None
