"""What no author means and no parser should meet, looked for before YAML is made into data."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from guidebook.engine.problem import Place, Problem, place_of_offset
from guidebook.engine.yaml import characters, signs
from guidebook.engine.yaml.syntax import LOADER

DEEPEST = 40
"""Levels of nesting; a quiz has seven."""

_INDENTED = re.compile(rf"^[ ?:-]{{{DEEPEST},}}", re.MULTILINE)
_BRACKET = re.compile(r"[\[\]{}]")


def refused(text: str, name: str) -> Problem | None:
    """Why nothing can be made of the text: a character no file may hold, or nesting without end."""
    if found := yaml.reader.Reader.NON_PRINTABLE.search(text):
        message = f"an invisible character (U+{ord(found[0]):04X}) stands here; remove it"
        return Problem(name, place_of_offset(text, found.start()), message)
    if unseen := characters.unseen(text):
        return Problem(name, place_of_offset(text, unseen[0]), unseen[1])
    if slip := signs.odd_indent(text):
        return Problem(name, slip.place, slip.message)
    return _nesting(text, name)


def tags(text: str, name: str) -> Iterator[Problem]:
    """Tags (!word) ask a program to make something; here they mean nothing."""
    for event in yaml.parse(text, Loader=LOADER) if "!" in text else ():
        if tag := getattr(event, "tag", None):
            said = tag.replace("tag:yaml.org,2002:", "!!")
            message = f'"{said}" is a tag and has no meaning here; leave it out, or put the text in quotes'
            yield Problem(name, place(event.start_mark), message)


def _nesting(text: str, name: str) -> Problem | None:
    """Nesting that a parser would refuse in words of its own, or end its own recursion with; cheap to rule out."""
    depth = 0
    with suppress(yaml.YAMLError):  # the cut made it, or whoever reads the whole tells of it
        for event in yaml.parse(text[: _end_of_enough(text)], Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                message = f"nested more than {DEEPEST} levels deep"
                return Problem(name, place(event.start_mark), message)
    return None


def _end_of_enough(text: str) -> int:
    """How much of the text to parse to tell whether it is nested too deep; 0 if it cannot be.

    Brackets may stand in quotes, so only the parser can tell. But it reads a line to its end before it says
    anything, and stops at a depth of its own, so it gets no more brackets than the answer takes.
    """
    deep = 0
    for bracket in _BRACKET.finditer(text):
        deep += 1 if bracket[0] in "[{" else -1
        if deep > 2 * DEEPEST:
            return bracket.end()
    # Each level that is no bracket stands at least one column further in.
    nested = text.count("[") + text.count("{") > DEEPEST or _INDENTED.search(text)
    return len(text) if nested else 0


def place(mark: Any) -> Place:
    """A place as the parser marks it, counted from 1."""
    return Place(mark.line + 1, mark.column + 1)
