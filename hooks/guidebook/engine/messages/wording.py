"""What pydantic found wrong, said in the words of someone who writes a quiz."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidebook.engine.messages.described import is_id, keys_at, model_at, needed
from guidebook.engine.messages.meant import same, unknown
from guidebook.engine.messages.sentences import SENTENCES, id_like, shape
from guidebook.engine.problem import Problem, ProblemsFound
from guidebook.engine.yaml.source import Source, Where

Model = TypeVar("Model", bound=BaseModel)


def validated(model: type[Model], source: Source) -> Model:
    """What a file says, as the model has it. Raises ProblemsFound with each fault at its place."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise ProblemsFound(problems(error, model, source)) from None


def problems(error: ValidationError, model: type[BaseModel], source: Source) -> Iterator[Problem]:
    """Each fault at its place in `source`."""
    meant = mistyped(error)
    for detail in error.errors(include_url=False):
        where: Where = tuple(detail["loc"])
        if detail["type"] == "extra_forbidden":
            yield source.problem(where, _unknown(detail, where, model, meant), key=True)
        elif detail["type"] == "missing":
            if where not in meant.values():  # else told already: it is there, mistyped
                message = f'the key "{where[-1]}" is missing{_purpose(model, where)}'
                yield source.problem(where[:-1], message)
        else:
            in_key = bool(where) and where[-1] == "[key]"
            yield source.problem(
                where[:-1] if in_key else where, _sentence(detail, where, model), key=in_key
            )


def mistyped(error: ValidationError) -> dict[Where, Where]:
    """Each unknown key that stands for a missing one of its group."""
    details = error.errors(include_url=False)
    missing = [tuple(d["loc"]) for d in details if d["type"] == "missing"]
    meant: dict[Where, Where] = {}
    for where in (tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden"):
        names = [str(m[-1]) for m in missing if m[:-1] == where[:-1] and m not in meant.values()]
        close = get_close_matches(str(where[-1]), names, n=1)
        if name := next(iter(close), same(str(where[-1]), names)):
            meant[where] = (*where[:-1], name)
    return meant


def _unknown(
    detail: ErrorDetails, where: Where, model: type[BaseModel], meant: dict[Where, Where]
) -> str:
    known = [str(meant[where][-1])] if where in meant else keys_at(model, where[:-1])
    return unknown(str(where[-1]), detail["input"], known)


def _sentence(detail: ErrorDetails, where: Where, model: type[BaseModel]) -> str:
    kind, value, subject = detail["type"], detail["input"], _subject(where)
    if kind == "model_type" and where and isinstance(where[-1], int):
        keys = ", ".join(needed(model, where))
        return f"each entry of {subject} has keys of its own ({keys}); this is {shape(value)}"
    if kind == "dict_type" and isinstance(value, list):
        return f"{subject} must not be a list; begin each of its entries with an id and a colon, without -"
    if kind == "string_type" and isinstance(value, int | float) and is_id(model, where):
        return f'{subject} must begin with a letter, as in "a{id_like(f"a{value}")[1:]}", not be {shape(value)}'
    say = SENTENCES.get(kind)
    return f"{subject} {say(detail) if say else detail['msg']}"


def _subject(where: Where) -> str:
    if where[-1:] == ("[key]",):
        return "the id"
    names = [part for part in where if isinstance(part, str)]
    return f'"{names[-1]}"' if names else "the file"


def _purpose(model: type[BaseModel], where: Where) -> str:
    parent = model_at(model, where[:-1])
    for name, field in parent.model_fields.items() if parent else ():
        if where[-1] in (name, field.alias) and field.description:
            return f": {field.description[0].lower()}{field.description[1:].rstrip('.')}"
    return ""
