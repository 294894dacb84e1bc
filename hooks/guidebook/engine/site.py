"""The quizzes of any site, with the pages that name them: what the plugin of a site generator draws from."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from guidebook.engine import block_lines, links, paths, standalone
from guidebook.engine.extension import QuizExtension
from guidebook.engine.kinds import KINDS
from guidebook.engine.languages import Languages
from guidebook.engine.masking import masked
from guidebook.engine.problem import Problem, place_of_offset, shown_path
from guidebook.engine.quizzes import Quizzes, homes
from guidebook.engine.reference import reference

NAMED = re.compile(
    r"^/{3}[ \t]*(?P<block>quiz|quiz-card)[ \t]*\|[ \t]*(?P<name>[^\s|]+)[ \t]*$", re.MULTILINE
)
"""A block that names a quiz, as it is written right."""


class Folders(NamedTuple):
    """Where the files of a site are."""

    root: Path
    """What paths in messages start from."""
    docs: Path
    """The pages."""
    quizzes: Path
    rooms: Sequence[Path]
    """Folders of templates and words (`Languages`)."""


class Site:
    """A site's quizzes, read; reading never raises for what an author wrote."""

    def __init__(self, folders: Folders, language: str, results: str) -> None:
        """`results` is the page that holds `/// my-results`, by its path from the folder of pages."""
        root = self._root = folders.root
        docs = folders.docs
        known = links.scan(docs)
        self.languages = Languages(folders.rooms, language, known, root, {"results": results})
        self.quizzes = Quizzes(folders.quizzes, root, known, self.languages)
        pages = {path: masked(_text(path)) for path in paths.files(docs, "**/*.md")}
        self.homes = homes(
            (
                path.relative_to(docs).as_posix(),
                [name for _, name in block_lines.drawn(text, "quiz")],
            )
            for path, text in pages.items()
        )
        self._slips = [problem for page in pages.items() for problem in self._of_page(*page)]

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with any file, in the order of the files."""
        found = (self.languages.problems, self.quizzes.problems, self._slips)
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


def _text(path: Path) -> str:
    """All of a page. MkDocs reads it whole, so none is left aside for its length or for what it has in code."""
    return path.read_text(encoding="utf-8-sig", errors="replace")
