"""The lines between --- at the head of a page: a closed set of keys."""

import re
from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

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
    moon: str | None = Field(None, description="The phase beside the heading: docs/assets/moon.")
    template: str | None = Field(None, description="A layout of its own, as the home page has.")
    hide: list[str] = Field([], description="Parts of the layout to leave out.")
    search: dict[str, bool] = Field({}, description="`exclude: true` keeps the page out of search.")


def covers(name: str, text: str, ideas: Collection[str]) -> tuple[tuple[str, ...], list[Problem]]:
    """The ids a page says it covers, and a problem for each that the article does not have.

    All that any site needs; `faults` is for this book. Without `ideas` every id is taken.
    """
    try:
        source = _source(name, text)
    except ProblemsFound as found:
        return (), list(found.problems)
    data = source.data if source and isinstance(source.data, dict) else {}
    listed = data.get("covers") or []
    if not source or not isinstance(listed, list):
        return (), []
    ids = tuple(map(str, listed))
    return ids, [
        source.problem(("covers", n), f'no idea of the article has the id "{i}"{nearest(i, ideas)}')
        for n, i in enumerate(ids)
        if ideas and i not in ideas
    ]


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
