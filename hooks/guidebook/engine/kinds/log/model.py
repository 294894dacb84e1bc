"""`kind: log`: entries of the same few fields, one after the other, which make a record."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.shapes import Id, Text

LONGEST = {"line": 120, "text": 400}
"""Characters that a field takes: fifty entries of them can be kept (history.mjs)."""
MOST_COLUMNS = 8


class Column(Written):
    """Something that every entry says."""

    id: Id = Field(description="Stable for ever: what readers have kept hangs on it.")
    label: Text = Field(description="What the reader sees, and what stands above it on paper.")
    hint: Text | None = Field(None, description="A line under the field, on the screen.")
    takes: Literal["day", "line", "text"] = Field(
        "line",
        description=f"`day`: a date. `line`: up to {LONGEST['line']} characters. "
        f"`text`: up to {LONGEST['text']}.",
    )
    needed: bool = Field(False, description="Whether an entry cannot do without it.")


class LogQuiz(Quiz):
    """Entries that make a record."""

    kind: Literal["log"] = Field(description="Entries that make a record.")
    button: Text = Field(description="What the button says that adds an entry.")
    heading: Text = Field(description="The heading of the record.")
    blanks: Annotated[int, Field(ge=1, le=30)] = Field(
        description="How many empty entries the sheet of paper has."
    )
    columns: Annotated[list[Column], Field(min_length=1, max_length=MOST_COLUMNS)] = Field(
        description="In the order shown."
    )


@dataclass(frozen=True)
class CompiledLog(CompiledQuiz):
    """A record whose entries are never empty, in the order of their days."""

    kind = "log"
    written: LogQuiz
    longest = LONGEST
