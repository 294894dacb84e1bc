"""The lines between --- at the head of a page: a closed set of keys."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from guidebook.links import Docs
from guidebook.problem import Place, Problem, ProblemsFound, nearest
from guidebook.quiz import wording
from guidebook.quiz.model import Day, Text
from guidebook.source import Source, read_text

BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
"""From the first line of a page to the end of the closing ---."""


def _short_enough(text: str) -> str:
    if not 50 <= len(text) <= 160:
        raise ValueError(f"has {len(text)} characters; write one sentence of 50 to 160")
    return text


class FrontMatter(BaseModel):
    """The lines between --- at the head of a page."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Text | None = Field(None, description="Only where it must differ from the heading.")
    description: Annotated[str, AfterValidator(_short_enough)] = Field(
        description="One sentence for search engines and link previews."
    )
    reviewed: Day = Field(description="The day a person last read the page through.")
    covers: list[str] = Field([], description="Ids of the article's ideas that the page tells.")
    lang: Text | None = Field(None, description="The code of its language. Default: the site's.")
    translations: dict[str, Text] = Field(
        {}, description="Language → the same page in it, as in `{zh: /zh/help.md}`."
    )
    moon: str | None = Field(None, description="The phase beside the heading: docs/assets/moon.")
    exit: bool = Field(False, description="Whether a reader can leave it at a press.")
    template: str | None = Field(None, description="A layout of its own, as the home page has.")
    hide: list[str] = Field([], description="Parts of the layout to leave out.")
    search: dict[str, bool] = Field({}, description="`exclude: true` keeps the page out of search.")


@dataclass(frozen=True)
class Head:
    """What any site needs of a page's front matter; the rest is for this book."""

    covers: tuple[str, ...] = ()
    """Ids of ideas."""
    language: str | None = None


def read(
    name: str,
    text: str,
    ideas: Collection[str],
    language_fault: Callable[[str], str | None],
    docs: Docs,
) -> tuple[Head, list[Problem]]:
    """The head of a page, and a problem for each name in it that is not known.

    Without `ideas` every id is taken.
    """
    try:
        source = _source(name, text)
    except ProblemsFound as found:
        return Head(), list(found.problems)
    if source is None or not isinstance(source.data, dict):
        return Head(), []
    listed = source.data.get("covers")
    covers = tuple(map(str, listed)) if isinstance(listed, list) else ()
    problems = [
        source.problem(("covers", n), f'no idea of the article has the id "{i}"{nearest(i, ideas)}')
        for n, i in enumerate(covers)
        if ideas and i not in ideas
    ]
    language = source.data.get("lang")
    if language is not None and (fault := language_fault(str(language))):
        problems.append(source.problem(("lang",), fault))
    translations = source.data.get("translations")
    for code, link in translations.items() if isinstance(translations, dict) else ():
        where = ("translations", code)
        if fault := language_fault(str(code)):
            problems.append(source.problem(where, fault, key=True))
        if fault := docs.fault(str(link)):
            problems.append(source.problem(where, fault))
    return Head(covers, None if language is None else str(language)), problems


def faults(name: str, text: str) -> list[Problem]:
    """What this book asks of every page: the keys of `FrontMatter`, each in its shape."""
    try:
        source = _source(name, text)
    except ProblemsFound as found:
        return list(found.problems)
    if source is None:
        message = "the page has no front matter; begin with ---, description, reviewed, ---"
        return [Problem(name, Place(), message)]
    try:
        FrontMatter.model_validate(source.data if source.data is not None else {})
    except ValidationError as error:
        return list(wording.problems(error, FrontMatter, source))
    return []


def _source(name: str, text: str) -> Source | None:
    match = BLOCK.match(text)
    return read_text("\n" + match[1], name) if match else None  # the line --- counts
