"""What templates, scripts and styles say to each other by attributes stands in one table, and the table is true."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

import pytest

from tests.project import REPOSITORY

TABLE = REPOSITORY / "overrides/widgets/ATTRIBUTES.md"
PLACES = (
    *(("template", "overrides/**/*.html"), ("script", "overrides/**/*.mjs")),
    *(("style", "overrides/**/*.css"), ("style", "docs/**/*.css")),
    *(("build", "hooks/**/*.py"), ("build", "scripts/**/*.py")),
)
"""Who says it, and where its files are."""

NAME = r"data-[a-z]+(?:-[a-z]+)*"
ROW = re.compile(rf"^\| `({NAME})` \|(.+)\|(.+)\|(.+)\|(.+)\|$", re.MULTILINE)
OTHERS = "Material"
"""Who else writes or reads attributes, in the table's words."""

COMMENT = {
    "template": re.compile(r"\{#.*?#\}", re.DOTALL),
    "script": re.compile(r"/\*.*?\*/|(?:^|(?<=\s))//.*?$", re.DOTALL | re.MULTILINE),
    "style": re.compile(r"/\*.*?\*/", re.DOTALL),
    "build": re.compile(r'^\s*""".*?"""|#.*?$', re.DOTALL | re.MULTILINE),
}
GIVEN = re.compile(rf'(?<=="){NAME}(?=")')
"""In a template, what a script is told to look for."""
WRITTEN = re.compile(rf"(?<=\s){NAME}(?=[\s=>\"{{])")
QUOTED = re.compile(rf"(?<=['\"]){NAME}")
SET = re.compile(rf'(?:toggle|set)Attribute\("({NAME})"')
PROPERTY = re.compile(r"\bdataset\??\.(\w+)(\s*(?:\?\?)?=(?!=))?")
ASKED = re.compile(r'"(\w+)" in \w+\.dataset\b')
TAKEN = re.compile(r"\{([^{}]*)\} = (?:[\w.]+\.)?dataset\b(?!\.)|\bdataset: \{([^{}]*)\}")

Way: TypeAlias = Literal["writes", "reads"]


class Use(NamedTuple):
    name: str
    way: Way
    who: str


def in_template(text: str) -> Iterator[Use]:
    for name in GIVEN.findall(text):
        yield Use(name, "reads", "script")
    for name in WRITTEN.findall(text):
        yield Use(name, "writes", "template")
    for name in QUOTED.findall(GIVEN.sub("", text)):
        yield Use(name, "reads", "template")


def attribute(name: str) -> str:
    """`everyDay` → `data-every-day`."""
    return "data-" + re.sub("[A-Z]", lambda letter: "-" + letter[0].lower(), name)


def in_script(text: str) -> Iterator[Use]:
    for name in SET.findall(text):
        yield Use(name, "writes", "script")
    for name in re.findall(NAME, SET.sub("", text)):
        yield Use(name, "reads", "script")
    for name, becomes in PROPERTY.findall(text):
        if becomes:
            yield Use(attribute(name), "writes", "script")
        if becomes.strip() != "=":
            yield Use(attribute(name), "reads", "script")
    for name in ASKED.findall(text):
        yield Use(attribute(name), "reads", "script")
    for parts in TAKEN.findall(text):
        for part in "".join(parts).split(","):
            yield Use(attribute(re.split(r"[:=\s]", part.strip())[0]), "reads", "script")


def uses() -> Iterator[Use]:
    for who, pattern in PLACES:
        for path in sorted(REPOSITORY.glob(pattern)):
            text = COMMENT[who].sub("", path.read_text(encoding="utf-8"))
            if who == "template":
                yield from in_template(text)
            elif who == "script":
                yield from in_script(text)
            else:
                yield from (Use(name, "reads", who) for name in re.findall(NAME, text))


Parties: TypeAlias = dict[str, set[str]]
"""Attribute → who."""


@pytest.fixture(scope="module")
def found() -> dict[Way, Parties]:
    parties: dict[Way, Parties] = {"writes": defaultdict(set), "reads": defaultdict(set)}
    for name, way, who in uses():
        parties[way][name].add(who)
    return parties


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, ...]]:
    """Attribute, on what, written by, what it means, read by."""
    table = TABLE.read_text(encoding="utf-8")
    return [tuple(cell.strip() for cell in row) for row in ROW.findall(table)]


def told(cell: str) -> set[str]:
    return set(cell.split(", ")) - {OTHERS}


def test_every_attribute_stands_once_in_the_table_and_nothing_else_does(
    found: dict[Way, Parties], rows: list[tuple[str, ...]]
) -> None:
    names = [name for name, *_ in rows]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert set(names) == found["writes"].keys() | found["reads"].keys()


@pytest.mark.parametrize(("way", "column"), [("writes", 2), ("reads", 4)])
def test_the_table_names_who_writes_and_who_reads_an_attribute(
    found: dict[Way, Parties], rows: list[tuple[str, ...]], way: Way, column: int
) -> None:
    table = {row[0]: told(row[column]) for row in rows}
    assert table == {name: found[way].get(name, set()) for name in table}


def test_what_is_read_is_written_by_somebody_and_what_is_written_is_read(
    found: dict[Way, Parties], rows: list[tuple[str, ...]]
) -> None:
    material = {row[0] for row in rows if OTHERS in row}
    assert found["reads"].keys() - found["writes"].keys() - material == set()
    assert found["writes"].keys() - found["reads"].keys() - material == set()
