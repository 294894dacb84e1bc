"""What an author meant by a key that no quiz has: a word of other formats, or half of a text."""

import re
from collections.abc import Collection

from guidebook.engine.problem import nearest
from guidebook.engine.yaml.signs import CURLY, ODD_SPACE
from guidebook.engine.yaml.source import Value

_SAME: dict[str, tuple[str, ...]] = {
    "question": ("stem", "title"),
    "statement": ("stem",),
    "prompt": ("stem",),
    "name": ("title", "label", "id"),
    "heading": ("title",),
    "description": ("summary", "text"),
    "introduction": ("intro",),
    "answers": ("responses", "options"),
    "options": ("responses",),
    "choices": ("responses", "options"),
    "responses": ("options",),
    "questions": ("items", "blocks"),
    "results": ("bands", "outcomes"),
    "levels": ("bands",),
    "score": ("points",),
    "value": ("points",),
    "min": ("from",),
    "minimum": ("from",),
    "start": ("from",),
    "subscale": ("scale",),
    "reversed": ("reverse",),
    "next": ("go",),
    "goto": ("go",),
    "link": ("tool", "go"),
    "advice": ("step", "text"),
}
"""A word of other questionnaires → the keys that it may stand for, the likeliest first."""
_ENDS = ("to", "max", "maximum", "until", "end")
"""Words for the end of a band."""


def unknown(key: str, value: Value, known: Collection[str]) -> str:
    """What is wrong with a key, and which one was meant; `known` are those of its group."""
    message = f'unknown key "{key}"'
    if value is None and (half := _half(key, known)):
        return half
    if re.search(ODD_SPACE, key):
        return f"{message}: a space in it is none that YAML knows; type it anew"
    if needless := _needless(key, known):
        return f"{message}; {needless}, so leave this out"
    if meant := same(key, known):
        return f'{message}; did you mean "{meant}"?'
    message += nearest(key, known)
    if value is None and " " in key:  # {text: Hello, world}
        return f"{message}; if it belongs to the text before it, put that text in quotes"
    return message


def same(key: str, known: Collection[str]) -> str | None:
    """The key of `known` for which others say `key`."""
    return next((meant for meant in _SAME.get(key.lower(), ()) if meant in known), None)


def _needless(key: str, known: Collection[str]) -> str | None:
    """What says already what the key would say."""
    if key in _ENDS and "from" in known:
        return 'a band runs to the next one\'s "from"'
    if key == "points" and {"label", "scale"} <= {*known}:
        return "an answer that is put in order gets them by its place"
    return None


def _half(key: str, known: Collection[str]) -> str | None:
    """What is wrong where brackets hold something without a value."""
    name, colon, rest = re.sub("：", ":", key).partition(":")
    if colon and name in known and rest:
        return f'a space is missing after the colon: write "{name}: {rest.strip()}"'
    if key.isdecimal():
        return f'the comma begins a new key, "{key}"; points are whole numbers, without a comma'
    if key.endswith(tuple(CURLY)):
        return (
            f'the comma begins a new key, "{key}"; write straight quotes, " and ", around the text'
        )
    return None
