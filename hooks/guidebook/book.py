"""The front door: reads a whole project folder into what its pages need, with every problem found."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from guidebook import (
    addresses,
    bibliography,
    diagrams,
    help_lines,
    ideas,
    links,
    pages,
    quiz_names,
    reference,
    standalone,
    statics,
    tree,
    validation,
    whole_book,
)
from guidebook.bibliography import Bibliography
from guidebook.block import BLOCKS
from guidebook.extension import GuidebookExtension
from guidebook.languages import Languages
from guidebook.problem import Place, Problem, ProblemsFound, shown_path
from guidebook.quiz import compiled
from guidebook.quiz.model import ScalesQuiz
from guidebook.quiz.read import KINDS, QuizFile, read_quiz
from guidebook.quiz.sentences import id_like
from guidebook.render import Drawn
from guidebook.technical_note import TechnicalNote

Result = TypeVar("Result")


class Book:
    """A project folder, read.

    Reading never raises for what an author wrote: `problems` holds every fault, and what is sound
    can be shown all the same.
    """

    def __init__(self, root: Path, language: str = "en", repository: str = "") -> None:
        self.root = root
        self.repository = repository
        self._problems = [*tree.faults(root), *statics.faults(root)]
        hosts = self._try(lambda: addresses.read(root / addresses.FILE, root))
        self.docs = replace(links.scan(root / "docs"), hosts=hosts)
        self.languages = Languages(root / "overrides/widgets", language, self.docs, root)
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
        self.quizzes: dict[str, QuizFile] = {}
        self.broken: dict[str, tuple[Problem, ...]] = {}
        self._read_quizzes()
        self.examples, faults = reference.read(root / "quizzes/examples", root)
        self._problems += faults
        self.known = self._known()
        self.pages = tuple(
            pages.read(path, root, self.known) for path in tree.files(root / "docs", "**/*.md")
        )
        self.renderer = self.languages.renderer()
        self.drawn = self._draw()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with any file, in the order of the files."""
        of_pages = (problem for page in self.pages for problem in page.problems)
        return tuple(sorted({*self._problems, *of_pages, *self.languages.unsaid()}))

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
        collaborators = {
            "quizzes": self.drawn,
            "diagrams": self.diagrams,
            "help-lines": lambda: self.help_lines.markdown if self.help_lines else "",
            "sources": lambda: self.works.listed(self.cited),
            "technical-note": self._technical_note,
            "validation": lambda: self.validation.markdown if self.validation else "",
            "house-rules": rules,
            "page-keys": reference.page_keys,
            "quiz-reference": lambda kind: reference.reference(kind, self.examples.get(kind, "")),
            "example-form": self._example_form,
            "quiz-card": self._quiz_card,
            "my-results": lambda: standalone.my_results(self.renderer, self.pages),
            "offline": lambda: standalone.plain("offline", self.renderer),
            "download": lambda: standalone.plain("download", self.renderer),
            whole_book.NAME: whole_book.reader(self.root / "docs", self.docs.pages),
        }
        return GuidebookExtension(
            self.works, self._phrases, self.docs.hosts, self.languages.unsaid, **collaborators
        )

    def _example_form(self) -> Drawn:
        return standalone.example_form(self.renderer, self.docs, self.repository)

    def _quiz_card(self, name: str) -> Drawn:
        if name not in self._scored:
            return self.drawn.get(name, ())  # its problems, in a preview
        written, quiz = self._scored[name]
        renderer = self.languages.renderer(written.language)
        return standalone.quiz_card(name, quiz, renderer, self.pages)

    def _read_quizzes(self) -> None:
        gc.disable()  # all that reading makes is kept; to look for garbage in it took half the time
        for path in tree.files(self.root / "quizzes", "*.y*ml"):
            try:
                name = f"{id_like(path.stem)}.yml"
                if path.name != name:
                    message = f"the name of a quiz is lower case, with hyphens and .yml; rename it to {name}"
                    raise ProblemsFound([Problem(shown_path(path, self.root), Place(), message)])
                self.quizzes[path.stem] = read_quiz(path, self.root, self.docs)
            except ProblemsFound as found:
                self.broken[path.stem] = found.problems
                self._problems += found.problems
        gc.enable()
        self._problems += quiz_names.faults(
            self.quizzes.values(), self.ideas, self.works, self.languages.fault
        )

    @property
    def _scored(self) -> dict[str, tuple[ScalesQuiz, compiled.ScalesQuiz]]:
        """The quizzes with scales, as written and as scored."""
        return {
            name: (quiz.written, quiz.compiled)
            for name, quiz in self.quizzes.items()
            if isinstance(quiz.written, ScalesQuiz)
            and isinstance(quiz.compiled, compiled.ScalesQuiz)
        }

    def _known(self) -> pages.Known:
        names = {
            "quiz": {*self.quizzes, *self.broken},
            "quiz-card": {*self._scored, *self.broken},
            "technical-note": {*self._scored, *self.broken},
            "diagram": set(self.diagrams),
            "quiz-reference": set(KINDS),
            whole_book.NAME: set(self.docs.pages),
        }
        blocks = {block.NAME: names.get(block.NAME) for block in BLOCKS}
        return pages.Known(blocks, self.ideas, self.works, self.docs, self.languages.fault)

    def _phrases(self, path: str) -> Mapping[str, str]:
        """What is said in the language of a page."""
        found = (page.language for page in self.pages if page.path == f"docs/{path}")
        return self.languages.phrases(next(found, None))

    def _draw(self) -> dict[str, Drawn]:
        drawn = {}
        for name, quiz in self.quizzes.items():
            if renderer := self.languages.renderer(quiz.written.language):
                drawn[name] = renderer.draw(quiz.compiled)
        for name, faults in self.broken.items():
            if self.renderer:
                drawn[name] = self.renderer.draw_problems(faults)
        return drawn

    def _technical_note(self, name: str) -> str:
        if name not in self._scored:
            return ""  # its problems are told elsewhere
        gists = {name: idea.told for name, idea in self.ideas.items()}
        note = TechnicalNote(*self._scored[name], self.works, gists, self.validation)
        return note.markdown

    def _try(self, read: Callable[[], Result]) -> Result | None:
        try:
            return read()
        except ProblemsFound as found:
            self._problems += found.problems
            return None
