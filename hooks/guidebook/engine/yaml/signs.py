"""Signs that a person takes for another, and what of a text YAML would not read."""

import re

from guidebook.engine.problem import Place, Slip

ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Spaces of word processors, which YAML takes for letters."""
CURLY = "“”„‟«»‘‚"
"""Quotation marks that YAML takes for letters."""


_ODD_INDENT = re.compile(rf"[ \t]*(?P<space>{ODD_SPACE})\s*(?:-\s|[A-Za-z_-]+:)")

REMARK = (
    'what follows " #" is a remark, and is not read; put the text in quotes, or, if it is a remark, '
    "write two spaces before the # and one after it"
)


def odd_indent(text: str) -> Slip | None:
    """The first line that is indented with a space that YAML takes for a letter."""
    for n, line in enumerate(text.split("\n")):
        if found := _ODD_INDENT.match(line):
            code = f"U+{ord(found['space']):04X}"
            message = (
                f"this line is indented with a space that YAML does not know ({code}), as word "
                "processors make it; type the spaces anew"
            )
            return Slip(Place(n + 1, found.start("space") + 1), message)
    return None


def remark(text: list[str], line: int, column: int, value: str) -> Slip | None:
    """What looks like a lost end of an unquoted text: a # where a person might mean the sign itself."""
    rest = text[line][column:] if line < len(text) else ""
    found = re.match(r"[ \t]+#", rest)
    if not found:
        return None
    after = rest[found.end() : found.end() + 1]
    is_word = after not in ("", " ", "#", "\t", "\r")
    is_close = len(found[0]) == 2 and " " in value
    if is_word or is_close:
        return Slip(Place(line + 1, column + len(found[0])), REMARK)
    return None
