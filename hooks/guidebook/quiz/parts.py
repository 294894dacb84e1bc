"""The items of a quiz as written, with what every later step asks of them."""

from collections.abc import Iterable

from guidebook.quiz import model
from guidebook.quiz.attainable import Choices
from guidebook.quiz.check import Check
from guidebook.source import Where


class Parts:
    """A quiz as written, its items by id, and the check that collects its problems."""

    def __init__(self, written: model.ScalesQuiz, check: Check) -> None:
        self.written = written
        self.check = check
        self.items: dict[str, model.Item] = {}
        self.places: dict[str, Where] = {}
        for b, block in enumerate(written.blocks):
            for i, item in enumerate(block.items):
                self.items.setdefault(item.id, item)
                self.places.setdefault(item.id, ("blocks", b, "items", i))
        self.countable = True
        """Whether scores can be counted yet: every item, answer and scale is known and named once."""
        self.numbers = {item_id: n for n, item_id in enumerate(self.items, 1)}

    def on(self, scale_id: str) -> list[model.Item]:
        """The items that count on a scale."""
        return [item for item in self.items.values() if scale_id in item.scale]

    def responses(self, item: model.Item) -> list[model.Response]:
        """The item's own answers, else the shared ones."""
        return item.responses or self.written.responses or []

    def points(self, item: model.Item) -> dict[str, int]:
        """Answer → points, mirrored where the item asks for it, not yet weighted."""
        points = {response.id: response.points for response in self.responses(item)}
        if not item.reverse or not points:
            return points
        turn = min(points.values()) + max(points.values())
        return {answer: turn - p for answer, p in points.items()}

    def upper_half(self, item: model.Item) -> tuple[str, ...]:
        """The answers above the middle of the item's range."""
        points = self.points(item)
        middle = (min(points.values()) + max(points.values())) / 2 if points else 0
        return tuple(answer for answer, p in points.items() if p > middle)

    def choices(self, item: model.Item, allowed: Iterable[str] | None = None) -> Choices:
        """The item's weight and weighted points, of all answers or of those allowed."""
        points = self.points(item)
        counted = points if allowed is None else allowed
        return item.weight, tuple(points[answer] * item.weight for answer in counted)
