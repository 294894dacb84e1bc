"""What a single value of a quiz may look like: to the build, to editors, and to the reference."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Annotated, Any, TypeAlias, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, WithJsonSchema


class Holds(Enum):
    """What a reader finds in a value: what is to be translated, what leads somewhere."""

    WORDS = "words"
    LINK = "link"


@lru_cache
def keys_that_hold(model: type[BaseModel], what: Holds) -> Mapping[str, str]:
    """The fields of a model that hold words, or a link: field → key."""
    hints = get_type_hints(model, include_extras=True)
    fields = model.model_fields.items()
    return {name: field.alias or name for name, field in fields if _holds(hints[name], what)}


def _holds(hint: Any, what: Holds) -> bool:
    return any(part is what or _holds(part, what) for part in get_args(hint))


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty; write the text, or leave the key out if it may be missing")
    return text


def _day(value: object) -> object:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return value
    text = str(value)
    with suppress(ValueError):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):  # not every form that ISO 8601 knows
            date.fromisoformat(text)
            return value
    raise ValueError(f'cannot be "{text[:40]}"; write the day as 2026-11-22')


def _once(ids: list[str]) -> list[str]:
    for n, name in enumerate(ids):
        if name in ids[:n]:
            raise ValueError(f'names "{name}" twice; keep one')
    return ids


_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_ID = {"type": "string", "pattern": _PATTERN, "maxLength": 60}
Id: TypeAlias = Annotated[str, Field(pattern=_PATTERN, max_length=60)]
Text: TypeAlias = Annotated[
    str,
    Holds.WORDS,
    Field(max_length=10_000),
    AfterValidator(_said),
    WithJsonSchema({"type": "string", "maxLength": 10_000, "pattern": r"\S"}),
]
"""Markdown. Raw HTML is shown as text."""
Code: TypeAlias = Annotated[
    str,
    Field(max_length=10_000),
    AfterValidator(_said),
    WithJsonSchema({"type": "string", "maxLength": 10_000, "pattern": r"\S"}),
]
"""Of a language, as in `zh`."""
Points: TypeAlias = Annotated[int, Field(ge=-1000, le=1000)]
Score: TypeAlias = Annotated[float, Field(ge=-1_000_000_000, le=1_000_000_000, allow_inf_nan=False)]
"""A sum of many items' points, some of which count a hundredfold; or a mean."""
Link: TypeAlias = Annotated[
    str, Holds.LINK, AfterValidator(_said), WithJsonSchema({"type": "string", "pattern": r"\S"})
]
"""To a page of this site, from docs/ with a leading slash (`/help.md#threats`), or to the web."""
Ids: TypeAlias = Annotated[
    list[Id], AfterValidator(_once), Field(json_schema_extra={"uniqueItems": True})
]
"""Each at most once."""
OneOrMore: TypeAlias = Annotated[
    list[Id],
    Field(min_length=1),
    BeforeValidator(lambda value: value if isinstance(value, list) else [value]),
    AfterValidator(_once),
    WithJsonSchema(
        {"anyOf": [_ID, {"type": "array", "items": _ID, "minItems": 1, "uniqueItems": True}]},
        mode="validation",
    ),
]
"""A list, or its only member written bare."""
Day: TypeAlias = Annotated[
    str,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
