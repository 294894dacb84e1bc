"""A spreadsheet of items (CSV), read: what each row says of an item, and what is wrong with it."""

import csv
import io
from typing import NamedTuple

from guidebook.engine.problem import Place, Problem, ProblemsFound, nearest
from guidebook.engine.spreadsheet import points_cell
from guidebook.engine.spreadsheet.points_cell import Points

COLUMNS = ("item", "answers", "points", "scale", "reversed", "weight", "several")
"""The first four have to be there."""
PARTED = "|"
RANK = "rank"
NO_SCALE = "-"
YES = ("yes", "y", "true", "x", "1", "r")
NO = ("", "no", "n", "false", "0", "-")


class Row(NamedTuple):
    """An item of a spreadsheet."""

    item: str
    answers: tuple[tuple[str, Points], ...]
    """Label and points."""
    scales: tuple[str, ...]
    """Those of the item; of answers put in order, the one of each; none where answers name theirs by their points."""
    reversed: bool
    ranked: bool = False
    weight: int = 1
    """How often it counts, from 1 to 100."""
    several: bool = False
    """Whether several of its answers may be chosen."""

    @property
    def named(self) -> tuple[str, ...]:
        """The scales that its answers give points of their own."""
        given = (points for _, points in self.answers if not isinstance(points, int))
        return tuple(dict.fromkeys(scale for each in given for scale in each))


def rows(text: str, path: str) -> list[Row]:
    """The items of a spreadsheet. Raises ProblemsFound; columns count from 1."""
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    head = [name.strip().lower() for name in table[0]] if table else []
    problems = [
        Problem(
            path,
            Place(1, 1),
            f'there is no column "{name}"; name it in the first line ({", ".join(COLUMNS)})',
        )
        for name in COLUMNS[:4]
        if name not in head
    ]
    problems += [
        Problem(path, Place(1, n), f'unknown column "{name}"{nearest(name, COLUMNS)}')
        for n, name in enumerate(head, 1)
        if name not in COLUMNS
    ]
    if problems:
        raise ProblemsFound(problems)
    found = []
    for line, cells in enumerate(table[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        row, faults = _row(dict(zip(head, (cell.strip() for cell in cells), strict=False)))
        found.append(row)
        problems += [Problem(path, Place(line, head.index(of) + 1), said) for of, said in faults]
    if not found and not problems:
        problems.append(Problem(path, Place(2, 1), "there are no items; write one a line"))
    if problems:
        raise ProblemsFound(problems)
    return found


def _row(cells: dict[str, str]) -> tuple[Row, list[tuple[str, str]]]:
    answers, points, scales = (
        [part.strip() for part in cells.get(name, "").split(PARTED) if part.strip()]
        for name in COLUMNS[1:4]
    )
    turned, several = (cells.get(name, "").lower() for name in ("reversed", "several"))
    weight, faults = cells.get("weight") or "1", []
    ranked = [point.lower() for point in points] == [RANK]
    if not cells.get("item"):
        faults.append(("item", "the item has no words; write them"))
    if len(answers) < 2:
        faults.append(
            ("answers", "an item has two answers or more, parted by |, as in Never|Often")
        )
    elif ranked and len(scales) != len(answers):
        message = (
            f"{len(answers)} answers to put in order, and scales for {len(scales)}; "
            f"name one for each, parted by |, or {NO_SCALE} for none"
        )
        faults.append(("scale", message))
    elif not ranked and len(answers) != len(points):
        message = (
            f"{len(answers)} answers, and points for {len(points)}; give each its own, parted by |"
        )
        faults.append(("points", message))
    read = [points_cell.read(each) for each in points]
    faults += [
        ("points", f'points are whole numbers, or as in Contact 2, Friend 1; not "{each[:40]}"')
        for each, found in zip(points, read, strict=True)
        if found is None and not ranked
    ]
    by_scale = any(isinstance(each, dict) for each in read)
    if by_scale and scales:
        faults.append(("scale", "the points name their scales already; leave this empty"))
    elif not {*scales} - {NO_SCALE} and not by_scale:
        faults.append(("scale", "the item counts on nothing; name a scale"))
    faults += [
        (name, f'"{said[:40]}" is neither yes nor no; write yes, or nothing')
        for name, said in (("reversed", turned), ("several", several))
        if said not in (*YES, *NO)
    ]
    if not (weight.isascii() and weight.isdigit() and 1 <= int(weight[:4]) <= 100):
        faults.append(("weight", f'a weight is a whole number from 1 to 100, not "{weight[:40]}"'))
    if ranked and several in YES:
        faults.append(("several", "in an order each answer has a place; leave this empty"))
    if ranked and turned in YES:
        faults.append(("reversed", "an order is not reversed; say in its item what stands first"))
    numbers = [0] * len(answers) if ranked or faults else [each or 0 for each in read]
    given = tuple(zip(answers, numbers, strict=True))
    row = Row(
        cells.get("item", ""),
        given,
        tuple(scales),
        turned in YES,
        ranked,
        1 if faults else int(weight),
        several in YES,
    )
    return row, faults
