"""What is wrong with a file, where, and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, order=True)
class Place:
    """A character of a file. Both numbers count from 1, as editors show them."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True)
class Problem:
    """One fault of one file, in words meant for the person who wrote the file."""

    path: str
    """As the author knows it: from the project's folder, with forward slashes."""
    place: Place
    message: str
    """What, and what would be right."""

    def __str__(self) -> str:
        return f"{self.path}:{self.place.line}:{self.place.column}: {self.message}"


class Slip(NamedTuple):
    """Where to look, and what would be right."""

    place: Place
    message: str


class ProblemsFound(Exception):
    """Every problem of every file that was read. Never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def nearest(word: str, known: Iterable[str]) -> str:
    """`; did you mean "label"?` for a near miss, else the known words, else nothing."""
    names = sorted(set(known))
    if close := get_close_matches(word, names, n=1):
        return f'; did you mean "{close[0]}"?'
    if not names:
        return ""
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f" (known: {shown})"


def place_of(words: str, text: str) -> Place:
    """Where words first stand in a text; its beginning if they do not."""
    return place_of_offset(text, max(text.find(words), 0))


def place_of_offset(text: str, offset: int) -> Place:
    """The line and column of a character."""
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - before.rfind("\n"))


def shown_path(path: Path, root: Path) -> str:
    """The path as the author knows it: from `root` where it lies below it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
