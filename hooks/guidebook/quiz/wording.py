"""What pydantic found wrong, said in the words of someone who writes a quiz."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from guidebook.problem import Problem, nearest
from guidebook.source import Source, Value, Where


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
                where[:-1] if in_key else where, _sentence(detail, where), key=in_key
            )


def mistyped(error: ValidationError) -> dict[Where, Where]:
    """Each unknown key that stands for a missing one of its group."""
    details = error.errors(include_url=False)
    missing = [tuple(d["loc"]) for d in details if d["type"] == "missing"]
    meant: dict[Where, Where] = {}
    for where in (tuple(d["loc"]) for d in details if d["type"] == "extra_forbidden"):
        names = [str(m[-1]) for m in missing if m[:-1] == where[:-1] and m not in meant.values()]
        if close := get_close_matches(str(where[-1]), names, n=1):
            meant[where] = (*where[:-1], close[0])
    return meant


def _unknown(
    detail: ErrorDetails, where: Where, model: type[BaseModel], meant: dict[Where, Where]
) -> str:
    known = [str(meant[where][-1])] if where in meant else _keys_at(model, where[:-1])
    message = f'unknown key "{where[-1]}"{nearest(str(where[-1]), known)}'
    if detail["input"] is None and " " in str(where[-1]):  # {text: Hello, world}
        return f"{message}; if it belongs to the text before it, put that text in quotes"
    return message


def _sentence(detail: ErrorDetails, where: Where) -> str:
    say = _SENTENCES.get(detail["type"])
    what = say(detail) if say else detail["msg"]
    return f"{_subject(where)} {what}"


def _subject(where: Where) -> str:
    if where[-1:] == ("[key]",):
        return "the id"
    names = [part for part in where if isinstance(part, str)]
    return f'"{names[-1]}"' if names else "the file"


_SENTENCES: dict[str, Callable[[ErrorDetails], str]] = {
    "string_type": lambda e: f"must be a text, not {shape(e['input'])}",
    "int_type": lambda e: f"must be a whole number such as 3, not {shape(e['input'])}",
    "bool_type": lambda e: f"must be true or false, not {shape(e['input'])}",
    "list_type": lambda e: (
        f"must be a list (one line each, starting with -), not {shape(e['input'])}"
    ),
    "dict_type": lambda e: f"must have keys of its own below it, not be {shape(e['input'])}",
    "model_type": lambda e: f"must have keys of its own below it, not be {shape(e['input'])}",
    "string_pattern_mismatch": lambda e: (
        f'cannot be "{_short(e["input"])}"; ids are lower case, words joined by hyphens, as in "{id_like(e["input"])}"'
    ),
    "string_too_long": lambda e: f"is too long; the limit is {e['ctx']['max_length']} characters",
    "greater_than_equal": lambda e: f"must be {e['ctx']['ge']} or more, not {_short(e['input'])}",
    "less_than_equal": lambda e: f"must be {e['ctx']['le']} or less, not {_short(e['input'])}",
    "too_short": lambda e: (
        f"needs {_count(e['ctx']['min_length'])}; it has {e['ctx']['actual_length']}"
    ),
    "literal_error": lambda e: f"must be {e['ctx']['expected']}, not {shape(e['input'])}",
    "value_error": lambda e: str(e["ctx"]["error"]),
}


def shape(value: Value) -> str:
    """How an author would call the value: `the text "x"`, `a list`, `nothing`."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {_short(value)}"
        case str():
            return f'the text "{_short(value)}"'
        case list():
            return "a list"
        case _:
            return "a group of keys"


def id_like(value: Value) -> str:
    """A legal id near to what was written."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in str(value)).lower().split()
    joined = "-".join(words).lstrip("0123456789-")[:60].rstrip("-")
    return joined or "my-id"


def _short(value: Value) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def _count(least: int) -> str:
    return "at least one entry" if least == 1 else f"at least {least} entries"


def _purpose(model: type[BaseModel], where: Where) -> str:
    parent = _model_at(model, where[:-1])
    for name, field in parent.model_fields.items() if parent else ():
        if where[-1] in (name, field.alias) and field.description:
            return f": {field.description[0].lower()}{field.description[1:].rstrip('.')}"
    return ""


def _keys_at(model: type[BaseModel], where: Where) -> list[str]:
    found = _model_at(model, where)
    if found is None:
        return []
    return [field.alias or name for name, field in found.model_fields.items()]


def _model_at(model: type[BaseModel], where: Where) -> type[BaseModel] | None:
    """The model that describes the group of keys at `where`."""
    current: Any = model
    if issubclass(model, RootModel):  # a file that is a list, or keys of the author's own
        current = _held_model(model.model_fields["root"].annotation)
    for part in where:
        if isinstance(current, type) and issubclass(current, BaseModel):
            fields = {f.alias or name: f.annotation for name, f in current.model_fields.items()}
            current = fields.get(str(part))
        else:  # inside a list or a dict: what it holds
            current = current[-1] if isinstance(current, tuple) else current
        current = _held_model(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _held_model(annotation: Any) -> Any:
    """The model, or in a tuple the members' model, somewhere inside `list[…] | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _held_model(inner)
        if found is not None:
            is_container = getattr(annotation, "__origin__", None) in (list, dict)
            return (found,) if is_container else found
    return None
