"""Which form of a scale a score belongs to: scores of two editions cannot be compared."""

import hashlib

from guidebook.engine.kinds.scales import model
from guidebook.engine.kinds.scales.parts import Parts

LENGTH = 8
"""Hexadecimal digits: one in four thousand million changes would go unseen."""


def edition(scale_id: str, items: list[model.Item], least: int, parts: Parts) -> str:
    """A name that changes with whatever a score depends on, and with nothing else.

    Neither words nor the order of items count: who rewords an item keeps its id, and its meaning.
    """
    scale = parts.written.scales[scale_id]
    counted = sorted(
        (
            item.id,
            item.weight,
            sorted(parts.points(item, scale_id).items()),
            *_way(item, scale_id),
        )
        for item in items
    )
    lines = [(band.id, start) for band, start in zip(scale.bands, scale.starts, strict=True)]
    how = () if scale.score == "sum" else (scale.score, scale.at)
    if parts.leading:
        how = (*how, "leading")
    return hashlib.sha256(repr((counted, least, lines, *how)).encode()).hexdigest()[:LENGTH]


def _way(item: model.Item, scale_id: str) -> list[str]:
    """How the item is answered, where that is not by one answer."""
    if item.rank:
        own = sorted(answer.id for answer in item.rank if answer.scale == scale_id)
        return ["rank", str(len(item.rank)), *own]
    return ["several"] * item.several
