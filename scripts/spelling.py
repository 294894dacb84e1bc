"""Typing errors in what the book says in English, as typos finds them.

Pages and quizzes in other languages are left alone: typos knows English only.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from guidebook.book.book import Book
from guidebook.engine.problem import Place, Problem

FALLBACK = "en"


def faults(book: Book) -> Iterator[Problem]:
    """Each word that is misspelt, with what was probably meant."""
    program = shutil.which("typos", path=str(Path(sys.executable).parent)) or shutil.which("typos")
    if program is None:
        message = "typos is missing, so nothing was spelt; set up again, as CONTRIBUTING.md says"
        yield Problem("pyproject.toml", Place(), message)
        return
    command = [program, "--format", "json", "--", *sorted(english(book))]
    run = subprocess.run(command, check=False, cwd=book.root, capture_output=True, encoding="utf-8")
    for line in run.stdout.splitlines():
        told = json.loads(line)
        if told.get("type") == "typo":
            yield _problem(told, book.root)


def english(book: Book) -> Iterator[str]:
    """The files that say something in English, by their paths from the project's folder."""
    others = {code for code in book.languages.known if code != FALLBACK}
    yield from (p.path for p in book.pages if p.language in (None, FALLBACK))
    for name in (*book.quizzes, *book.broken):
        quiz = book.quizzes.get(name)
        language = quiz.written.language if quiz else name.rpartition("-")[2]
        if language not in others:
            yield f"quizzes/{name}.yml"
    for folder, pattern in (
        ("data", "*.yml"),
        ("overrides/widgets/engine/locales", "en.yml"),
        ("", "*.md"),
    ):
        for path in (book.root / folder).glob(pattern):
            yield path.relative_to(book.root).as_posix()


def _problem(told: dict[str, object], root: Path) -> Problem:
    path, line = str(told["path"]).replace("\\", "/").removeprefix("./"), int(str(told["line_num"]))
    lines = (root / path).read_bytes().split(b"\n")
    before = lines[line - 1][: int(str(told["byte_offset"]))]
    column = len(before.decode("utf-8", errors="replace")) + 1
    meant = (
        [str(word) for word in told["corrections"]] if isinstance(told["corrections"], list) else []
    )
    cure = f'did you mean "{" or ".join(meant[:3])}"?' if meant else "find another word"
    more = "a name or a word that is right goes into pyproject.toml, under extend-words"
    return Problem(path, Place(line, column), f'"{told["typo"]}" is misspelt; {cure} ({more})')
