"""The text of a page, once it is known that it can be read: its encoding, its characters, and its bounds.

Parsers of Markdown look at some texts again and again: brackets that never close, marks of emphasis in a
row, quotations in quotations. The bounds are far above what people write (a chapter has twenty thousand
characters), and low enough that no page keeps a build waiting.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from guidebook.engine import fences, text_file
from guidebook.engine.problem import Problem, ProblemsFound, place_of_offset, shown_path
from guidebook.engine.yaml import characters

LARGEST = 150_000
"""Bytes."""
LONGEST_LINE = 10_000
LONGEST_HEADING = 300
"""Characters of each."""
DEEPEST = 12
"""Quotations in each other, and levels of a list."""

_HEADING = re.compile(rf"^ {{0,3}}#.{{{LONGEST_HEADING},}}", re.MULTILINE)
_LONG = re.compile(rf"^.{{{LONGEST_LINE + 1},}}", re.MULTILINE)
_DEEP = re.compile(
    rf"^(?:[ \t]*>){{{DEEPEST + 1}}}|^(?:    |\t){{{DEEPEST + 1}}}[ \t]*[^ \t\n]"
    rf"|^(?![-* \t]*$)(?:[ \t]*(?:>|(?:[-+*]|\d{{1,9}}[.)])[ \t])){{{DEEPEST + 1}}}",
    re.MULTILINE,
)
_COMMENT = re.compile(r"<!--(?:.*?(-->)|)", re.DOTALL)
_BLANK = re.compile(r"\n[ \t]*\n")
_MOST = {
    "[": 300,
    "]": 300,
    "*": 600,
    "_": 600,
    "`": 600,
    "<": 300,
    "&": 600,
    "{": 300,
    "\\": 600,
    "|": 3_000,
    "!": 600,
}
"""Character → how many of it may stand in one paragraph, list or table."""
_MOST_IN_A_PAGE = {
    "[": 3_000,
    "|": 9_000,
    "*": 9_000,
    "_": 9_000,
    '"': 9_000,
    "'": 9_000,
    "@": 600,
    "[^": 600,
    "///": 300,
    "<!--": 300,
}
_MOST_LINES = (
    (re.compile(r"^[ >\t]*(?:```|~~~)", re.MULTILINE), 400, "lines of ``` or ~~~"),
    (re.compile(r"^ {0,3}(?:#|(?:=+|-+) *$)", re.MULTILINE), 500, "headings"),
)


def read(path: Path, root: Path) -> str:
    """The text. Raises ProblemsFound where nothing can be made of it."""
    text = text_file.read(path, root, LARGEST, what="page", cure=". Make two of it")
    if found := next(faults(text), None):
        at = place_of_offset(text, found[0])
        raise ProblemsFound([Problem(shown_path(path, root), at, found[1])])
    return text


def is_readable(content: bytes) -> bool:
    """Whether a parser of Markdown should be given it."""
    try:
        return len(content) <= LARGEST and not any(faults(content.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return False


def bounded(path: Path) -> str:
    """The text where it keeps to the bounds, else nothing: enough to know what others may link to in it."""
    if path.stat().st_size > LARGEST:
        return ""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    return "" if any(faults(text)) else text


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Where something stands that no page needs, and what to say of it."""
    if unseen := characters.unseen(text):
        yield unseen
    if found := _LONG.search(text):
        yield found.start(), f"a line of more than {LONGEST_LINE:,} characters; break it"
    if found := _HEADING.search(text):
        yield found.start(), f"a heading of more than {LONGEST_HEADING} characters; shorten it"
    if found := _DEEP.search(text):
        yield found.start(), f"a quotation or list more than {DEEPEST} levels deep; make it flatter"
    yield from fences.faults(text)
    for found in _COMMENT.finditer(text):
        if not found[1]:
            yield found.start(), "the comment that begins here never ends; close it with -->"
            break
    yield from overfull(text)
    yield from _crowded(text)


def overfull(text: str, pages: int = 1) -> Iterator[tuple[int, str]]:
    """Where the first thing stands of which there is too much, for a page that holds some `pages` of usual size."""
    for lines, most, what in _MOST_LINES:
        found = [line.start() for line in lines.finditer(text)]
        if len(found) > (most := most * pages):
            yield found[most], f"more than {most:,} {what} in one page; make two of it"
            return
    for mark, most in _MOST_IN_A_PAGE.items():
        if text.count(mark) > (most := most * pages):
            yield text.find(mark), f"more than {most:,} times {mark} in one page; make two of it"
            return


def _crowded(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for block in _BLANK.split(text):
        for mark, most in _MOST.items():
            if block.count(mark) > most:
                message = (
                    f"more than {most} times {mark} in one paragraph, list or table; divide it"
                )
                yield max(text.find(block, at), 0), message
                return
        at += len(block)
