"""Scales and their readings, as their author writes them."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails

from guidebook.engine.kinds.base import Written
from guidebook.engine.kinds.scales.measure import How, Measure
from guidebook.engine.shapes import Id, Link, Points, Score, Text


class Band(Written):
    """One reading of a scale: from its first score up to the next band's."""

    from_: Score = Field(
        alias="from",
        description="The lowest score of the band. Of a mean, with two decimals at most.",
    )
    id: Id = Field(description="Stable for ever: saved results and notes hang on it.")
    title: Text = Field(description="A name for the situation, not for the person.")
    text: Text = Field(description="What the answers suggest, in two or three sentences.")
    step: Text | None = Field(None, description="One small step that takes two minutes.")
    tool: Link | None = Field(None, description="The page that helps to take it.")


class Scale(Written):
    """Something the quiz looks at: the sum of some items' points, and what it suggests."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["bands"]}, {"required": ["text"]}]}
    )
    title: Text = Field(description="What the scale looks at, in a few words.")
    score: How = Field(
        "sum",
        description="`sum`: its items' points added up. `mean`: the points by item, to two decimals. `count`: how many "
        "of its items were answered with `at` points or more.",
    )
    at: Points | None = Field(
        None, description="With `score: count`: the points that an answer must reach."
    )
    min_answered: Annotated[int, Field(ge=1)] | None = Field(
        None,
        description="Fewer answered items give no score. Default: three quarters, rounded up.",
    )
    passage: Link | None = Field(None, description="Where in the chapter to read on.")
    lines: Literal["soft", "exact"] = Field(
        "soft",
        description="`soft`: a score beside a line says that it was close. `exact`: it does not, "
        "as for published cut-offs.",
    )
    bands: Annotated[list[Band], Field(min_length=1)] = Field(
        [], description="Its readings, from low to high; each runs to the next one's `from`."
    )
    text: Text | None = Field(
        None,
        description="With `result: leading`, in place of `bands`: what it suggests that this category leads.",
    )
    step: Text | None = Field(
        None, description="With `text`: one small step that takes two minutes."
    )
    tool: Link | None = Field(None, description="With `step`: the page that helps to take it.")

    @model_validator(mode="after")
    def _has_a_reading(self) -> Self:
        if not self.bands and self.text is None:
            missing = InitErrorDetails(type="missing", loc=("bands",), input={})
            raise ValidationError.from_exception_data("Scale", [missing])
        return self

    @property
    def measure(self) -> Measure:
        """How it is scored."""
        return Measure(self.score, self.at if self.score == "count" else None)

    @property
    def starts(self) -> list[int]:
        """Where its bands begin, in units of its measure."""
        return [self.measure.inside(band.from_) for band in self.bands]
