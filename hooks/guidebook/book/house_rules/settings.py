"""What the rules are told by the files of data/: which quizzes are ours, words, names, exceptions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from re import Pattern
from re import compile as compile_pattern
from re import escape as escape_pattern
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel

from guidebook.book.house_rules.order import Kept, Order
from guidebook.engine.messages import wording
from guidebook.engine.problem import Problem, ProblemsFound
from guidebook.engine.shapes import Link, Text
from guidebook.engine.yaml.source import Source
from guidebook.engine.yaml.source import read as read_yaml

SWITCH = "data/house-rules.yml"
"""A project that has this file has house rules."""

Model = TypeVar("Model", bound=BaseModel)


class Entry(BaseModel):
    """What all parts of these files share."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Chapter(Entry):
    """A page that keeps to the shape of a chapter."""

    page: Link = Field(description="From docs/ with a leading slash, as in /toxic-negativity.md.")
    quiz: Text = Field(description="The name of its self-assessment.")


class Scope(Entry):
    """Which pages and quizzes are this book's own, and what they may not rest on."""

    chapters: list[Chapter] = Field([], description="Pages that keep to the shape of a chapter.")
    self_assessments: list[str] = Field([], description="Names of quizzes made as agreed.")
    tools: list[str] = Field([], description="Names of the book's other quizzes.")
    safety_first: list[str] = Field([], description="Quizzes that begin with a question of safety.")
    after_cruelty: list[str] = Field([], description="Trees for somebody who was just hurt.")
    cautious: dict[str, Order] = Field({}, description="Tables about going public, in order.")
    keep: list[Kept] = Field([], description="Words that stay where they are.")
    ideas: dict[str, int] = Field({}, description="Part of the article → how many ideas it has.")
    not_to_cite: dict[str, Text] = Field({}, description="Key of a work → why nothing rests on it.")


class Words(Entry):
    """Some words, and what to write instead."""

    words: Annotated[list[Text], Field(min_length=1)] = Field(description="A star: any ending.")
    instead: Text = Field(description="What to write instead.")
    advice: bool = Field(False, description="Whether the words may stand if there is a reason.")

    @property
    def pattern(self) -> Pattern[str]:
        """Whole words, in any case; a space matches any white space."""
        return _pattern(tuple(self.words))


@cache
def _pattern(words: tuple[str, ...]) -> Pattern[str]:
    each = (escape_pattern(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return compile_pattern(rf"(?i)\b(?:{'|'.join(each)})\b")


class WordLists(Entry):
    """Words that the book does not use."""

    everywhere: list[Words] = Field([], description="In all that the book says.")
    quizzes: list[Words] = Field([], description="Where a reader answers, or reads a result.")


class People(Entry):
    """Who may be named, besides those of the article and those who agreed in a page's head."""

    unnamed: list[str] = Field([], description="What may stand for a name.")
    full: list[str] = Field([], description="Full names that may stand.")
    never: list[str] = Field([], description="Beginnings of the SHA-256 of names; see the file.")


class Exception_(Entry):  # noqa: N801 (the word is taken)
    """One passage in which a rule gives way, and why."""

    rule: str = Field(description="The id of the rule, as its message ends with.")
    path: str = Field(description="The file, from the project's folder.")
    passage: Text = Field(description="The exact words, as they stand in the file.")
    reason: Text = Field(description="Why they may stand.")


class Exceptions(RootModel[list[Exception_]]):
    """All of them."""

    model_config = ConfigDict(strict=True, frozen=True)


class Verdict(Entry):
    """How far research bears out one claim of the article."""

    ideas: list[str] = Field(description="Ids of the ideas that make the claim.")
    claim: Text = Field(description="The claim, in a few words.")
    label: str = Field(description="One of the five labels.")
    works: list[str] = Field(description="Keys of the works that were read on it.")


class Verdicts(RootModel[list[Verdict]]):
    """All of them."""

    model_config = ConfigDict(strict=True, frozen=True)


@dataclass
class Settings:
    """The files of data/ that the rules lean on. A faulty one is told of, and taken as empty."""

    root: Path

    def __post_init__(self) -> None:
        self.problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        self.scope = self._read("house-rules", Scope, Scope)
        self.words = self._read("words", WordLists, WordLists)
        self.people = self._read("people", People, People)
        self.exceptions = self._read("exceptions", Exceptions, lambda: Exceptions([])).root
        self.verdicts = self._read("verdicts", Verdicts, lambda: Verdicts([])).root

    @cached_property
    def ours(self) -> frozenset[str]:
        """The names of this book's own quizzes and tools."""
        return frozenset({*self.scope.self_assessments, *self.scope.tools})

    def allowed(self, rule: str, path: str) -> Iterator[Exception_]:
        """The exceptions from a rule in a file."""
        return (e for e in self.exceptions if (e.rule, e.path) == (rule, path))

    def _read(self, name: str, model: type[Model], empty: Callable[[], Model]) -> Model:
        path = self.root / f"data/{name}.yml"
        if not path.is_file():
            return empty()
        try:
            source = self.sources[name] = read_yaml(path, self.root)
            return wording.validated(model, source)
        except ProblemsFound as found:
            self.problems += found.problems
        return empty()
