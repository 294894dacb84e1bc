"""What no author means and no parser should meet, looked for before YAML is made into data."""

from collections.abc import Iterator
from typing import Any

import yaml

from guidebook.problem import Place, Problem
from guidebook.syntax import LOADER

DEEPEST = 40
"""Levels of nesting; a quiz has seven."""


def refused(text: str, name: str) -> Problem | None:
    """Why nothing can be made of the text: a character no file may hold, or nesting without end."""
    if found := yaml.reader.Reader.NON_PRINTABLE.search(text):
        message = f"an invisible character (U+{ord(found[0]):04X}) stands here; remove it"
        return Problem(name, place_of_offset(text, found.start()), message)
    return _nesting(text, name)


def tags(text: str, name: str) -> Iterator[Problem]:
    """Tags (!word) ask a program to make something; here they mean nothing."""
    for event in yaml.parse(text, Loader=LOADER) if "!" in text else ():
        if tag := getattr(event, "tag", None):
            said = tag.replace("tag:yaml.org,2002:", "!!")
            message = f'"{said}" is a tag and has no meaning here; leave it out, or put the text in quotes'
            yield Problem(name, place(event.start_mark), message)


def _nesting(text: str, name: str) -> Problem | None:
    """Nesting that would end the parser's own recursion; cheap to rule out for ordinary text."""
    if max(text.count("["), text.count("{"), text.count("- -")) <= DEEPEST:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            message = f"nested more than {DEEPEST} levels deep"
            return Problem(name, place(event.start_mark), message)
    return None


def place(mark: Any) -> Place:
    """A place as the parser marks it, counted from 1."""
    return Place(mark.line + 1, mark.column + 1)


def place_of_offset(text: str, offset: int) -> Place:
    """The line and column of a character."""
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - before.rfind("\n"))
