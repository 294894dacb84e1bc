"""The words a widget says by itself, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guidebook.problem import Problem, ProblemsFound
from guidebook.source import Source, read

FALLBACK = "en"
"""The language that has every word."""


@dataclass(frozen=True)
class Words:
    """One language's words, by key. Missing ones are taken from English."""

    language: str
    phrases: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.phrases[key]


def load(folder: Path, language: str, root: Path) -> Words:
    """Read `<folder>/<language>.yml`, or English where there is none. Raises ProblemsFound."""
    phrases = _phrases(read(folder / f"{FALLBACK}.yml", root))
    own = folder / f"{language}.yml"
    if language == FALLBACK or not own.is_file():
        return Words(FALLBACK, phrases)
    return Words(language, phrases | _phrases(read(own, root)))


def _phrases(source: Source) -> dict[str, str]:
    if not isinstance(source.data, dict):
        message = "a language file is a list of lines such as `see_result: See my result`"
        raise ProblemsFound([source.problem((), message)])
    problems: list[Problem] = []
    phrases: dict[str, str] = {}
    for key, phrase in source.data.items():
        if isinstance(phrase, str) and phrase:
            phrases[key] = phrase
        else:
            problems.append(source.problem((key,), f'"{key}" must be a text; put it in quotes'))
    if problems:
        raise ProblemsFound(problems)
    return phrases
