"""YAML text as data that remembers where each value stood.

YAML 1.2 (core schema): `yes`, `no`, `on`, `off` and dates stay words. PyYAML's C parser
finds the structure; `scalars` reads the words, because PyYAML reads them as YAML 1.1.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from guidebook.engine import text_file
from guidebook.engine.problem import Place, Problem, ProblemsFound, shown_path
from guidebook.engine.yaml import characters, guards, scalars, signs, slips, syntax

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What a YAML file can say."""

Where: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root of the file down to a value."""

_Members: TypeAlias = "dict[str | int, tuple[yaml.Node | None, yaml.Node]]"
"""Key or position → the key as it stands, if there is one, and the value."""

LARGEST_FILE = 1_000_000
"""Bytes. A quiz of 200 items is a tenth of that."""
MOST_VALUES = 100_000
"""Values after aliases are written out; more is a mistake or an attack."""


@dataclass(frozen=True)
class Source:
    """A file's data, and the place of every value and key in it."""

    path: str
    data: Value
    root: yaml.Node | None = field(default=None, repr=False)
    """The data as the parser found it. Places are looked up only for a fault: most files have none."""
    text: str = field(default="", repr=False)
    problems: tuple[Problem, ...] = ()
    """Faults that leave the rest readable, as a key given twice does. Only `survey` hands them on."""
    _members: dict[int, _Members] = field(default_factory=dict, repr=False)
    """What is in each node that was looked into."""

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
        found = here = self.root
        for n, step in enumerate(where, 1):
            name, here = self._in(here).get(step, (None, None))
            if here is None:
                break
            found = name if key and name and n == len(where) else here
        return guards.place(found.start_mark) if found else Place()

    def _in(self, node: yaml.Node | None) -> _Members:
        if id(node) not in self._members:
            self._members[id(node)] = _members(node)
        return self._members[id(node)]


def _members(node: yaml.Node | None) -> _Members:
    if isinstance(node, yaml.SequenceNode):
        return {n: (None, child) for n, child in enumerate(node.value)}
    members: _Members = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(key, yaml.ScalarNode):
            members.setdefault(key.value, (key, value))
    return members


def read(path: Path, root: Path) -> Source:
    """Read a YAML file. Raises ProblemsFound for what is no YAML 1.2 or was never meant."""
    return _sound(survey(path, root))


def read_text(text: str, name: str) -> Source:
    """Read YAML text; `name` is the path to show. Raises as `read` does."""
    return _sound(_survey_text(text, name))


def survey(path: Path, root: Path) -> Source:
    """Read a YAML file as far as can be; raises ProblemsFound only if nothing can be made of it."""
    return _survey_text(text_file.read(path, root, LARGEST_FILE), shown_path(path, root))


def _survey_text(text: str, name: str) -> Source:
    builder = _Builder(name, text)
    node: yaml.Node | None = None
    data: Value = None
    try:
        if refused := guards.refused(text, name):
            raise _Stop(refused)
        builder.problems += guards.tags(text, name)
        node = yaml.compose(text, Loader=syntax.LOADER)
        data = builder.value(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        raise ProblemsFound([*builder.problems, builder.in_plain_words(error)]) from None
    except RecursionError:
        message = f"nested more than {guards.DEEPEST} levels deep"
        raise ProblemsFound([Problem(name, Place(), message)]) from None
    except _Stop as stop:
        raise ProblemsFound([*builder.problems, stop.problem]) from None
    return Source(name, data, node, text, tuple(builder.problems))


def _sound(source: Source) -> Source:
    if source.problems:
        raise ProblemsFound(source.problems)
    return source


class _Stop(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Turns PyYAML's nodes into data, noting problems on the way."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = text.split("\n") if "#" in text else []
        self.problems: list[Problem] = []
        self.count = 0

    def value(self, node: yaml.Node, depth: int = 0) -> Value:
        self.count += 1
        if self.count > MOST_VALUES:
            message = f"more than {MOST_VALUES:,} values once the aliases (*name) are written out; use fewer"
            raise _Stop(self.problem(node, message))
        if depth > guards.DEEPEST:
            raise _Stop(self.problem(node, f"nested more than {guards.DEEPEST} levels deep"))
        if isinstance(node, yaml.ScalarNode):
            if node.style == '"' and (unseen := characters.unseen(node.value)):  # by an escape
                self.problems.append(self.problem(node, unseen[1]))
            return node.value if node.style else self.bare(node)  # quotes or a block: always words
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, depth + 1) for child in node.value]
        assert isinstance(node, yaml.MappingNode)
        return self.mapping(node, depth + 1)

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problems.append(self.problem(key_node, "a key must be a word"))
                continue
            key = key_node.value
            if key in result:
                first = next(before for before, _ in node.value if before.value == key)
                line = guards.place(first.start_mark).line
                message = f'the key "{key}" stands twice (first in line {line}); keep one'
                self.problems.append(self.problem(key_node, message))
                continue
            result[key] = self.value(value_node, depth)
        return result

    def bare(self, node: yaml.ScalarNode) -> Value:
        text: str = node.value
        if scalars.starts_with_zero(text):
            plain = text.lstrip("+-0") or "0"
            message = (
                f'the number {text} starts with a zero; write {plain}, or "{text}" if it is a word'
            )
            self.problems.append(self.problem(node, message))
            return int(plain)
        value = scalars.read(text)
        if isinstance(value, str) and self.lines:
            end = node.end_mark
            if slip := signs.remark(self.lines, end.line, end.column, value):
                self.problems.append(Problem(self.name, slip.place, slip.message))
        return value

    def problem(self, node: yaml.Node, message: str) -> Problem:
        return Problem(self.name, guards.place(node.start_mark), message)

    def in_plain_words(self, error: yaml.MarkedYAMLError) -> Problem:
        slip = slips.in_plain_words(self.text, error)
        return Problem(self.name, slip.place, f"not YAML: {slip.message}")
