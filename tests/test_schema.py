"""What editors and authors are told comes from the model, and is current."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from guidebook.engine import schema
from guidebook.engine.kinds import FORMERLY, KINDS
from guidebook.engine.links import scan
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.quiz_file import read_quiz
from guidebook.engine.reference import reference
from guidebook.engine.yaml.source import read_text
from scripts.check import WRITE_SCHEMA
from tests.project import QUIZ, REPOSITORY, SAMPLE, Project
from tests.test_faults import cases

EXAMPLES = REPOSITORY / "quizzes/examples"


def described(part: Any) -> Iterator[tuple[str, Any]]:
    for definition in part["$defs"].values():
        yield from definition["properties"].items()


def test_the_schema_beside_the_quizzes_is_current() -> None:
    text = (REPOSITORY / "quizzes/quiz.schema.json").read_text(encoding="utf-8")
    assert text == schema.written(), f"run: {WRITE_SCHEMA}"


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


@pytest.mark.parametrize(("old", "kind"), FORMERLY.items())
def test_a_kind_goes_on_working_by_an_older_name(old: str, kind: str, tmp_path: Path) -> None:
    now = (EXAMPLES / f"{kind}.yml").read_text(encoding="utf-8")
    (tmp_path / "quiz.yml").write_text(
        now.replace(f"kind: {kind}\n", f"kind: {old}\n"), encoding="utf-8"
    )
    docs = scan(REPOSITORY / "docs")

    quiz = read_quiz(tmp_path / "quiz.yml", tmp_path, docs)

    assert quiz.compiled == replace(
        read_quiz(EXAMPLES / f"{kind}.yml", REPOSITORY, docs).compiled, name="quiz"
    )
    assert [str(notice) for notice in quiz.notices] == [
        f'quiz.yml:2:7: "kind: {old}" goes on working; its name is "kind: {kind}" now'
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_reference_explains_every_key_of_its_example(kind: str) -> None:
    example = (EXAMPLES / f"{kind}.yml").read_text(encoding="utf-8")
    told = set(re.findall(r"^- `([\w-]+)`", reference(kind, example), re.MULTILINE))
    written = {name for name, _ in described(json.loads(schema.written()))}
    used = set(re.findall(r"(?:^|[{,-]) *([a-z_]+):", example, re.MULTILINE)) & written
    assert used <= told


def sound_or_not() -> Iterator[Any]:
    """Every case of tests/faults that is a quiz whose YAML can be read, as data."""
    for fault in (case.values[0] for case in cases()):
        if not fault.file.startswith("quizzes/") or fault.bytes is not None:
            continue
        text = fault.text
        if text is None:
            text = (SAMPLE / QUIZ).read_text(encoding="utf-8")
        for old, new in fault.change.items():
            text = text.replace(old, new)
        with suppress(ProblemsFound):
            data = read_text(text, fault.file).data
            if isinstance(data, dict) and data.get("kind") in list(KINDS):
                yield data


def is_taken(data: dict[str, Any]) -> bool:
    """Whether the build takes each part of it by itself."""
    try:
        KINDS[data["kind"]].model.model_validate(data)
    except ValidationError:
        return False
    return True


def test_an_editor_marks_what_the_build_refuses_and_nothing_else() -> None:
    """As far as one value, a key or a group of keys goes; what parts say of each other, no schema knows."""
    validator = Draft202012Validator(schema.schema())
    quizzes = list(sound_or_not())

    differing = [
        (data, next((error.message for error in validator.iter_errors(data)), "taken"))
        for data in quizzes
        if validator.is_valid(data) != is_taken(data)
    ]

    assert len(quizzes) > 150
    assert not all(map(is_taken, quizzes))
    assert [d for d in differing if d[0].get("reviewed") != "2026-02-30"] == []  # no calendar in it


def test_an_editor_offers_no_names_of_classes() -> None:
    assert [name for name, part in schema.schema()["$defs"].items() if "title" in part] == []


@pytest.mark.parametrize("quiz", [kind for kind in KINDS if kind != "log"])
def test_an_example_names_the_schema_from_where_it_is_copied_to(quiz: str) -> None:
    first = (EXAMPLES / f"{quiz}.yml").read_text(encoding="utf-8").splitlines()[0]

    address = first.removeprefix("# yaml-language-server: $schema=")

    assert (REPOSITORY / "quizzes" / address).is_file()


def test_an_editor_knows_the_schema_of_every_quiz_without_that_line() -> None:
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))

    ((address, patterns),) = settings["yaml.schemas"].items()
    quizzes = {path for pattern in patterns for path in REPOSITORY.glob(pattern)}

    assert (REPOSITORY / address).is_file()
    assert quizzes == set((REPOSITORY / "quizzes").rglob("*.yml"))


def test_the_reference_tells_a_text_from_an_id() -> None:
    told = reference("tree", (EXAMPLES / "tree.yml").read_text(encoding="utf-8"))

    assert "- `title` (text, needed)" in told
    assert "- `start` (an id, needed)" in told


def test_the_examples_in_the_guide_itself_are_sound(tmp_path: Path) -> None:
    guide = (REPOSITORY / "docs/contribute/write-a-quiz.md").read_text(encoding="utf-8")
    whole = re.findall(r"^    kind: .*\n(?:    .*\n)+", guide, re.MULTILINE)

    project = Project(tmp_path, {f"quizzes/e{n}.yml": dedent(text) for n, text in enumerate(whole)})

    assert len(whole) == 2
    assert project.problems() == []
