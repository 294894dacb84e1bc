"""The quizzes of any site, with the pages that name them: what the plugin of a site generator draws from."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guidebook.engine import block_lines, links, paths, standalone, text_file
from guidebook.engine.extension import QuizExtension
from guidebook.engine.kinds import KINDS
from guidebook.engine.languages import LOCALES, Languages, Rooms
from guidebook.engine.masking import masked
from guidebook.engine.problem import Place, Problem, ProblemsFound, place_of_offset, shown_path
from guidebook.engine.quizzes import Quizzes, homes
from guidebook.engine.reference import reference


class Folders(NamedTuple):
    """Where the files of a site are."""

    root: Path
    """What paths in messages start from."""
    docs: Path
    """The pages."""
    quizzes: Path
    rooms: Rooms
    """Templates and words."""


class Site:
    """A site's quizzes, read; reading never raises for what an author wrote."""

    def __init__(self, folders: Folders, language: str, results: str) -> None:
        """`results` is the page that holds `/// my-results`, by its path from the folder of pages."""
        root = self._root = folders.root
        docs = folders.docs
        self._unreadable: list[Problem] = []
        texts = {path: self._text(path) for path in paths.files(docs, "**/*.md")}
        known = links.scan(docs, texts.__getitem__)
        rooms = folders.rooms
        self.languages = Languages(rooms, language, known, root, {"results": results})
        self._lent = [*self._english(language)]
        self._misplaced = [*_misplaced(rooms.words, root)] if rooms.words else []
        self.quizzes = Quizzes(folders.quizzes, root, known, self.languages)
        pages = {path: masked(text) for path, text in texts.items()}
        self.homes = homes(
            (
                path.relative_to(docs).as_posix(),
                [name for _, name in block_lines.drawn(text, "quiz")],
            )
            for path, text in pages.items()
        )
        self._unknown = dict(named for page in pages.items() for named in self._nameless(*page))
        self._slips = [problem for page in pages.items() for problem in self._of_page(*page)]

    @property
    def notices(self) -> list[Problem]:
        """What works, and could be better."""
        return [*self.quizzes.notices, *self._lent]

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with any file, in the order of the files."""
        found = (
            self.languages.problems,
            self._misplaced,
            self.quizzes.problems,
            self._unreadable,
            self._slips,
        )
        return sorted({*self.languages.unsaid(), *(p for problems in found for p in problems)})

    def extension(self) -> QuizExtension:
        """What Python-Markdown needs to draw the widgets, with links as MkDocs follows them from any page."""
        renderer = self.languages.renderer()
        missing = {
            name: renderer.draw_problems([problem]) if renderer else ()
            for name, problem in self._unknown.items()
        }
        return QuizExtension(
            {
                "quizzes": {**missing, **self.quizzes.drawn},
                "quiz-card": lambda name: self.quizzes.card(name, self.homes),
                "quiz-reference": lambda kind: reference(kind, ""),
                "my-results": lambda: standalone.my_results(self.languages.renderer(), self.homes),
            },
            relative_links=True,
        )

    def _nameless(self, path: Path, text: str) -> Iterator[tuple[str, Problem]]:
        """What a page names and no file is called, and what to say of it."""
        for at, name in block_lines.drawn(text, "quiz"):
            if name not in self.quizzes.names:
                message = block_lines.unknown("quiz", name, self.quizzes.names)
                place = place_of_offset(text, at)
                yield name, Problem(shown_path(path, self._root), place, message)

    def _text(self, path: Path) -> str:
        """All of a page, as MkDocs reads it: none is left aside for its length or for what it has in code."""
        try:
            return text_file.read(path, self._root, sys.maxsize, what="page")
        except ProblemsFound as found:
            self._unreadable += found.problems
            return ""

    def _english(self, language: str) -> Iterator[Problem]:
        """Told where widgets speak English, for the language of the site has no words."""
        if language not in self.languages.known:
            message = f'no words in "{language}", so widgets speak English; they would stand here'
            yield Problem(f"{self.languages.home}/{language}.yml", Place(), message)

    def _of_page(self, path: Path, text: str) -> Iterator[Problem]:
        names = self.quizzes.names
        known = {
            "quiz": names,
            "quiz-card": names,
            "quiz-reference": set(KINDS),
            "my-results": None,
        }
        for at, message in (*block_lines.slips(text, known), *self._lost(text)):
            yield Problem(shown_path(path, self._root), place_of_offset(text, at), message)

    def _lost(self, text: str) -> Iterator[tuple[int, str]]:
        """Cards of quizzes that are on no page."""
        for at, name in block_lines.drawn(text, "quiz-card"):
            if name in self.quizzes.names and name not in self.homes:
                yield at, block_lines.no_home(name)


def _misplaced(words: Path, root: Path) -> Iterator[Problem]:
    """Files of words that nobody would look into."""
    for path in sorted(words.glob("*.yml")):
        message = (
            f"files of words stand in {shown_path(words, root)}/{LOCALES}/; move this one there"
        )
        yield Problem(shown_path(path, root), Place(), message)
