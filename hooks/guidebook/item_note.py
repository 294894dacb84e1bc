"""One item of a self-assessment in a technical note: how it counts, why it is asked, what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from guidebook import text
from guidebook.bibliography import EXPERIENCE, Bibliography
from guidebook.quiz import compiled, model


@dataclass(frozen=True)
class ItemNote:
    """An item as written and as scored."""

    written: model.Item
    scored: compiled.Item
    works: Bibliography

    @property
    def key(self) -> str:
        """Which way it counts, and how often."""
        own = ", ".join(f"{plain(a.label)} {a.points}" for a in self.scored.answers)
        answers = f" Answers of its own: {own}." if self.written.responses else ""
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


def plain(words: str) -> str:
    """An author's words alone, so that Markdown shows them and nothing else."""
    return text.inline(words).markdown
