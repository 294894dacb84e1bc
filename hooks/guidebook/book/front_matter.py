"""The lines between --- at the head of a page: a closed set of keys."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from html import escape
from typing import Any

from pydantic import ValidationError

from guidebook.book.front_matter_keys import FrontMatter, Sentence
from guidebook.engine.links import Docs
from guidebook.engine.messages import wording
from guidebook.engine.problem import Place, Problem, ProblemsFound, nearest
from guidebook.engine.shapes import Day
from guidebook.engine.yaml.source import Source, read_text

BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)
"""From the first line of a page to the end of the closing ---."""

_PAGE = re.compile(r"/[\w ,()+/-]+\.md")


class _Written(FrontMatter):
    """The same for any site: a key that is there has its shape."""

    description: Sentence = ""
    reviewed: Day = ""


@dataclass(frozen=True)
class Head:
    """What any site needs of a page's front matter; the rest is for this book."""

    covers: tuple[str, ...] = ()
    """Ids of ideas."""
    language: str | None = None
    agreed: tuple[str, ...] = ()


def read(
    name: str,
    text: str,
    ideas: Collection[str],
    language_fault: Callable[[str], str | None],
    docs: Docs,
) -> tuple[Head, list[Problem]]:
    """The head of a page, and a problem for each key and name in it that is not known.

    Without `ideas` every id is taken. That a key is missing is for the book's own rules (`faults`).
    """
    try:
        source = _source(name, text)
    except ProblemsFound as found:
        return Head(), list(found.problems)
    if source is None and text.startswith("---"):
        return Head(), [Problem(name, Place(), "the front matter never ends; close it with ---")]
    _, shapes = _validated(source) if source else (None, [])
    if source is None or not isinstance(source.data, dict):
        return Head(), shapes
    covers, agreed = map(_words, map(source.data.get, ("covers", "agreed")))
    problems = shapes + [
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
        if fault := _translation_fault(str(link), docs):
            problems.append(source.problem(where, fault))
    moon = source.data.get("moon")
    if isinstance(moon, str) and docs.files and f"assets/moon/{moon}.svg" not in docs.files:
        moons = [f.split("/")[-1][:-4] for f in docs.files if f.startswith("assets/moon/")]
        fault = f'there is no picture of the phase "{moon}"{nearest(moon, moons)}'
        problems.append(source.problem(("moon",), fault))
    return Head(covers, None if language is None else str(language), agreed), problems


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


def split(name: str, text: str) -> tuple[dict[str, Any], str]:
    """What templates may know of a page, and the Markdown below.

    Only keys of `FrontMatter` in their shape, words as HTML: templates print them as they are. Nothing
    where there are faults, which a preview goes on with.
    """
    head = BLOCK.match(text)
    body = text[head.end() :] if head else text
    try:
        source = _source(name, text)
    except ProblemsFound:
        return {}, body
    data, problems = _validated(source) if source else ({}, [])
    if problems or not data:
        return {}, body
    for key in {"title", "description", "lang"} & data.keys():
        data[key] = escape(str(data[key]))
    if "translations" in data:
        pages = {escape(code): link for code, link in data["translations"].items()}
        data["translations"] = {c: link for c, link in pages.items() if _PAGE.fullmatch(link)}
    return data, body


def _validated(source: Source) -> tuple[dict[str, Any], list[Problem]]:
    """The keys, and what is wrong with those that are there."""
    data: Any = {} if source.data is None else source.data
    try:
        _Written.model_validate(data)
    except ValidationError as error:
        return {}, list(wording.problems(error, _Written, source))
    return data, []


def _translation_fault(link: str, docs: Docs) -> str | None:
    if link.startswith("/") and link[1:] in docs.pages:
        return None
    known = nearest(link, [f"/{page}" for page in docs.pages])
    return docs.fault(link) or f'"{link}" is no page of this book{known}'


def _source(name: str, text: str) -> Source | None:
    match = BLOCK.match(text)
    return read_text("\n" + match[1], name) if match else None  # the line --- counts


def _words(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
