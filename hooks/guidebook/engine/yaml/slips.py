"""The slip of the keyboard behind a text that is no YAML, told from the lines around it.

The parser only says what it expected next. Most of its complaints have several causes, each with
another cure, and an author knows neither of them: so the lines are looked at once more.
"""

import re
from collections.abc import Callable
from typing import Any

from guidebook.engine.problem import Place, Slip
from guidebook.engine.yaml import syntax
from guidebook.engine.yaml.brackets import unclosed
from guidebook.engine.yaml.indentation import At, dash, deeper, entry, fits
from guidebook.engine.yaml.signs import CURLY, ODD_SPACE

_KEY = re.compile(r"(?P<lead>[\s-]*)(?P<key>[\w-]+):(?=\s|$)")
_NO_SPACE = re.compile(r"[\s-]*(?P<key>[A-Za-z_]+):(?P<value>\S.*)")
_BULLET = re.compile(r"\s*(?P<sign>[•·▪◦‣–—*])\s+\S")
_ENTRY = re.compile(r"\s*- [\w-]+: [^,]+, [\w-]+:(?=\s)")
_HASH = re.compile(r"(?<=\s)#")

COLON = (
    "a colon and a space inside a text start a new key; put the text in quotes, or, if a key was "
    "meant, begin it on a line of its own"
)
_QUOTES = 'write straight quotes, " and ", instead: the curly ones are letters to YAML'


def explain(text: str, error: Any) -> Slip | None:
    """The likeliest slip behind an error of the parser; None if nothing stands out."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    opened = error.context_mark or mark
    at = At(text.split("\n"), mark.line, mark.column, opened.line, opened.column)
    if slip := _copied(at):
        return slip
    look = _CAUSES.get(error.problem or "")
    return look(at) if look else None


def _copied(at: At) -> Slip | None:
    """What comes along when text is copied from a chat, a page or a word processor."""
    for n in dict.fromkeys((at.opened, at.line)):
        line = at.lines[n] if n < len(at.lines) else ""
        if line.strip().startswith("```"):
            return at.slip("leave this line out: the file holds YAML and nothing around it", n, 0)
        if bullet := _BULLET.match(line):
            message = f"begin each entry of a list with - (a hyphen) and a space, not with {bullet['sign']}"
            return at.slip(message, n, bullet.start("sign"))
    return None


def _colon(at: At) -> Slip:
    """A colon where no key may begin."""
    key = _KEY.match(at.here)
    if key and key.end("key") >= at.column:
        return deeper(at, key)
    if curly := _curly(at):
        return curly
    if _ENTRY.match(at.here):
        message = (
            "keys that share a line stand between { and }; put these around what follows the -, "
            "or begin each key on a line of its own"
        )
        return at.slip(message, column=at.here.index("-") + 2)
    return at.slip(COLON)


def _curly(at: At) -> Slip | None:
    found = re.search(rf"(?:[:,\[{{]|-)\s+(?P<sign>[{CURLY}])", at.before)
    return at.slip(_QUOTES, column=found.start("sign")) if found else None


def _key(at: At) -> Slip | None:
    """Something where a key should begin."""
    before = at.before.rstrip()
    if before:
        return _after(at, before)
    if re.match(r"-\s", at.here[at.column :]):
        return dash(at)
    return at.slip(fits(at))


def _after(at: At, before: str) -> Slip | None:
    """What follows a closing quote or bracket."""
    if before.endswith("'"):
        if at.sign.isalpha() and at.column == len(before):
            return at.slip(
                "inside '…' an apostrophe is written twice; or put the text in double quotes"
            )
        return at.slip("something follows the closing quote; put the whole text in double quotes")
    if before.endswith('"'):
        message = (
            "something follows the closing quote; put the whole text in quotes, "
            """in '…' if there are "…" inside it"""
        )
        return at.slip(message)
    if before.endswith(("]", "}")):
        message = (
            "something follows the closing bracket; leave it out, or put the whole text in quotes"
        )
        return at.slip(message)
    return None


def _no_key(at: At) -> Slip:
    """A line of words alone."""
    line = at.lines[at.opened]
    if found := _NO_SPACE.match(line):
        value = found["value"] if len(found["value"]) <= 30 else f"{found['value'][:29]}…"
        message = f'a space is missing after the colon: write "{found["key"]}: {value}"'
        return at.slip(message, at.opened, found.end("key"))
    if found := re.search(rf"：|:(?={ODD_SPACE})", line):
        message = (
            "type the colon and the space after it anew: these are signs that YAML does not know"
        )
        return at.slip(message, at.opened, found.start())
    message = (
        "this line has no key with a colon; if it goes on with the text above it, indent it further "
        "than the key of that text"
    )
    return at.slip(message, at.opened, at.opened_column)


def _bracket(at: At) -> Slip:
    """What is wrong within [ ] or { }."""
    brackets = "[ ]" if at.lines[at.opened][at.opened_column :].startswith("[") else "{ }"
    for n in range(at.opened, min(at.line, len(at.lines) - 1) + 1):
        start = at.opened_column if n == at.opened else 0
        line = re.sub(r""""[^"]*"|'[^']*'""", lambda m: "x" * len(m[0]), at.lines[n])
        if found := _HASH.search(line, start):
            message = (
                f'what follows " #" is a remark, so the end of this {brackets} is lost; '
                "put the text in quotes"
            )
            return at.slip(message, n, found.start())
    if at.line > at.opened and (slip := unclosed(at)):
        return slip
    if at.sign and (at.sign in "[{" or at.before.endswith(("]", "}"))):
        message = f"a text with a bracket in it needs quotes inside {brackets}, or a comma is missing here"
        return at.slip(message)
    if at.sign == ":":
        if curly := _curly(at):
            return curly
        word = re.search(r"[\w-]*$", at.before)
        name = word[0] if word else ""
        message = f'before "{name}:" a comma is missing, or a text with a colon in it needs quotes'
        return at.slip(message, column=at.column - len(name))
    message = (
        f"this {brackets} is never closed, or a comma is missing in it; "
        "a text with a comma or a colon needs quotes"
    )
    return at.slip(message, at.opened, at.opened_column)


def _sign(at: At) -> Slip:
    """A sign that begins nothing."""
    if at.sign == "\t":
        return at.slip("indent with spaces, not with a tab")
    return at.slip(f"a text that begins with {at.sign} needs quotes")


_CAUSES: dict[str, Callable[[At], Slip | None]] = {
    "mapping values are not allowed in this context": _colon,
    "did not find expected key": _key,
    "did not find expected '-' indicator": entry,
    "could not find expected ':'": _no_key,
    "did not find expected ',' or ']'": _bracket,
    "did not find expected ',' or '}'": _bracket,
    "did not find expected node content": unclosed,
    "found character that cannot start any token": _sign,
}


def in_plain_words(text: str, error: Any) -> Slip:
    """Where and what, for any error of the parser."""
    if slip := explain(text, error):
        return slip
    mark = syntax.mark(error)
    place = Place(mark.line + 1, mark.column + 1) if mark else Place()
    return Slip(place, syntax.in_plain_words(error))
