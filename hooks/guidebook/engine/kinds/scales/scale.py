"""Scales: bands in order, from the lowest score on, and every band within reach."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from guidebook.engine.kinds.scales import attainable, compiled, model
from guidebook.engine.kinds.scales.attainable import Choices
from guidebook.engine.kinds.scales.edition import edition
from guidebook.engine.kinds.scales.leading import LEADING
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.yaml.source import Where


class Reach(NamedTuple):
    """What a scale's items can bring."""

    full: tuple[Choices, ...]
    """Every item answered, and every answer of an order in its place."""
    in_part: tuple[Choices, ...]
    """Of an order perhaps not all."""
    ends: tuple[int, int]
    """The lowest and the highest score, in units; items may be left out, as many as the scale allows."""


def compile_scale(scale_id: str, parts: Parts) -> compiled.Scale:
    """A scale with its range, its bands' bounds and its strengths; problems go to the check."""
    scale = parts.written.scales[scale_id]
    items = parts.on(scale_id)
    answered = [item for item in items if item.rank or parts.written.responses_of(item)]
    choices = tuple(parts.choices(item, scale_id) for item in answered)
    least = least_answered(scale, len(items))
    in_part = tuple(parts.choices(item, scale_id, in_part=True) for item in answered)
    low, high = ends = attainable.extremes(in_part, least, scale.score)
    _check_scale(scale_id, Reach(choices, in_part, ends), least, parts)
    return compiled.Scale(
        id=scale_id,
        title=scale.title,
        items=tuple(parts.numbers[item.id] for item in items),
        least=least,
        lowest=low,
        highest=high,
        bands=tuple(_bands(scale, ends, parts)),
        strengths=tuple(
            compiled.Passage(item.text or "", {item.id: parts.upper_half(item)}, {})
            for item in parts.items.values()
            if item.strength == scale_id
        ),
        passage=scale.passage,
        exact=scale.lines == "exact",
        edition=edition(scale_id, items, least, parts),
        measure=scale.measure,
    )


def _bands(scale: model.Scale, ends: tuple[int, int], parts: Parts) -> Iterator[compiled.Band]:
    low, high = ends
    if parts.leading:
        yield compiled.Band(
            LEADING, low, high, scale.title, scale.text or "", scale.step, scale.tool
        )
        return
    for n, (b, start, end) in enumerate(
        zip(scale.bands, scale.starts, band_ends(scale, high), strict=True)
    ):
        # Whatever lies below the first band's start belongs to it.
        first = max(start, low) if n else low
        yield compiled.Band(b.id, first, end, b.title, b.text, b.step, b.tool)


def least_answered(scale: model.Scale, count: int) -> int:
    """How many of a scale's `count` items must be answered: three quarters, if nothing else is said."""
    return -(-count * 3 // 4) if scale.min_answered is None else scale.min_answered


def band_ends(scale: model.Scale, high: int) -> list[int]:
    """The highest score of each band, in units; `high` is that of the scale."""
    starts = scale.starts
    return [*(start - 1 for start in starts[1:]), *(max(high, start) for start in starts[-1:])]


def _check_scale(scale_id: str, reach: Reach, least: int, parts: Parts) -> None:
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
    _check_measure(scale_id, where, parts)
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
    elif scale.bands and not parts.leading:
        _check_reach(scale_id, where, reach, least, parts)


def _check_measure(scale_id: str, where: Where, parts: Parts) -> None:
    scale, check = parts.written.scales[scale_id], parts.check
    measure = scale.measure
    if scale.score == "count" and scale.at is None:
        message = (
            '"score: count" needs "at", the points that an answer must reach to be counted; add it'
        )
        check.say((*where, "score"), message)
    elif scale.score != "count" and scale.at is not None:
        message = '"at" goes with "score: count", which counts answers; add that, or leave "at" out'
        check.say((*where, "at"), message, key=True)
    for n, band in enumerate(scale.bands):
        if not measure.is_fine(band.from_):
            message = (
                f'"from" must be whole: scores of a {scale.score} are; only a mean has decimals'
                if measure.unit == 1
                else f'"from" has two decimals at most; write {measure.shown(measure.inside(band.from_))}'
            )
            check.say((*where, "bands", n, "from"), message)
            parts.countable = False
    points = [p for item in parts.on(scale_id) for p in parts.brought(item, scale_id)]
    if scale.score == "count" and scale.at is not None and points:
        low, high = min(points), max(points)
        if not low < scale.at <= high:
            message = (
                f'"at" must set some answers apart, and all of them have {low} to {high} points; '
                f"write a number from {low + 1} to {high}"
            )
            check.say((*where, "at"), message)
            parts.countable = False


def _in_order(scale: model.Scale, where: Where, parts: Parts) -> bool:
    for n, (before, after) in enumerate(pairwise(scale.bands), 1):
        if after.from_ <= before.from_:
            message = (
                f'the band "{after.id}" starts at {after.from_:g}, which is not above the start of '
                f'"{before.id}" ({before.from_:g}); order the bands from low to high'
            )
            parts.check.say((*where, "bands", n, "from"), message)
            return False
    return True


def _check_reach(scale_id: str, where: Where, reach: Reach, least: int, parts: Parts) -> None:
    scale = parts.written.scales[scale_id]
    (low, high), starts, shown = reach.ends, scale.starts, scale.measure.shown
    lowest, *_ = attainable.extremes(reach.full, len(reach.full), scale.score)
    if starts[0] > lowest:
        message = (
            f"the first band starts at {shown(starts[0])}, but a score of {shown(lowest)} is possible; "
            f'write "from: {shown(lowest)}"'
        )
        parts.check.say((*where, "bands", 0, "from"), message)
    reached = attainable.reached(starts, attainable.complete(reach.full, scale.score))
    if len(reached) < len(starts):
        skipping = attainable.with_skips(reach.in_part, least, how=scale.score)
        reached |= attainable.reached(starts, skipping)
    for n, (band, end) in enumerate(zip(scale.bands, band_ends(scale, high), strict=True)):
        if n not in reached:
            scores = shown(starts[n]) + (f" to {shown(end)}" if end > starts[n] else "")
            message = (
                f'no answers reach the band "{band.id}" ({scores}); '
                f"scores run from {shown(low)} to {shown(high)}"
            )
            parts.check.say((*where, "bands", n, "from"), message)
