"""How far the quizzes have come on the way to a tested measure, from `data/validation.yml`."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from guidebook.book.bibliography import Bibliography
from guidebook.engine.links import Docs
from guidebook.engine.messages import wording
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.shapes import Link, Text
from guidebook.engine.yaml.source import read as read_yaml


class Step(BaseModel):
    """One step of the way."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    what: Text = Field(description="What is to be done.")
    done: Literal["yes", "not yet", "no"] = Field(description="Whether it has been.")
    how: Text | None = Field(None, description="From what, or by whom.")
    see: Link | None = Field(None, description="Where a reader can check it. A yes needs one.")

    @property
    def answer(self) -> str:
        """Whether it has been done, and where to see it."""
        said = self.done.capitalize() + (f": {self.how}" if self.how else "")
        return f"[{said}]({self.see})" if self.see else said


class Validation(BaseModel):
    """All the steps, in order."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    source: str = Field(description="The bibliography key of the work that names the steps.")
    steps: list[Step] = Field(min_length=1, description="In their order.")

    @property
    def markdown(self) -> str:
        """A table of the steps."""
        rows = [f"| {n}. {step.what} | {step.answer} |" for n, step in enumerate(self.steps, 1)]
        return "\n".join(["| Step | Done? |", "| --- | --- |", *rows])

    @property
    def open(self) -> list[tuple[int, Step]]:
        """The steps still to be taken, by their number."""
        return [(n, step) for n, step in enumerate(self.steps, 1) if step.done != "yes"]


def read(path: Path, root: Path, docs: Docs, works: Bibliography) -> Validation | None:
    """Read the steps. Raises ProblemsFound; without the file there are none."""
    if not path.is_file():
        return None
    source = read_yaml(path, root)
    validation = wording.validated(Validation, source)
    problems = []
    if fault := works.fault(validation.source):
        problems.append(source.problem(("source",), fault))
    for n, step in enumerate(validation.steps):
        if step.see and (fault := docs.fault(step.see)):
            problems.append(source.problem(("steps", n, "see"), fault))
        elif step.done == "yes" and not step.see:
            message = 'a step that is done needs "see": a page or a file that shows it'
            problems.append(source.problem(("steps", n, "done"), message))
    if problems:
        raise ProblemsFound(problems)
    return validation
