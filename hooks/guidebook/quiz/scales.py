"""Scales: bands in order, from the lowest score on, and every band within reach."""

from itertools import pairwise

from guidebook.quiz import attainable, compiled, model
from guidebook.quiz.attainable import Choices
from guidebook.quiz.edition import edition
from guidebook.quiz.parts import Parts
from guidebook.source import Where


def compile_scale(scale_id: str, parts: Parts) -> compiled.Scale:
    """A scale with its range, its bands' bounds and its strengths; problems go to the check."""
    scale = parts.written.scales[scale_id]
    items = parts.on(scale_id)
    choices = tuple(parts.choices(item) for item in items if parts.responses(item))
    least = least_answered(scale, len(items))
    _check_scale(scale_id, choices, least, parts)
    low = attainable.lowest(choices)
    bounds = zip(scale.bands, band_ends(scale, choices), strict=True)
    return compiled.Scale(
        id=scale_id,
        title=scale.title,
        items=tuple(parts.numbers[item.id] for item in items),
        least=least,
        lowest=low,
        highest=attainable.highest(choices),
        weighted=any(item.weight > 1 for item in items),
        bands=tuple(
            compiled.Band(b.id, max(b.from_, low), end, b.title, b.text, b.step, b.tool)
            for b, end in bounds
        ),
        strengths=tuple(
            compiled.Passage(item.text or "", {item.id: parts.upper_half(item)}, {})
            for item in parts.items.values()
            if item.strength == scale_id
        ),
        passage=scale.passage,
        exact=scale.lines == "exact",
        edition=edition(scale, items, least, parts),
    )


def least_answered(scale: model.Scale, count: int) -> int:
    """How many of a scale's `count` items must be answered: three quarters, if nothing else is said."""
    return -(-count * 3 // 4) if scale.min_answered is None else scale.min_answered


def band_ends(scale: model.Scale, choices: tuple[Choices, ...]) -> list[int]:
    """The highest score of each band."""
    starts = [band.from_ for band in scale.bands]
    return [start - 1 for start in starts[1:]] + [max(attainable.highest(choices), starts[-1])]


def _check_scale(scale_id: str, choices: tuple[Choices, ...], least: int, parts: Parts) -> None:
    scale, check = parts.written.scales[scale_id], parts.check
    where: Where = ("scales", scale_id)
    bands = ((band.id, (*where, "bands", n, "id")) for n, band in enumerate(scale.bands))
    check.unique(bands, "band")
    for n, band in enumerate(scale.bands):
        if band.tool is not None and band.step is None:
            message = (
                '"tool" goes with "step", and helps to take it; add the step, or leave "tool" out'
            )
            check.say((*where, "bands", n, "tool"), message, key=True)
    if not _in_order(scale, where, parts) or not parts.countable:
        return
    count = len(parts.on(scale_id))
    if not count:
        message = f'no item counts on the scale "{scale_id}"; add one, or leave the scale out'
        check.say(where, message, key=True)
    elif least > count:
        items = "only one item counts" if count == 1 else f"only {count} items count"
        message = f'"min_answered" is {least}, but {items} on the scale; write {count} or less'
        check.say((*where, "min_answered"), message.replace("1 or less", "1"))
    else:
        _check_reach(scale, where, choices, least, parts)


def _in_order(scale: model.Scale, where: Where, parts: Parts) -> bool:
    for n, (before, after) in enumerate(pairwise(scale.bands), 1):
        if after.from_ <= before.from_:
            message = (
                f'the band "{after.id}" starts at {after.from_}, which is not above the start of '
                f'"{before.id}" ({before.from_}); order the bands from low to high'
            )
            parts.check.say((*where, "bands", n, "from"), message)
            return False
    return True


def _check_reach(
    scale: model.Scale, where: Where, choices: tuple[Choices, ...], least: int, parts: Parts
) -> None:
    low, high = attainable.lowest(choices), attainable.highest(choices)
    if scale.bands[0].from_ > low:
        message = (
            f"the first band starts at {scale.bands[0].from_}, but a score of {low} is possible; "
            f'write "from: {low}"'
        )
        parts.check.say((*where, "bands", 0, "from"), message)
    starts = [band.from_ for band in scale.bands]
    reached = attainable.reached(starts, attainable.complete(choices))
    if len(reached) < len(starts):
        reached |= attainable.reached(starts, attainable.with_skips(choices, least))
    for n, (band, end) in enumerate(zip(scale.bands, band_ends(scale, choices), strict=True)):
        if n not in reached:
            scores = f"{band.from_}" if end <= band.from_ else f"{band.from_} to {end}"
            message = (
                f'no answers reach the band "{band.id}" ({scores}); scores run from {low} to {high}'
            )
            parts.check.say((*where, "bands", n, "from"), message)
