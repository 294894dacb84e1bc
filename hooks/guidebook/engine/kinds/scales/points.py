"""Points by scale: every scale is there, and nothing else speaks of the same points."""

from guidebook.engine.kinds.scales import model
from guidebook.engine.kinds.scales.answers import Response
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.yaml.source import Where


def check_scales(responses: list[Response], where: Where, parts: Parts) -> None:
    """Each scale that a list of answers names is there, and plain points beside such names are 0."""
    check, named = parts.check, [scale for response in responses for scale in response.scales]
    for n, response in enumerate(responses):
        here = (*where, n, "points")
        for scale in response.scales:
            parts.countable &= check.known(
                scale, parts.written.scales, (*here, scale), "scale", key=True
            )
        if named and not response.scales and response.points:
            message = (
                "other answers here have points by scale, so this one has, too: write which, as in "
                f"{{{named[0]}: {response.points}}}, or 0 for none"
            )
            check.say(here, message)
            parts.countable = False


def check_points(item: model.Item, where: Where, parts: Parts) -> None:
    """An item whose answers have points by scale has nothing that asks for plain ones."""
    if not parts.by_scale(item):
        return
    cures = {
        "scale": 'its answers name the scales that they give points to; leave "scale" out',
        "reverse": 'points by scale have no other end; write them as they count, and leave "reverse" out',
        "strength": "its answers have points by scale, and a strength scores nothing; give it plain points",
    }
    for key, message in cures.items():
        if getattr(item, key):
            parts.check.say((*where, key), message, key=True)
            parts.countable = False
