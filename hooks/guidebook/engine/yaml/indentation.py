"""Where a line of YAML begins, and where it would belong by the lines above it."""

import re
from typing import NamedTuple

from guidebook.engine.problem import Place, Slip


class At(NamedTuple):
    """The parser's complaint in its surroundings; lines and columns count from 0."""

    lines: list[str]
    line: int
    column: int
    opened: int
    """The line of what the parser was reading when it stumbled."""
    opened_column: int

    @property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.here[: self.column]

    @property
    def sign(self) -> str:
        return self.here[self.column : self.column + 1]

    def slip(self, message: str, line: int | None = None, column: int | None = None) -> Slip:
        line = self.line if line is None else line
        return Slip(Place(line + 1, (self.column if column is None else column) + 1), message)


def deeper(at: At, key: re.Match[str]) -> Slip:
    """A key that is indented below a line which has its value already."""
    begins = key.start("key")
    above = next(
        (n for n in range(at.line - 1, -1, -1) if at.lines[n].split("#")[0].strip()), at.line
    )
    column = len(at.lines[above]) - len(at.lines[above].lstrip(" -"))
    message = (
        f"this line is indented further than the line above it, which has its value already; "
        f"begin it in column {column + 1}, as the line above, or move that one"
    )
    return at.slip(message, column=begins)


def dash(at: At) -> Slip:
    """An entry of a list where there is no list, or where it has another indentation."""
    first = at.line
    for n in range(at.line - 1, -1, -1):
        line = at.lines[n]
        if not line.split("#")[0].strip():
            continue
        if _indent(line) < at.column:
            break
        first = n
    line = at.lines[first]
    if line.lstrip().startswith("-"):
        return at.slip(_same_column(at.column, _indent(line)))
    if first == at.line:
        return at.slip(fits(at))
    message = f"the first entry of the list that goes on in line {at.line + 1} has no - and space before it"
    return at.slip(message, first, _indent(line))


def entry(at: At) -> Slip:
    """Something where the next entry of a list should begin."""
    rest = at.here[at.column :]
    if re.match(r"-\s", rest):
        return at.slip(_same_column(at.column, at.opened_column))
    if re.match(r"-\S", rest):
        return at.slip("a space is missing after the -")
    within = len(at.lines[at.opened]) - len(at.lines[at.opened].lstrip(" -"))
    message = (
        f'begin each entry of the list with "- "; if this line belongs to the entry above it, '
        f"begin it in column {within + 1}"
    )
    return at.slip(message)


def _same_column(column: int, above: int) -> str:
    return (
        f"this - stands in column {column + 1}, and the others of its list in column {above + 1}; "
        "put it there too"
    )


def fits(at: At) -> str:
    """Where the lines above begin, just left and just right of this one."""
    starts = {
        start
        for line in at.lines[: at.line]
        if line.split("#")[0].strip()
        for start in (_indent(line), len(line) - len(line.lstrip(" -")))
    }
    near = [
        *sorted(start for start in starts if start < at.column)[-1:],
        *sorted(start for start in starts if start > at.column)[:1],
    ]
    columns = " or ".join(str(start + 1) for start in near)
    return (
        f"this line begins in column {at.column + 1}, and none above it that it could belong to does; "
        f"begin it in column {columns}"
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
