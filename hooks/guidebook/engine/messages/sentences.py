"""What is wrong with a single value, and what would be right: one sentence for each sort of fault."""

import re
import unicodedata
from collections.abc import Callable

from pydantic_core import ErrorDetails

from guidebook.engine.yaml.source import Value


def _no_text(value: Value) -> str:
    match value:
        case None:
            return "is empty; write the text, or leave the key out if it may be missing"
        case bool() | int() | float():
            said = str(value).lower() if isinstance(value, bool) else short(value)
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
    """A bound as an author writes it: 10 even where it is kept as 10.0."""
    return str(number).removesuffix(".0")


_TRUTHS = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}
"""What other formats take for true and false."""


def _no_truth(value: Value) -> str:
    meant = _TRUTHS.get(str(value).lower())
    return f"must be true or false, not {shape(value)}" + (f"; write {meant}" if meant else "")


def _no_list(value: Value) -> str:
    if isinstance(value, str) and len(value) <= 40 and value.isprintable():
        return f"must be a list, also of one: [{value}]"
    return f"must be a list (one line each, starting with -), not {shape(value)}"


SENTENCES: dict[str, Callable[[ErrorDetails], str]] = {
    "string_type": lambda e: _no_text(e["input"]),
    "int_type": lambda e: _no_number(e["input"]),
    "float_type": lambda e: _no_number(e["input"]),
    "finite_number": lambda e: _no_number(e["input"]),
    "bool_type": lambda e: _no_truth(e["input"]),
    "list_type": lambda e: _no_list(e["input"]),
    "dict_type": lambda e: f"must have keys of its own below it, not be {shape(e['input'])}",
    "model_type": lambda e: f"must have keys of its own below it, not be {shape(e['input'])}",
    "string_pattern_mismatch": lambda e: (
        f'cannot be "{short(e["input"])}"; ids are lower case, words joined by hyphens, as in "{id_like(e["input"])}"'
    ),
    "string_too_long": lambda e: f"is too long; the limit is {e['ctx']['max_length']} characters",
    "greater_than_equal": lambda e: (
        f"must be {_limit(e['ctx']['ge'])} or more, not {short(e['input'])}"
    ),
    "less_than_equal": lambda e: (
        f"must be {_limit(e['ctx']['le'])} or less, not {short(e['input'])}"
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
            return f"the number {short(value)}"
        case str():
            return f'the text "{short(value)}"'
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


def short(value: Value) -> str:
    """A value as it stands in a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def _count(least: int) -> str:
    return "at least one entry" if least == 1 else f"at least {least} entries"
