"""Answers to choose from: a list of the author's, or numbers in a row with words at both ends."""

from typing import Annotated, TypeAlias

from pydantic import Field, TypeAdapter, WithJsonSchema, WrapValidator

from guidebook.engine.kinds.base import Written
from guidebook.engine.shapes import Id, Points, Text

MOST_NUMBERS = 11
"""0 to 10: so many fit into one row of the narrowest phone, each large enough for a finger."""
MOST_TICKED = 12
"""Answers of which several may be chosen: every way to tick them is tried."""
MOST_RANKED = 9
"""Answers to put in order. For many words there is `kind: comparison`, which shows two at a time."""

_ONE: TypeAdapter[int] = TypeAdapter(Annotated[Points, Field(strict=True)])
_EACH: TypeAdapter[dict[str, int]] = TypeAdapter(
    Annotated[
        dict[Id, Annotated[Points, Field(strict=True)]],
        Field(min_length=1, json_schema_extra={"additionalProperties": False}),
    ]
)
ByScale: TypeAlias = Annotated[
    int | dict[str, int],
    # by its shape, so that a fault is told of the one shape that was meant
    WrapValidator(
        lambda value, _: (
            _EACH.validate_python(value) if isinstance(value, dict) else _ONE.validate_python(value)
        )
    ),
    WithJsonSchema({"anyOf": [_ONE.json_schema(), _EACH.json_schema()]}),
]
"""One number for every scale of the item, or scale → points."""


class Response(Written):
    """One answer that can be chosen."""

    id: Id = Field(description="Stable for ever: saved answers hang on it.")
    label: Text = Field(description="What the reader sees.")
    points: ByScale = Field(
        description="A whole number from -1000 to 1000; never shown on screen. Or numbers by scale, as in "
        "`{contact: 2, friend: 1}`: the item then counts on the scales that its answers name, and needs no `scale`."
    )

    @property
    def scales(self) -> list[str]:
        """The scales it names."""
        return list(self.points) if isinstance(self.points, dict) else []

    @property
    def said(self) -> str:
        """Its points: `2`, or `contact 2, friend 1`."""
        return ", ".join(f"{name} {self.on(name)}" for name in self.scales) or f"{self.points}"

    def on(self, scale: str) -> int:
        """Its points for a scale, neither mirrored nor weighted."""
        return self.points.get(scale, 0) if isinstance(self.points, dict) else self.points


class RankedAnswer(Written):
    """One of the answers that are put in order."""

    id: Id = Field(description="Stable for ever: saved answers hang on it.")
    label: Text = Field(description="What the reader sees.")
    scale: Id | None = Field(None, description="The scale on which its place counts.")


class Range(Written):
    """Numbers in one row, 2 to 11 of them. Each is an answer, and its points."""

    from_: Points = Field(alias="from", description="The first number.")
    to: Points = Field(description="The last one.")
    step: Points = Field(1, description="From one number to the next.")
    low: Text = Field(description="In words, what the first number means.")
    high: Text = Field(description="In words, what the last number means.")

    @property
    def numbers(self) -> range:
        """Its answers, in order."""
        return range(self.from_, self.to + 1, max(1, self.step))

    @property
    def responses(self) -> list[Response]:
        """Its numbers as answers; their ids are `n0`, `n10`, `minus-3`."""
        return [
            Response(id=f"n{n}" if n >= 0 else f"minus-{-n}", label=str(n), points=n)
            for n in self.numbers
        ]

    @property
    def fault(self) -> str | None:
        """What is wrong with it, and what would be right."""
        count, span = len(self.numbers), self.to - self.from_
        if self.step < 1 or span < 1 or span % self.step:
            return (
                f'"range" runs from {self.from_} up to {self.to} in steps of {self.step}; '
                "let the steps be 1 or more, and end on the last number"
            )
        if count > MOST_NUMBERS:
            step = next(n for n in range(1, span + 1) if not span % n and span // n < MOST_NUMBERS)
            return (
                f'"range" has {count} numbers, and {MOST_NUMBERS} fit a phone; write "step: {step}"'
            )
        return None
