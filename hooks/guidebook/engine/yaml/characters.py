"""Characters that no reader sees, but that turn a line round, split a word or hide one.

Some of them are letters' neighbours in languages that need them, and stay there: the two joiners after
a letter of Arabic, of India or of South-East Asia (and in emoji), marks of direction in a line that has a
right-to-left letter, an invisible space in Thai, Lao, Burmese and Khmer.
"""

import re
import unicodedata
from html import unescape

_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_JOINED = re.compile("[\u0590-\u109f\u1780-\u18af]")
_SPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|\w{2,32});")


def unseen(text: str) -> tuple[int, str] | None:
    """Where the first one stands that has no business there, and what to say of it."""
    for found in _SUSPECT.finditer(text):
        if not _is_needed(text, found.start()):
            code = f"U+{ord(found[0]):04X}"
            return found.start(), f"an invisible character ({code}) stands here; remove it"
    return None


def unseen_entity(text: str) -> tuple[int, str] | None:
    """The same of characters that HTML writes with an ampersand: whoever means one can write it."""
    for found in _ENTITY.finditer(text):
        if _SUSPECT.search(unescape(found[0])):
            return found.start(), f"{found[0]} is an invisible character; remove it"
    return None


def _is_needed(text: str, at: int) -> bool:
    mark, before = text[at], text[at - 1 : at]
    if mark in "\u200c\u200d":
        is_emoji = (
            mark == "\u200d" and before and unicodedata.category(before) in {"So", "Sk", "Mn"}
        )
        return bool(_JOINED.match(before) or is_emoji)
    if mark == "\u200b":
        return bool(_SPACED.match(before))
    if mark in "\u061c\u200e\u200f":
        line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
        return any(
            unicodedata.bidirectional(letter) in {"R", "AL"} for letter in line if letter != mark
        )
    return False
