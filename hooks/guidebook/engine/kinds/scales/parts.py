"""The items of a quiz as written, with what every later step asks of them."""

from collections.abc import Iterable, Mapping

from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.scales import model, places
from guidebook.engine.kinds.scales.attainable import Choices
from guidebook.engine.yaml.source import Where

SKIP = "skip"
"""The value of the answer that no scale counts."""


class Parts:
    """A quiz as written, its items by id, and the check that collects its problems."""

    def __init__(self, written: model.ScalesQuiz, check: Check) -> None:
        self.written = written
        self.check = check
        self.leading = written.result == "leading"
        """Whether its scales are categories, of which one leads."""
        self.items: dict[str, model.Item] = {}
        self.places: dict[str, Where] = {}
        for b, block in enumerate(written.blocks):
            for i, item in enumerate(block.items):
                self.items.setdefault(item.id, item)
                self.places.setdefault(item.id, ("blocks", b, "items", i))
        self.countable = True
        """Whether scores can be counted yet: every item, answer and scale is known and named once."""
        self.numbers = {item_id: n for n, item_id in enumerate(self.items, 1)}

    def check_skip(self, answer_id: str, where: Where) -> None:
        """A problem for an answer whose id belongs to another."""
        if answer_id == SKIP and self.written.skip:
            message = f'the id "{SKIP}" belongs to the skip answer; choose another'
            self.check.say(where, message)

    def on(self, scale_id: str) -> list[model.Item]:
        """The items that count on a scale."""
        return [item for item in self.items.values() if scale_id in self.written.scales_of(item)]

    def by_scale(self, item: model.Item) -> bool:
        """Whether its answers give each scale points of its own."""
        return any(response.scales for response in self.written.responses_of(item))

    def points(self, item: model.Item, scale_id: str = "") -> dict[str, int]:
        """Answer → points for a scale, mirrored where the item asks for it, not yet weighted."""
        points = {r.id: r.on(scale_id) for r in self.written.responses_of(item)}
        if not item.reverse or not points:
            return points
        turn = min(points.values()) + max(points.values())
        return {answer: turn - p for answer, p in points.items()}

    def upper_half(self, item: model.Item) -> tuple[str, ...]:
        """The answers above the middle of the item's range."""
        points = self.points(item)
        middle = (min(points.values()) + max(points.values())) / 2 if points else 0
        return tuple(answer for answer, p in points.items() if p > middle)

    def choices(
        self,
        item: model.Item,
        scale_id: str,
        allowed: Iterable[str] | None = None,
        *,
        in_part: bool = False,
    ) -> Choices:
        """The item's weight, and what its answers add to a scale: all of them, or those allowed.

        Of answers that are put in order all have a place, or with `in_part` perhaps not all.
        """
        measure = self.written.scales[scale_id].measure
        brought = self.brought(item, scale_id, allowed, in_part=in_part)
        return item.weight, tuple(measure.counts(each, item.weight) for each in brought)

    def brought(
        self,
        item: model.Item,
        scale_id: str,
        allowed: Iterable[str] | None = None,
        *,
        in_part: bool = False,
    ) -> list[int]:
        """What the item's answers bring a scale, as in `choices` but before it measures or weighs them."""
        if item.rank:
            own = sum(answer.scale == scale_id for answer in item.rank)
            return (places.in_part if in_part else places.in_full)(own, len(item.rank))
        points = self.points(item, scale_id)
        counted = points if allowed is None else allowed
        if not item.several:
            return [points[answer] for answer in counted]
        none = [0] if allowed is None else []
        return [*none, *_ticked(points, counted)]


def _ticked(points: Mapping[str, int], wanted: Iterable[str]) -> list[int]:
    """What every way to choose several answers adds up to, if one of those wanted is among them."""
    wanted = {*wanted}
    ways = [(0, False)]
    for answer, each in points.items():
        ways += [(sofar + each, has or answer in wanted) for sofar, has in ways]
    return [total for total, has in ways if has]
