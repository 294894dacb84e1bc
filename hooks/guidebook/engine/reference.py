"""The author's reference of a kind of quiz, told from the model's own words."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from guidebook.engine.kinds import KINDS
from guidebook.engine.kinds.base import Written
from guidebook.engine.problem import Problem, ProblemsFound
from guidebook.engine.shapes import Holds, keys_that_hold
from guidebook.engine.yaml.source import read as read_yaml


def read(folder: Path, root: Path) -> tuple[dict[str, str], list[Problem]]:
    """Kind → its worked example as it stands in a folder, for each that is valid, and the faults of others."""
    examples: dict[str, str] = {}
    problems: list[Problem] = []
    for kind in KINDS:
        path = folder / f"{kind}.yml"
        if path.is_file():
            try:
                examples[kind] = read_yaml(path, root).text
            except ProblemsFound as found:
                problems += found.problems
    return examples, problems


def reference(kind: str, example: str) -> str:
    """Markdown: a worked example of the kind, then every group of keys and what each key means.

    Nothing for a kind that is none.
    """
    if kind not in KINDS:
        return ""  # a build has refused it; a preview goes on
    example = example.rstrip()
    groups = "\n\n".join(_group(model) for model in _models(KINDS[kind].model))
    return f"{indent(example, '    ')}\n\n{groups}"


def _models(root: type[Written]) -> list[type[Written]]:
    """The root and every model below it, in the order in which an author meets them."""
    found = [root]
    for model in found:
        for field in model.model_fields.values():
            found += [m for m in _written_in(field.annotation) if m not in found]
    return found


def _written_in(annotation: Any) -> Iterator[type[Written]]:
    if isinstance(annotation, type) and issubclass(annotation, Written):
        yield annotation
    for inner in get_args(annotation):
        yield from _written_in(inner)


def _group(model: type[Written]) -> str:
    doc = " ".join((model.__doc__ or "").split())
    fields = sorted(model.model_fields.items(), key=lambda named: named[0] != "kind")
    keys = "\n".join(
        f"- `{field.alias or name}` ({_shape(model, name)}{_need(field)}). {field.description}"
        for name, field in fields
    )
    return f"**{_title(model)}.** {doc}\n\n{keys}"


def _title(model: type[Written]) -> str:
    """`GateOption` as `Gate option`; the whole file for the root."""
    if "kind" in model.model_fields:
        return "The file"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


def _need(field: FieldInfo) -> str:
    return ", needed" if field.is_required() else ""


def _shape(model: type[Written], name: str) -> str:
    """What an author writes after the key."""
    field = model.model_fields[name]
    if name in keys_that_hold(model, Holds.LINK):
        return "a link"
    kind = _without_none(field.annotation)
    match get_origin(kind):
        case None:
            is_id = "pattern=" in f"{field.annotation} {field.metadata}"
            return "an id" if is_id else _WORDS.get(kind, "a group of keys")
        case annotated if annotated is Literal:
            return " or ".join(f"`{word}`" for word in get_args(kind))
        case mapping if mapping is dict:
            return "keys of your own"
        case _:
            return "a list"


def _without_none(annotation: Any) -> Any:
    """The type itself, out of `Annotated[…] | None`."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not NoneType)
    if get_origin(annotation) is Annotated:
        return _without_none(get_args(annotation)[0])
    return annotation


_WORDS = {str: "text", int: "a whole number", float: "a number", bool: "`true` or `false`"}
