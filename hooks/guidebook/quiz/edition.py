"""Which form of a scale a score belongs to: scores of two editions cannot be compared."""

import hashlib

from guidebook.quiz import model
from guidebook.quiz.parts import Parts

LENGTH = 8
"""Hexadecimal digits: one in four thousand million changes would go unseen."""


def edition(scale: model.Scale, items: list[model.Item], least: int, parts: Parts) -> str:
    """A name that changes with whatever a score depends on, and with nothing else.

    Neither words nor the order of items count: who rewords an item keeps its id, and its meaning.
    """
    counted = sorted((item.id, item.weight, sorted(parts.points(item).items())) for item in items)
    lines = [(band.id, band.from_) for band in scale.bands]
    return hashlib.sha256(repr((counted, least, lines)).encode()).hexdigest()[:LENGTH]
