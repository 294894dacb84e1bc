"""Points as a spreadsheet has them: a number, or numbers by scale, as in `Contact 2, Friend 1`."""

import re
from collections.abc import Mapping
from typing import TypeAlias

from guidebook.engine.kinds.scales.answers import Response

Points: TypeAlias = int | Mapping[str, int]
"""One number for every scale of an item, or title of a scale → points."""

_NUMBER = r"-?[0-9]{1,4}"
_PART = re.compile(rf"\s*(.*?\S)\s+({_NUMBER})\s*(?:,|$)")  # a title may have a comma in it


def read(cell: str) -> Points | None:
    """The points of one answer; None for what is none."""
    if re.fullmatch(_NUMBER, cell):
        return int(cell)
    parts = [*_PART.finditer(cell)]
    whole = "".join(part[0] for part in parts) == cell
    return {part[1]: int(part[2]) for part in parts} if parts and whole else None


def written(response: Response, titles: Mapping[str, str]) -> str:
    """The points of an answer; `titles` are those of the scales, by id."""
    each = ", ".join(f"{titles[scale]} {response.on(scale)}" for scale in response.scales)
    return each or f"{response.points}"


def on(points: Points, scale: str) -> int:
    """What they add to a scale."""
    return points if isinstance(points, int) else points.get(scale, 0)


def as_yaml(points: Points, ids: Mapping[str, str]) -> str:
    """The value of `points` in a quiz; `ids` are those of the scales, by title."""
    if isinstance(points, int):
        return f"{points}"
    return f"{{{', '.join(f'{ids[scale]}: {each}' for scale, each in points.items())}}}"
