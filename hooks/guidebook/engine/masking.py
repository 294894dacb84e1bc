"""Code and comments of a page, put aside: what stands in them is no block, no mark and no link."""

import re
from functools import lru_cache

_CODE = re.compile(
    r"^(?P<fence> *(?:`{3,}|~{3,})) *(?:\{[^\n]*\}|[\w#.+-]*) *\n.*?^(?P=fence) *$"
    r"|(?<![\\`])(?P<tick>`+)(?!`)(?:(?!\n[ \t]*(?:\n|/{3})).)+?(?<!`)(?P=tick)(?!`)|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)


@lru_cache(maxsize=512)  # many look at the same page, and a preview at the same pages again
def masked(text: str) -> str:
    """The text with code and comments blanked out; every character keeps its place."""
    return _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), text)


def without_comments(text: str) -> str:
    """The text without its comments; code stays as it is."""
    return _CODE.sub(lambda m: "" if m[0].startswith("<!--") else m[0], text)
