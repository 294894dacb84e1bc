"""One item of a self-assessment in a technical note: how it counts, why it is asked, what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidebook.book.bibliography import EXPERIENCE, Bibliography
from guidebook.engine import text
from guidebook.engine.kinds.base import Answer, Item
from guidebook.engine.kinds.scales import model


@dataclass(frozen=True)
class ItemNote:
    """An item as written and as scored."""

    written: model.Item
    scored: Item
    works: Bibliography

    @property
    def key(self) -> str:
        """Which way it counts, and how often."""
        own = ", ".join(f"{plain(a.label)} {_points(a)}" for a in self.scored.answers)
        answers = (
            f" Answers of its own: {own}." if self.written.responses or self.written.range else ""
        )
        if self.written.rank:
            first = len(self.written.rank)
            return f"answers are put in order; the first place brings {first} points, each after it one fewer."
        if any(answer.by_scale for answer in self.scored.answers):
            return f"its answers give points by scale.{answers}"
        if self.written.several:
            return f"several answers may be chosen, and their points are added up.{answers}"
        weight = self.scored.weight
        times = "counts once" if weight == 1 else f"counts {weight} times"
        return f"{self._direction}; {times}.{answers}"

    def line(self, key: str = "") -> str:
        """Markdown for a list: the item with `key`, and everything that its author says of it."""
        parts = [f"- **{self.scored.number}. {plain(self.scored.stem)}**"]
        if key:
            parts.append(f"*{key}*")
        if self.written.why:
            parts.append(plain(self.written.why))
        if self.written.covers:
            parts.append(f"Covers {', '.join(self.written.covers)}.")
        if self.written.evidence:
            parts.append(f"Rests on {', '.join(map(self._source, self.written.evidence))}.")
        return " ".join(parts)

    def labels(self, wanted: Sequence[str]) -> str:
        """`"Often" or "Very often"`."""
        return " or ".join(f'"{plain(a.label)}"' for a in self.scored.answers if a.id in wanted)

    @property
    def _direction(self) -> str:
        points = [answer.points or 0 for answer in self.scored.answers]
        if points == sorted(points):
            return "later answers bring more points"
        if points == sorted(points, reverse=True):
            return "later answers bring fewer points"
        return "the points follow no order"

    def _source(self, key: str) -> str:
        return "the contributors' experience" if key == EXPERIENCE else self.works.in_passing(key)


def _points(answer: Answer) -> str:
    """`2`, or `contact 2, friend 1`."""
    each = ", ".join(f"{scale} {points}" for scale, points in answer.by_scale if points)
    return each or f"{answer.points or 0}"


def plain(words: str) -> str:
    """An author's words alone, so that Markdown shows them and nothing else."""
    return text.inline(words).markdown
