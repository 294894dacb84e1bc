"""Entries of data/house-rules.yml: where the answers of a table stand, from safe to bold; words to keep."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from guidebook.engine.shapes import Id, Text

_Row = Annotated[list[Id], Field(min_length=1)]


class Limit(BaseModel):
    """Answers with which nothing bolder than one outcome may be said."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    when: dict[Id, _Row] = Field(description="Item → answers; every item named must fit.")
    outcome: Id = Field(description="The boldest outcome that they may lead to.")


class Order(BaseModel):
    """What counts as riskier, and what as bolder, in one table."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    risk: dict[Id, _Row] = Field(description="Item → its answers, from the safest on.")
    boldness: list[_Row] = Field(description="Outcomes, the least bold first; a row is alike.")
    at_most: list[Limit] = Field([], description="Answers that allow nothing bolder.")

    @property
    def level(self) -> dict[str, int]:
        """Outcome → how bold it is."""
        return {outcome: n for n, row in enumerate(self.boldness) for outcome in row}


class Kept(BaseModel):
    """Words that have to stay in a file."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    file: Text = Field(description="From the project's folder.")
    words: Text = Field(description="As they stand there; line ends and capitals do not matter.")
    reason: Text = Field(description="Why they stay.")
