"""`kind: schedule`: times of the week that a reader chooses, and the plan that is made of them."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from guidebook.engine.kinds.base import CompiledQuiz, Quiz, Written
from guidebook.engine.kinds.choices import Tick, blank
from guidebook.engine.shapes import Id, Text
from guidebook.engine.yaml.source import Value

WHOLE = frozenset({"visits", "days", "minutes", "times", "day", "partner", "review"})
"""What any line may have filled in: the visits, their days, their minutes a day, when they begin…"""
OWN = frozenset({"start", "end", "days", "own"})
"""What the line of a time may have filled in besides."""


_CLOCK = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_NEARLY = r"([0-9]{1,2})[:.h]?([0-9]{2})"
"""How people write a time otherwise: 7:30, 7.30, 1830."""


def _clock(value: Value) -> Value:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return value
    text = f"{value:.2f}" if isinstance(value, float) else str(value)
    if isinstance(value, str) and re.fullmatch(_CLOCK, text):
        return value
    nearly = re.fullmatch(_NEARLY, text)
    meant = f"{nearly[1]:0>2}:{nearly[2]}" if nearly else ""
    right = meant if re.fullmatch(_CLOCK, meant) else "18:30"
    raise ValueError(f'cannot be "{text[:40]}"; write the time as {right}')


DayCode: TypeAlias = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]
DAYS: tuple[DayCode, ...] = ("mo", "tu", "we", "th", "fr", "sa", "su")
Clock: TypeAlias = Annotated[
    str,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": f"^({_CLOCK})$"}),
]
Minutes: TypeAlias = Annotated[int, Field(ge=5, le=720)]


class Time(Tick):
    """A time of day: a visit, or an hour to keep free; {start}, {end}, {days}, {own} are filled in."""

    id: Id = Field(description="Stable for ever: saved plans hang on it.")
    start: Clock = Field(description="When it begins at first, as in 18:30.")
    minutes: Minutes = Field(description="How long it is at first; one of `lengths`.")
    folded: bool = Field(False, description="Whether it waits in the fold-out `more`.")
    own: Text | None = Field(None, description="Asks for words of the reader's own, under this.")


class Times(Written):
    """Times of one sort, which share a column of the week."""

    title: Text = Field(description="The question.")
    column: Text = Field(description="The head of their column.")
    entry: Text = Field(description="What the calendar calls them; others may see it.")
    more: Text | None = Field(None, description="The title of the fold-out.")
    times: Annotated[list[Time], Field(min_length=1)] = Field(description="In the order shown.")


class Choice(Tick):
    """One of several ways."""

    id: Id = Field(description="Stable for ever: saved plans hang on it.")


class Choices(Written):
    """A question with one answer."""

    title: Text = Field(description="The question.")
    choices: Annotated[list[Choice], Field(min_length=2)] = Field(description="In the order shown.")


class Partner(Tick):
    """Somebody who asks how it went; {partner} and {day} are filled in."""

    title: Text = Field(description="The question.")
    name: Text = Field(description="The label of the field for a name, which may stay empty.")
    someone: Text = Field(description="What the plan says instead of a name.")
    day_label: Text = Field(description="The label of the field for a day.")
    day: DayCode = Field(description="The day that is chosen at first.")
    entry: Text = Field(description="What the calendar calls the day; others may see it.")
    message: Text = Field(description="What the reader may send; {visits}, {days} and {day}.")


class Review(Written):
    """A day to look at the plan again."""

    label: Text = Field(description="The label of its field.")
    after: Annotated[int, Field(ge=1, le=366)] = Field(description="How many days from today.")
    why: Text | None = Field(None, description="Why then, in a line under it.")
    says: Text = Field(description="Its line of the plan; filled in is {review}.")
    entry: Text = Field(description="What the calendar calls it; others may see it.")


class ScheduleQuiz(Quiz):
    """Times, and what else belongs to a plan for them."""

    kind: Literal["schedule"] = Field(description="The plan of a week, with a calendar file.")
    lengths: Annotated[list[Minutes], Field(min_length=1)] = Field(
        description="How many minutes a time may have."
    )
    days: list[DayCode] = Field(description="The days of the visits that are ticked at first.")
    discreet: Text = Field(description="A title for all entries that gives nothing away.")
    visits: Times = Field(description="Its first time is always part of the plan.")
    away: Times = Field(description="Times without the phone, every day.")
    making: Times = Field(description="Times to make something first, on the days of the visits.")
    alerts: Choices = Field(description="How alerts may reach the reader.")
    timer: Tick = Field(description="A limit that the device keeps; {minutes} is filled in.")
    partner: Partner = Field(description="Who may ask how it went.")
    review: Review = Field(description="When to look at the plan again.")


@dataclass(frozen=True)
class CompiledSchedule(CompiledQuiz):
    """A plan to be filled in, every gap of which something fills."""

    kind = "schedule"
    written: ScheduleQuiz
    days = DAYS

    @property
    def columns(self) -> dict[str, Times]:
        """The sorts of times, as the columns of the week."""
        written = self.written
        return {"visits": written.visits, "making": written.making, "away": written.away}

    @staticmethod
    def blank(line: str) -> str:
        """A line of the plan to be filled in by hand."""
        return blank(line)
