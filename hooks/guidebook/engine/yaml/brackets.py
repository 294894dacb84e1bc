"""Which bracket is open, and whether it is ever closed; quotes and remarks are passed over."""

import re
from collections.abc import Iterator

from guidebook.engine.problem import Slip
from guidebook.engine.yaml.indentation import At

_SIGN = re.compile(
    r"""(?<=[\s,:\[{])(?:"[^"]*"|'[^']*')|(?:^|(?<=\s))#.*|(?P<bracket>[\[\]{}])""", re.MULTILINE
)
_CLOSING = {"[": "]", "{": "}"}


def unclosed(at: At) -> Slip | None:
    """The bracket around a place, if nothing closes it from there on."""
    before = "\n".join([*at.lines[: at.line], at.before])
    opened: list[int] = []
    for place, bracket in _brackets(before):
        if bracket in "[{":
            opened.append(place)
        elif opened:
            opened.pop()
    text = "\n".join(at.lines)
    if not opened or _is_closed(text[opened[-1] :]):
        return None
    line = text.count("\n", 0, opened[-1])
    column = opened[-1] - (text.rfind("\n", 0, opened[-1]) + 1)
    bracket = text[opened[-1]]
    message = (
        f"this {bracket} is never closed; write {_CLOSING[bracket]} where it ends, or put a text that "
        f"begins with {bracket} in quotes"
    )
    return at.slip(message, line, column)


def _is_closed(text: str) -> bool:
    depth = 0
    for _, bracket in _brackets(text):
        depth += 1 if bracket in "[{" else -1
        if not depth:
            return True
    return False


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    return ((m.start(), m["bracket"]) for m in _SIGN.finditer(text) if m["bracket"])
