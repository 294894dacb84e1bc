"""What the kinds share that make something of a reader's choices: what may be ticked, lines with gaps."""

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from guidebook.engine.kinds.base import Written
from guidebook.engine.shapes import OneOrMore, Text

BLANK = "______"
"""A gap that is filled in by hand."""

_GAP = re.compile(r"\{(.*?)\}")


_PLACE = r"[a-z0-9-]+\.[a-z0-9-]+"


def _place(text: str) -> str:
    if re.fullmatch(_PLACE, text):
        return text
    raise ValueError(
        f'cannot be "{text[:40]}"; write the quiz and its scale, as in my-quiz.my-scale'
    )


Suggested: TypeAlias = Annotated[
    dict[Annotated[str, AfterValidator(_place)], OneOrMore],
    Field(json_schema_extra={"propertyNames": {"pattern": f"^{_PLACE}$"}}),
]


class Tick(Written):
    """Something to tick."""

    label: Text = Field(description="What the reader sees.")
    says: Text = Field(description="Its line of the plan.")
    why: Text | None = Field(
        None, description="Why it is ticked or filled in at first, in a line under it."
    )
    ticked: bool = Field(False, description="Whether it is ticked at first.")
    suggested: Suggested = Field(
        {},
        description="Ticked if the last result says so: quiz.scale → bands, or `leading` where one scale leads.",
    )


def gaps(line: str) -> list[str]:
    """The names of what a line has filled in."""
    return _GAP.findall(line)


def blank(line: str) -> str:
    """A line to be filled in by hand."""
    return _GAP.sub(BLANK, line)
