"""The quizzes of a folder: read, checked and drawn."""

import gc
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from guidebook.engine import paths, standalone
from guidebook.engine.kinds.scales import compiled
from guidebook.engine.kinds.scales.model import ScalesQuiz
from guidebook.engine.languages import Languages
from guidebook.engine.links import Docs
from guidebook.engine.messages.sentences import id_like
from guidebook.engine.problem import Place, Problem, ProblemsFound, shown_path
from guidebook.engine.quiz_file import QuizFile, read_quiz
from guidebook.engine.render import Drawn


class Quizzes:
    """Every quiz file of a folder. Reading never raises for what an author wrote."""

    def __init__(self, folder: Path, root: Path, docs: Docs, languages: Languages) -> None:
        """`root` is what paths in messages start from; `docs` is where links of quizzes may lead."""
        self.valid: dict[str, QuizFile] = {}
        """By the names of their files, without an ending."""
        self.broken: dict[str, tuple[Problem, ...]] = {}
        self._languages = languages
        gc.disable()  # all that reading makes is kept; to look for garbage in it took half the time
        for path in paths.files(folder, "*.y*ml"):
            try:
                name = f"{id_like(path.stem)}.yml"
                if path.name != name:
                    message = f"the name of a quiz is lower case, with hyphens and .yml; rename it to {name}"
                    raise ProblemsFound([Problem(shown_path(path, root), Place(), message)])
                self.valid[path.stem] = read_quiz(path, root, docs)
            except ProblemsFound as found:
                self.broken[path.stem] = found.problems
        gc.enable()

    @property
    def names(self) -> set[str]:
        """Those of all files, valid or not."""
        return {*self.valid, *self.broken}

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with any file."""
        of_languages = (
            quiz.source.problem(("language",), fault)
            for quiz in self.valid.values()
            if (language := quiz.written.language) and (fault := self._languages.fault(language))
        )
        return [*(p for problems in self.broken.values() for p in problems), *of_languages]

    @property
    def notices(self) -> list[Problem]:
        """What works, and is written in another way now."""
        return [notice for quiz in self.valid.values() for notice in quiz.notices]

    @cached_property
    def scored(self) -> dict[str, tuple[ScalesQuiz, compiled.ScalesQuiz]]:
        """The self-assessments, as written and as scored."""
        return {
            name: (quiz.written, quiz.compiled)
            for name, quiz in self.valid.items()
            if isinstance(quiz.written, ScalesQuiz)
            and isinstance(quiz.compiled, compiled.ScalesQuiz)
        }

    @cached_property
    def drawn(self) -> dict[str, Drawn]:
        """Each widget, in the language of its quiz; for a file with faults, what a preview shows in its place."""
        drawn = {}
        for name, quiz in self.valid.items():
            if renderer := self._languages.renderer(quiz.written.language):
                drawn[name] = renderer.draw(quiz.compiled)
        if own := self._languages.renderer():
            drawn |= {name: own.draw_problems(faults) for name, faults in self.broken.items()}
        return drawn

    def card(self, name: str, homes: Mapping[str, str]) -> Drawn:
        """The way to a quiz from another page; for a file with faults, those."""
        if name not in self.valid:
            return self.drawn.get(name, ())
        quiz = self.valid[name]
        renderer = self._languages.renderer(quiz.written.language)
        return standalone.quiz_card(quiz, renderer, homes)


def homes(pages: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Quiz → the page to take it on, from docs/ with a leading slash: one of its own before others.

    `pages` are the paths from docs/, and the quizzes that each holds.
    """
    known: dict[str, str] = {}
    for path, quizzes in sorted(pages, key=lambda page: -page[0].count("/")):
        for quiz in quizzes:
            known.setdefault(quiz, f"/{path}")
    return known
