"""Items: each counts on known scales, or names a strength, or serves a note."""

from guidebook.engine.kinds.base import Answer, Item
from guidebook.engine.kinds.scales import compiled, model
from guidebook.engine.kinds.scales.answers import MOST_TICKED, Range, Response
from guidebook.engine.kinds.scales.compiled import NONE
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.kinds.scales.points import check_points, check_scales
from guidebook.engine.kinds.scales.ranked import check_ranked
from guidebook.engine.yaml.source import Where

GATE = "gate"
"""The name of the gate's radio buttons."""


def check_items(parts: Parts) -> None:
    """Every fault of an item that can be seen without adding anything up."""
    written, check = parts.written, parts.check
    ids = (
        (item.id, ("blocks", b, "items", i, "id"))
        for b, block in enumerate(written.blocks)
        for i, item in enumerate(block.items)
    )
    parts.countable &= check.unique(ids, "item")
    if written.responses and written.range:
        check.say(("range",), _BOTH, key=True)
    _check_range(written.range, ("range",), parts)
    if written.responses:
        _check_responses(written.responses, ("responses",), parts)
    noted = {item_id for note in written.notes for item_id in note.when.items}
    for item_id, item in parts.items.items():
        where = parts.places[item_id]
        if item.rank:
            check_ranked(item, item.rank, where, parts)
            continue
        if item.reflect:
            _check_reflect(item, where, parts)
            continue
        check_points(item, where, parts)
        _check_use(item, where, parts, noted=item_id in noted)
        _check_strength(item, where, parts)
        _check_answers(item, where, parts)


def compile_block(block: model.Block, parts: Parts) -> compiled.Block:
    """A heading with its items resolved."""
    items = tuple(compile_item(item, parts) for item in block.items)
    return compiled.Block(block.title, block.intro, items)


def compile_item(item: model.Item, parts: Parts) -> Item:
    """An item with its points mirrored and weighted."""
    scales = parts.written.scales_of(item)
    points = {scale: parts.points(item, scale) for scale in scales}
    plain = scales[0] if scales and not parts.by_scale(item) else None
    answers = tuple(
        Answer(
            r.id,
            r.label,
            points[plain][r.id] * item.weight if plain else None,
            () if plain else tuple((scale, points[scale][r.id] * item.weight) for scale in scales),
        )
        for r in parts.written.responses_of(item)
    )
    ranked = tuple(Answer(r.id, r.label, scale=r.scale) for r in item.rank or ())
    return Item(
        id=item.id,
        number=parts.numbers[item.id],
        stem=item.stem,
        answers=ranked or answers,
        scales=tuple(scales),
        weight=item.weight,
        why=item.why,
        ends=(ends.low, ends.high) if (ends := parts.written.range_of(item)) else None,
        several=item.several,
        reflect=item.reflect,
        ranked=bool(item.rank),
    )


def _check_use(item: model.Item, where: Where, parts: Parts, *, noted: bool) -> None:
    for scale_id in item.scale:
        parts.countable &= parts.check.known(
            scale_id, parts.written.scales, (*where, "scale"), "scale"
        )
    if not parts.written.scales_of(item) and item.strength is None and not noted:
        message = f'nothing uses the item "{item.id}"; give it a "scale", a "strength", or a note'
        parts.check.say(where, message)
    if item.id == GATE and parts.written.gate:
        parts.check.say((*where, "id"), f'the id "{GATE}" belongs to the gate; choose another')


def _check_strength(item: model.Item, where: Where, parts: Parts) -> None:
    check = parts.check
    if item.strength is None:
        if item.text is not None:
            message = '"text" goes with "strength"; add it, or leave "text" out'
            check.say((*where, "text"), message, key=True)
        return
    check.known(item.strength, parts.written.scales, (*where, "strength"), "scale")
    if item.scale:
        message = 'an item with "strength" scores nothing; leave "scale" or "strength" out'
        check.say((*where, "strength"), message, key=True)
    if item.text is None:
        check.say(where, f'the strength "{item.id}" needs a "text" to show')
    if parts.by_scale(item):
        return  # told with its points
    if parts.written.responses_of(item) and not parts.upper_half(item):
        message = f'no answer to "{item.id}" brings its text up; all have the same points'
        check.say((*where, "strength"), message)


_BOTH = '"range" stands in place of "responses"; leave one of them out'


def _check_range(numbers: Range | None, where: Where, parts: Parts) -> None:
    if numbers and numbers.fault:
        parts.check.say(where, numbers.fault)
        parts.countable = False


def _check_reflect(item: model.Item, where: Where, parts: Parts) -> None:
    """An item for thinking has nothing but its question."""
    for key in ("scale", "strength", "text", "reverse", "weight", "responses", "range", "several"):
        if key in item.model_fields_set:
            message = f'an item with "reflect" has no answers and no points; leave "{key}" out'
            parts.check.say((*where, key), message, key=True)
            parts.countable = False


def _check_several(item: model.Item, where: Where, parts: Parts) -> None:
    check, responses = parts.check, parts.written.responses_of(item)
    for key in ("reverse", "strength"):
        if getattr(item, key):
            message = (
                f'several answers to one item have no other end; leave "{key}" or "several" out'
            )
            check.say((*where, key), message, key=True)
            parts.countable = False
    if parts.written.range_of(item):
        check.say(
            (*where, "several"), 'of a "range" one number is chosen; leave "several" out', key=True
        )
        parts.countable = False
    elif len(responses) > MOST_TICKED:
        message = (
            f"of {MOST_TICKED} answers at most several can be chosen, and there are {len(responses)}; "
            "make two items of it"
        )
        check.say((*where, "several"), message, key=True)
        parts.countable = False
    if any(response.id == NONE for response in responses):
        check.say(
            (*where, "several"),
            f'the id "{NONE}" belongs to "none of these"; choose another for your answer',
            key=True,
        )


def _check_answers(item: model.Item, where: Where, parts: Parts) -> None:
    if item.responses and item.range:
        parts.check.say((*where, "range"), _BOTH, key=True)
    _check_range(item.range, (*where, "range"), parts)
    if item.several:
        _check_several(item, where, parts)
    if parts.written.range_of(item):
        return
    if item.responses:
        _check_responses(item.responses, (*where, "responses"), parts)
    elif not parts.written.responses:
        message = f'the item "{item.id}" has no answers; add "responses" to the quiz or to the item'
        parts.check.say(where, message)
        parts.countable = False


def _check_responses(responses: list[Response], where: Where, parts: Parts) -> None:
    ids = ((r.id, (*where, n, "id")) for n, r in enumerate(responses))
    parts.countable &= parts.check.unique(ids, "answer")
    check_scales(responses, where, parts)
    for n, response in enumerate(responses):
        parts.check_skip(response.id, (*where, n, "id"))
