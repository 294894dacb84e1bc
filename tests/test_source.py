"""YAML is read the way authors expect, and every value remembers where it stood."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.engine.problem import Place, ProblemsFound
from guidebook.engine.yaml import source
from guidebook.engine.yaml.source import Source, Value
from tests.time_limit import ends


def read(text: str) -> Source:
    return source.read_text(text, "quiz.yml")


def refusal(text: str) -> str:
    with pytest.raises(ProblemsFound) as found:
        read(text)
    return str(found.value)


@pytest.mark.parametrize(
    "word", ["yes", "Yes", "no", "NO", "on", "off", "y", "n", "2026-11-22", "12:30", "1_000", "0b1"]
)
def test_words_that_older_yaml_took_for_something_else_stay_words(word: str) -> None:
    assert read(f"a: {word}").data == {"a": word}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("3", 3),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("-.inf", -math.inf),
        ("'3'", "3"),
        ('"true"', "true"),
        ("'~'", "~"),
        ("9" * 5_000, "9" * 5_000),
        ("|\n  3\n", "3\n"),
        ("{b: [c, 1]}", {"b": ["c", 1]}),
    ],
)
def test_numbers_truths_and_nothing_are_those_of_yaml_1_2(text: str, value: Value) -> None:
    assert read(f"a: {text}").data == {"a": value}


def test_keys_are_always_words() -> None:
    assert read("1: a\ntrue: b\n~: c\nno: d").data == {"1": "a", "true": "b", "~": "c", "no": "d"}


def test_an_alias_repeats_what_its_anchor_names() -> None:
    assert read("a: &x {b: 1}\nc: *x").data == {"a": {"b": 1}, "c": {"b": 1}}


def test_each_value_and_key_remembers_its_place() -> None:
    quiz = read("# quiz\na:\n  - b: c\n    é: d\n")
    places = [quiz.place(("a",)), quiz.place(("a", 0, "é")), quiz.place(("a", 0, "é"), key=True)]
    assert places == [Place(3, 3), Place(4, 8), Place(4, 5)]


def test_what_is_missing_is_placed_where_it_should_stand() -> None:
    assert read("a:\n  - b: c\n").place(("a", 0, "d", "e")) == Place(2, 5)


def test_a_file_from_windows_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "quiz.yml").write_bytes("\ufeffa: 1\r\nb: é\r\n".encode())
    quiz = source.read(tmp_path / "quiz.yml", tmp_path)
    assert (quiz.data, quiz.place(("b",)), quiz.path) == (
        {"a": 1, "b": "é"},
        Place(2, 4),
        "quiz.yml",
    )


def test_a_file_over_a_megabyte_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quiz.yml").write_text("a: " + "x" * 1_000_000)
    with pytest.raises(
        ProblemsFound, match=r"^quiz.yml:1:1: the file has 1,000,003 bytes; the limit is 1,000,000$"
    ):
        source.read(tmp_path / "quiz.yml", tmp_path)


def test_every_fault_that_can_be_seen_at_once_is_told_at_once() -> None:
    assert refusal("a: 1\na: 2\n[b]: 3\nc: 007\n").splitlines() == [
        'quiz.yml:2:1: the key "a" stands twice (first in line 1); keep one',
        "quiz.yml:3:1: a key must be a word",
        'quiz.yml:4:4: the number 007 starts with a zero; write 7, or "007" if it is a word',
    ]


@pytest.mark.parametrize(
    "nested",
    [
        "[" * 50_000,
        "{a: " * 50_000,
        "- " * 20_000,
        "? " * 20_000,
        "\n".join(" " * n + "a:" for n in range(1_000)),
        "\n".join(" " * n + "-" for n in range(1_000)),
        "a: &a [*a]",
    ],
    ids=["lists", "keys", "dashes", "questions", "indented keys", "indented dashes", "itself"],
)
def test_nesting_without_end_is_refused(nested: str) -> None:
    with ends():
        told = refusal(nested)
    assert "nested more than 40 levels deep" in told or "a key must be a word" in told


@pytest.mark.parametrize(
    "levels",
    [
        lambda n: "[" * n + "]" * n,
        lambda n: "{a: " * n + "}" * n,
        lambda n: "- " * n + "x",
        lambda n: "".join(" " * level + "a:\n" for level in range(n)),
        lambda n: "".join(" " * level + "-\n" for level in range(n)),
    ],
    ids=["lists", "keys", "dashes", "indented keys", "indented dashes"],
)
def test_forty_levels_may_be_nested_and_no_more(levels: Callable[[int], str]) -> None:
    assert read(levels(40)).problems == ()
    assert "nested more than 40 levels deep" in refusal(levels(41))


def test_brackets_in_quotes_are_no_nesting() -> None:
    assert read(f"a: '{'[' * 90}'\nb: c").data == {"a": "[" * 90, "b": "c"}


def test_aliases_that_explode_are_refused() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 38))]
    with ends():
        assert "more than 100,000 values" in refusal("\n".join(lines))
