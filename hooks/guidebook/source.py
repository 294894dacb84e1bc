"""YAML text as data that remembers where each value stood.

YAML 1.2 (core schema): `yes`, `no`, `on`, `off` and dates stay words. PyYAML's C parser
finds the structure; `scalars` reads the words, because PyYAML reads them as YAML 1.1.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from guidebook import guards, scalars, syntax
from guidebook.problem import Place, Problem, ProblemsFound, shown_path

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What a YAML file can say."""

Where: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root of the file down to a value."""

LARGEST_FILE = 1_000_000
"""Bytes. A quiz of 200 items is a tenth of that."""
MOST_VALUES = 100_000
"""Values after aliases are written out; more is a mistake or an attack."""


@dataclass(frozen=True)
class Source:
    """A file's data, and the place of every value and key in it."""

    path: str
    data: Value
    values: dict[Where, Place] = field(repr=False)
    keys: dict[Where, Place] = field(repr=False)
    text: str = field(default="", repr=False)
    problems: tuple[Problem, ...] = ()
    """Faults that leave the rest readable, as a key given twice does. Only `survey` hands them on."""

    def problem(self, where: Where, message: str, *, key: bool = False) -> Problem:
        """A problem at the value (or its key) named by `where`, or at the nearest thing around it."""
        return Problem(self.path, self.place(where, key=key), message)

    def place_of(self, words: str, where: Where) -> Place:
        """Where `words` stand in the text named by `where`; its beginning if YAML writes them otherwise."""
        start = self.place(where)
        lines = self.text.split("\n")
        for n, line in enumerate(lines[start.line - 1 :], start.line):
            column = line.find(words, start.column - 1 if n == start.line else 0)
            if column >= 0:
                return Place(n, column + 1)
        return start

    def place(self, where: Where, *, key: bool = False) -> Place:
        """Where the value (or its key) stood; for what is missing, where its parent stood."""
        if key and where in self.keys:
            return self.keys[where]
        while where and where not in self.values:
            where = where[:-1]
        return self.values.get(where, Place())


def read(path: Path, root: Path) -> Source:
    """Read a YAML file. Raises ProblemsFound for what is no YAML 1.2 or was never meant."""
    return _sound(survey(path, root))


def read_text(text: str, name: str) -> Source:
    """Read YAML text; `name` is the path to show. Raises as `read` does."""
    return _sound(_survey_text(text, name))


def survey(path: Path, root: Path) -> Source:
    """Read a YAML file as far as can be; raises ProblemsFound only if nothing can be made of it."""
    name = shown_path(path, root)
    raw = path.read_bytes()
    if len(raw) > LARGEST_FILE:
        message = f"the file has {len(raw):,} bytes; the limit is {LARGEST_FILE:,}"
        raise ProblemsFound([Problem(name, Place(), message)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        message = "not UTF-8; save the file with the encoding UTF-8"
        place = guards.place_of_offset(before, len(before))
        raise ProblemsFound([Problem(name, place, message)]) from None
    return _survey_text(text, name)


def _survey_text(text: str, name: str) -> Source:
    builder = _Builder(name)
    data: Value = None
    try:
        if refused := guards.refused(text, name):
            raise _Stop(refused)
        builder.problems += guards.tags(text, name)
        node = yaml.compose(text, Loader=syntax.LOADER)
        data = builder.value(node, ()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        raise ProblemsFound([*builder.problems, builder.in_plain_words(error)]) from None
    except RecursionError:
        message = f"nested more than {guards.DEEPEST} levels deep"
        raise ProblemsFound([Problem(name, Place(), message)]) from None
    except _Stop as stop:
        raise ProblemsFound([*builder.problems, stop.problem]) from None
    return Source(name, data, builder.values, builder.keys, text, tuple(builder.problems))


def _sound(source: Source) -> Source:
    if source.problems:
        raise ProblemsFound(source.problems)
    return source


class _Stop(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Turns PyYAML's nodes into data, noting places and problems on the way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[Where, Place] = {}
        self.keys: dict[Where, Place] = {}
        self.problems: list[Problem] = []
        self.count = 0

    def value(self, node: yaml.Node, where: Where) -> Value:
        place = guards.place(node.start_mark)
        self.count += 1
        if self.count > MOST_VALUES:
            message = f"more than {MOST_VALUES:,} values once the aliases (*name) are written out; use fewer"
            raise _Stop(Problem(self.name, place, message))
        if len(where) > guards.DEEPEST:
            raise _Stop(Problem(self.name, place, f"nested more than {guards.DEEPEST} levels deep"))
        self.values[where] = place
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*where, i)) for i, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self.scalar(node, place)

    def mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            place = guards.place(key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(Problem(self.name, place, "a key must be a word"))
                continue
            key = key_node.value
            if key in result:
                first = self.keys[(*where, key)]
                message = f'the key "{key}" stands twice (first in line {first.line}); keep one'
                self.problems.append(Problem(self.name, place, message))
                continue
            self.keys[(*where, key)] = place
            result[key] = self.value(value_node, (*where, key))
        return result

    def scalar(self, node: yaml.ScalarNode, place: Place) -> Value:
        text: str = node.value
        if node.style:  # quoted, or a block of text: always words
            return text
        if scalars.starts_with_zero(text):
            bare = text.lstrip("+-0") or "0"
            message = (
                f'the number {text} starts with a zero; write {bare}, or "{text}" if it is a word'
            )
            self.problems.append(Problem(self.name, place, message))
            return int(bare)
        return scalars.read(text)

    def in_plain_words(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = syntax.mark(error)
        place = guards.place(mark) if mark else Place()
        return Problem(self.name, place, f"not YAML: {syntax.in_plain_words(error)}")
