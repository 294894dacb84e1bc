"""The quizzes of any site, with the pages that name them: what the plugin of a site generator draws from."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guidebook.engine import links, page_text, paths, standalone, text_file
from guidebook.engine.extension import QuizExtension
from guidebook.engine.languages import LOCALES, Languages, Rooms
from guidebook.engine.masking import masked
from guidebook.engine.problem import (
    Place,
    Problem,
    ProblemsFound,
    nearest,
    place_of_offset,
    shown_path,
)
from guidebook.engine.quizzes import Quizzes, homes
from guidebook.engine.reference import reference

NAMED = re.compile(
    r"^/{3}[ \t]*(?P<block>quiz|quiz-card)[ \t]*\|[ \t]*(?P<name>[^\s|]+)[ \t]*$", re.MULTILINE
)
"""A block that names a quiz."""


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
        known = links.scan(docs)
        rooms = folders.rooms
        self.languages = Languages(rooms, language, known, root, {"results": results})
        self._lent = [*self._english(language)]
        self._misplaced = [*_misplaced(rooms.words, root)] if rooms.words else []
        self.quizzes = Quizzes(folders.quizzes, root, known, self.languages)
        self._unreadable: list[Problem] = []
        pages = {path: self._page(path) for path in paths.files(docs, "**/*.md")}
        self.homes = homes(
            (
                path.relative_to(docs).as_posix(),
                [m["name"] for m in NAMED.finditer(text) if m["block"] == "quiz"],
            )
            for path, text in pages.items()
        )
        self._unknown = [problem for page in pages.items() for problem in self._strays(*page)]

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
            self._unknown,
        )
        return sorted({*self.languages.unsaid(), *(p for problems in found for p in problems)})

    def extension(self) -> QuizExtension:
        """What Python-Markdown needs to draw the widgets, with links as MkDocs follows them from any page."""
        return QuizExtension(
            {
                "quizzes": self.quizzes.drawn,
                "quiz-card": lambda name: self.quizzes.card(name, self.homes),
                "quiz-reference": lambda kind: reference(kind, ""),
                "my-results": lambda: standalone.my_results(self.languages.renderer(), self.homes),
            },
            relative_links=True,
        )

    def _page(self, path: Path) -> str:
        """A page without its code; nothing of one that cannot be read, or is beyond all bounds."""
        try:
            text_file.read(path, self._root, sys.maxsize, what="page")
        except ProblemsFound as found:
            self._unreadable += found.problems
            return ""
        return masked(page_text.bounded(path))

    def _english(self, language: str) -> Iterator[Problem]:
        """Told where widgets speak English, for the language of the site has no words."""
        if language not in self.languages.known:
            message = f'no words in "{language}", so widgets speak English; they would stand here'
            yield Problem(f"{self.languages.home}/{language}.yml", Place(), message)

    def _strays(self, path: Path, text: str) -> Iterator[Problem]:
        names = self.quizzes.names
        for match in NAMED.finditer(text):
            if match["name"] not in names:
                place = place_of_offset(text, match.start("name"))
                message = f'no quiz is called "{match["name"]}"{nearest(match["name"], names)}'
                yield Problem(shown_path(path, self._root), place, message)


def _misplaced(words: Path, root: Path) -> Iterator[Problem]:
    """Files of words that nobody would look into."""
    for path in sorted(words.glob("*.yml")):
        message = (
            f"files of words stand in {shown_path(words, root)}/{LOCALES}/; move this one there"
        )
        yield Problem(shown_path(path, root), Place(), message)
