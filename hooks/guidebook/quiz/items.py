"""Items: each counts on known scales, or names a strength, or serves a note."""

from guidebook.quiz import compiled, model
from guidebook.quiz.parts import Parts
from guidebook.source import Where

SKIP = "skip"
"""The value of the answer that no scale counts."""
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
    if written.responses:
        _check_responses(written.responses, ("responses",), parts)
    noted = {item_id for note in written.notes for item_id in note.when.items}
    for item_id, item in parts.items.items():
        where = parts.places[item_id]
        _check_use(item, where, parts, noted=item_id in noted)
        _check_strength(item, where, parts)
        _check_answers(item, where, parts)


def compile_block(block: model.Block, parts: Parts) -> compiled.Block:
    """A heading with its items resolved."""
    items = tuple(compile_item(item, parts) for item in block.items)
    return compiled.Block(block.title, block.intro, items)


def compile_item(item: model.Item, parts: Parts) -> compiled.Item:
    """An item with its points mirrored and weighted."""
    points = parts.points(item)
    answers = tuple(
        compiled.Answer(r.id, r.label, points[r.id] * item.weight if item.scale else None)
        for r in parts.responses(item)
    )
    return compiled.Item(
        id=item.id,
        number=parts.numbers[item.id],
        stem=item.stem,
        answers=answers,
        scales=tuple(item.scale),
        weight=item.weight,
        why=item.why,
    )


def _check_use(item: model.Item, where: Where, parts: Parts, *, noted: bool) -> None:
    for scale_id in item.scale:
        parts.countable &= parts.check.known(
            scale_id, parts.written.scales, (*where, "scale"), "scale"
        )
    if not item.scale and item.strength is None and not noted:
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
    if parts.responses(item) and not parts.upper_half(item):
        message = f'no answer to "{item.id}" brings its text up; all have the same points'
        check.say((*where, "strength"), message)


def _check_answers(item: model.Item, where: Where, parts: Parts) -> None:
    if item.responses:
        _check_responses(item.responses, (*where, "responses"), parts)
    elif not parts.written.responses:
        message = f'the item "{item.id}" has no answers; add "responses" to the quiz or to the item'
        parts.check.say(where, message)
        parts.countable = False


def _check_responses(responses: list[model.Response], where: Where, parts: Parts) -> None:
    ids = ((r.id, (*where, n, "id")) for n, r in enumerate(responses))
    parts.countable &= parts.check.unique(ids, "answer")
    for n, response in enumerate(responses):
        if response.id == SKIP and parts.written.skip:
            message = f'the id "{SKIP}" belongs to the skip answer; choose another'
            parts.check.say((*where, n, "id"), message)
