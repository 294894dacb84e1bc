"""What every kind of quiz shares, as written and as compiled, and what a kind is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field

from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.shapes import Code, Day, Link, Text
from guidebook.engine.yaml.source import Source


class Written(BaseModel):
    """What all parts of a quiz file share: unknown keys are refused, nothing is converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Quiz(Written):
    """What every kind of quiz says of itself."""

    language: Code | None = Field(
        None,
        description="The code of the language it is written in. Default: that of the site.",
    )
    title: Text = Field(description="The question the quiz asks.")
    summary: Text | None = Field(
        None, description="One sentence, for cards, search and link previews."
    )
    period: Text | None = Field(None, description="The time the questions ask about.")
    reviewed: Day | None = Field(None, description="The day a person last read it through.")
    chapter: Link | None = Field(None, description="The chapter it belongs to.")
    intro: Text | None = Field(None, description="What to know before the first question.")
    origin: Text | None = Field(
        None,
        description="Who wrote it, under which licence, whether it was tested, how to cite it. It stands below the "
        "result, in place of what a page says there by itself.",
    )


@dataclass(frozen=True)
class CompiledQuiz:
    """What every kind of quiz says of itself."""

    kind: ClassVar[str]
    """The folder of its widget."""
    name: str
    """The file's, without its ending."""
    language: str | None
    """Its code; None: that of the site."""
    title: str
    intro: str | None
    origin: str | None

    @property
    def begins(self) -> str | None:
        """What it asks first. None: it asks no questions."""
        return None

    @property
    def asks(self) -> int | None:
        """How many questions a reader meets. None: that is not known."""
        return None


class Shared(TypedDict):
    """The fields of `CompiledQuiz`."""

    name: str
    language: str | None
    title: str
    intro: str | None
    origin: str | None


def shared(written: Quiz, name: str) -> Shared:
    """What every compiled quiz takes from the quiz as written; `name` is the file's, without its ending."""
    return Shared(
        name=name,
        language=written.language,
        title=written.title,
        intro=written.intro,
        origin=written.origin,
    )


@dataclass(frozen=True)
class Answer:
    """One radio button."""

    id: str
    label: str
    points: int | None = None
    """Mirrored and weighted, as the paper sheet adds them up. None: counts on no scale, or by scale."""
    by_scale: tuple[tuple[str, int], ...] = ()
    """Scale → weighted points, where its item gives each scale points of its own."""
    scale: str | None = None
    """Of one that is put in order: the scale on which its place counts."""

    def on(self, scale: str) -> int:
        """The weighted points that it adds to a scale of its item."""
        return dict(self.by_scale).get(scale, 0) if self.points is None else self.points


@dataclass(frozen=True)
class Item:
    """One group of radio buttons."""

    id: str
    number: int
    """Its place on the page, from 1."""
    stem: str
    answers: tuple[Answer, ...]
    scales: tuple[str, ...] = ()
    weight: int = 1
    why: str | None = None
    ends: tuple[str, str] | None = None
    """Its answers are numbers in a row; what the first and the last mean."""
    several: bool = False
    """More than one answer may be chosen, or none of them."""
    reflect: bool = False
    """It has room to write, and no answers."""
    ranked: bool = False
    """Its answers are put in order; some may be left out of it."""


Say = Callable[..., Markup]
"""A phrase of the widget by its key, its gaps filled."""
Inline = Callable[[str], Markup]
"""A line of an author's Markdown."""


def _nothing(quiz: Any, say: Say, inline: Inline) -> Mapping[str, Any]:  # noqa: ARG001 (as `Kind.paper`)
    return {}


@dataclass(frozen=True)
class Kind:
    """One kind of quiz. Its folder names it; its widget lies in a folder of the same name."""

    model: type[Quiz]
    """How it is written."""
    compile: Callable[[Any, Source, str, Docs], tuple[CompiledQuiz | None, list[Problem]]]
    """From the quiz as written, its source and name, to the quiz as compiled, or None and every problem."""
    paper: Callable[[Any, Say, Inline], Mapping[str, Any]] = _nothing
    """What its template needs besides the compiled quiz: mostly words for the sheet of paper."""
    formerly: tuple[str, ...] = ()
    """Names that `kind:` had before, and that go on working."""
