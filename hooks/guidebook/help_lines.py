"""The help lines, from `data/help-lines.yml`: one dated place for what readers may depend on."""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from guidebook.problem import ProblemsFound
from guidebook.quiz import wording
from guidebook.quiz.model import Day, Text
from guidebook.source import read as read_yaml


class Line(BaseModel):
    """One service."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    where: Text = Field(description="The country or countries.")
    what: Text = Field(description="The service and what it is for.")
    how: Text = Field(description="How to reach it: Markdown, with tel: links for numbers.")
    hours: str | None = Field(None, description="When it answers.")
    confirmed_at: list[str] = Field(description="The pages on which it was confirmed.")


class HelpLines(BaseModel):
    """All of them, and the day a person checked them."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    checked: Day = Field(description="The day a person last checked every line.")
    emergency: Text = Field(description="What stands above the lines, everywhere.")
    lines: list[Line] = Field(description="In the order shown.")

    @property
    def markdown(self) -> str:
        """The sentence for emergencies, a definition for each line, and the date."""
        parts = [f"**{self.emergency}**"]
        for line in self.lines:
            hours = f" ({line.hours})" if line.hours else ""
            parts.append(f"- **{line.where}.** {line.what}: {line.how}{hours}.")
        day = date.fromisoformat(self.checked)
        checked = f"These lines were checked on {day.day} {day:%B %Y}."
        return "\n".join([parts[0], "", *parts[1:], "", checked])


def read(path: Path, root: Path) -> HelpLines | None:
    """Read the help lines. Raises ProblemsFound; without the file there are none."""
    if not path.is_file():
        return None
    source = read_yaml(path, root)
    try:
        return HelpLines.model_validate(source.data)
    except ValidationError as error:
        raise ProblemsFound(wording.problems(error, HelpLines, source)) from None
