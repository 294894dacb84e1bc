"""What editors and authors are told comes from the model, and is current."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from guidebook import schema
from guidebook.links import scan
from guidebook.quiz.read import KINDS, read_quiz
from guidebook.reference import reference
from tests.project import REPOSITORY

EXAMPLES = REPOSITORY / "quizzes/examples"


def described(part: Any) -> Iterator[tuple[str, Any]]:
    for definition in part["$defs"].values():
        yield from definition["properties"].items()


def test_the_schema_beside_the_quizzes_is_current() -> None:
    renew = "PYTHONPATH=hooks python -m guidebook.schema > quizzes/quiz.schema.json"
    text = (REPOSITORY / "quizzes/quiz.schema.json").read_text(encoding="utf-8")
    assert text == schema.written(), f"renew it: {renew}"


def test_every_key_is_described() -> None:
    bare = [name for name, part in described(schema.schema()) if not part.get("description")]
    assert bare == []


def test_the_schema_offers_the_keys_of_the_kind_that_is_written() -> None:
    rules = schema.schema()["allOf"]
    chosen = {rule["if"]["properties"]["kind"]["const"]: rule["then"]["$ref"] for rule in rules}
    assert chosen.keys() == KINDS.keys()
    definitions = schema.schema()["$defs"]
    for kind, address in chosen.items():
        keys = definitions[address.rpartition("/")[2]]["properties"]
        fields = KINDS[kind].model.model_fields.items()
        assert set(keys) == {field.alias or name for name, field in fields}


@pytest.mark.parametrize("kind", KINDS)
def test_the_worked_example_of_each_kind_compiles(kind: str) -> None:
    quiz = read_quiz(EXAMPLES / f"{kind}.yml", REPOSITORY, scan(REPOSITORY / "docs"))
    assert quiz.compiled.kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_explains_every_key_of_its_example(kind: str) -> None:
    told = set(re.findall(r"^- `([\w-]+)`", reference(kind, EXAMPLES), re.MULTILINE))
    written = {name for name, _ in described(json.loads(schema.written()))}
    example = (EXAMPLES / f"{kind}.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"(?:^|[{,-]) *([a-z_]+):", example, re.MULTILINE)) & written
    assert used <= told
