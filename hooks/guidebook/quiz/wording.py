"""What pydantic found wrong, said in the words of someone who writes a quiz."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidebook.problem import Problem
from guidebook.quiz.described import is_id, keys_at, model_at, needed
from guidebook.quiz.meant import same, unknown
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
    say = _SENTENCES.get(kind)
    return f"{subject} {say(detail) if say else detail['msg']}"


def _subject(where: Where) -> str:
    if where[-1:] == ("[key]",):
        return "the id"
    names = [part for part in where if isinstance(part, str)]
    return f'"{names[-1]}"' if names else "the file"


def _no_text(value: Value) -> str:
    match value:
        case None:
            return "is empty; write the text, or leave the key out if it may be missing"
        case bool() | int() | float():
            said = str(value).lower() if isinstance(value, bool) else _short(value)
            return f'must be a text, not {shape(value)}; put it in quotes: "{said}"'
        case _:
            return f"must be a text, not {shape(value)}"


def _no_number(value: Value) -> str:
    cure = ""
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+", value):
        cure = "; leave the quotes out"
    elif isinstance(value, str) and (
        span := re.fullmatch(r"(-?[0-9]+) ?(?:-|–|to) ?[0-9]+", value)
    ):
        cure = f"; write the lowest alone: {span[1]}"
    return f"must be a whole number such as 3, not {shape(value)}{cure}"


def _limit(number: float) -> str:
    return f"{number:g}" if isinstance(number, float) else str(number)


_TRUTHS = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}
"""What other formats take for true and false."""


def _no_truth(value: Value) -> str:
    meant = _TRUTHS.get(str(value).lower())
    return f"must be true or false, not {shape(value)}" + (f"; write {meant}" if meant else "")


def _no_list(value: Value) -> str:
    if isinstance(value, str) and len(value) <= 40 and value.isprintable():
        return f"must be a list, also of one: [{value}]"
    return f"must be a list (one line each, starting with -), not {shape(value)}"


_SENTENCES: dict[str, Callable[[ErrorDetails], str]] = {
    "string_type": lambda e: _no_text(e["input"]),
    "int_type": lambda e: _no_number(e["input"]),
    "bool_type": lambda e: _no_truth(e["input"]),
    "list_type": lambda e: _no_list(e["input"]),
    "dict_type": lambda e: f"must have keys of its own below it, not be {shape(e['input'])}",
    "model_type": lambda e: f"must have keys of its own below it, not be {shape(e['input'])}",
    "string_pattern_mismatch": lambda e: (
        f'cannot be "{_short(e["input"])}"; ids are lower case, words joined by hyphens, as in "{id_like(e["input"])}"'
    ),
    "string_too_long": lambda e: f"is too long; the limit is {e['ctx']['max_length']} characters",
    "greater_than_equal": lambda e: (
        f"must be {_limit(e['ctx']['ge'])} or more, not {_short(e['input'])}"
    ),
    "less_than_equal": lambda e: (
        f"must be {_limit(e['ctx']['le'])} or less, not {_short(e['input'])}"
    ),
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


_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "’": "", "'": ""})
"""Letters that no accent makes of others, and signs within a word."""


def id_like(value: Value) -> str:
    """A legal id near to what was written."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(value)).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", split)
    words = "".join(
        c if c.isascii() and c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain
    )
    joined = "-".join(words.lower().split()).lstrip("0123456789-")[:60].rstrip("-")
    return joined or "my-id"


def _short(value: Value) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def _count(least: int) -> str:
    return "at least one entry" if least == 1 else f"at least {least} entries"


def _purpose(model: type[BaseModel], where: Where) -> str:
    parent = model_at(model, where[:-1])
    for name, field in parent.model_fields.items() if parent else ():
        if where[-1] in (name, field.alias) and field.description:
            return f": {field.description[0].lower()}{field.description[1:].rstrip('.')}"
    return ""
