"""What a scale makes of its answers: their sum, their mean, or a count of those that reach something."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

How: TypeAlias = Literal["sum", "mean", "count"]

HUNDREDTHS = 100
"""A mean is scored to two decimals; inside, it is a whole number of hundredths."""


@dataclass(frozen=True)
class Measure:
    """How a scale is scored. Scores inside are whole numbers of its `unit`."""

    how: How = "sum"
    at: int | None = None
    """A count: the points an answer must reach, before any weight."""

    @property
    def unit(self) -> int:
        """How many make up one point."""
        return HUNDREDTHS if self.how == "mean" else 1

    def counts(self, points: int, weight: int) -> int:
        """What an answer adds, weighted; `points` are its own, mirrored, not weighted."""
        if self.at is None:
            return points * weight
        return weight if points >= self.at else 0

    def inside(self, written: float) -> int:
        """A score as an author writes it, in units."""
        return round(written * self.unit)

    def is_fine(self, written: float) -> bool:
        """Whether a score has no more decimals than are scored."""
        return abs(written * self.unit - self.inside(written)) < 1e-6  # a float's own error

    def shown(self, units: int) -> str:
        """A score as readers and authors see it: 2.5, 2.67, 3."""
        if self.unit == 1:
            return str(units)
        sign, (whole, rest) = "-" * (units < 0), divmod(abs(units), HUNDREDTHS)
        return f"{sign}{whole}.{rest:02}".rstrip("0").rstrip(".")


SUM = Measure()
"""How a scale is scored if nothing else is said."""
