"""A bare word of YAML 1.2 (core schema) as the value it stands for."""

import re

LONGEST_NUMBER = 100
"""Characters. Longer runs of digits are words: Python refuses to convert thousands of them."""

_BEGINS_A_NUMBER = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NAMED: dict[str, float | bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}


def read(text: str) -> str | float | bool | None:
    """The number, truth or nothing that a bare word means, else the word itself."""
    if text in _NAMED:
        return _NAMED[text]
    if text[0] not in _BEGINS_A_NUMBER:
        return text
    if len(text) > LONGEST_NUMBER or starts_with_zero(text):
        return text
    if _INTEGER.fullmatch(text):
        return int(text, 0)
    return float(text) if _FLOAT.fullmatch(text) else text


def starts_with_zero(text: str) -> bool:
    """Whether it is a number such as 010, which people read in two ways."""
    return _LEADING_ZERO.fullmatch(text) is not None
