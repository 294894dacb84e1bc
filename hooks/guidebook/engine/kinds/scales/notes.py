"""Notes: passages for patterns of answers, each pattern known and possible."""

from collections.abc import Iterator, Mapping

from guidebook.engine.kinds.scales import attainable, compiled, model
from guidebook.engine.kinds.scales.leading import LEADING, OTHER
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.kinds.scales.scale import least_answered
from guidebook.engine.yaml.source import Where

Chosen = Mapping[str, tuple[str, ...]]
"""Item → the answers that satisfy a condition."""


def compile_notes(parts: Parts) -> Iterator[compiled.Passage]:
    """Each valid note; problems go to the check."""
    notes = parts.written.notes
    parts.check.unique(((note.id, ("notes", n, "id")) for n, note in enumerate(notes)), "note")
    for n, note in enumerate(notes):
        where: Where = ("notes", n, "when")
        if not _known(note.when, where, parts):
            continue
        chosen = _chosen(note.when, parts)
        if (
            parts.countable
            and not parts.leading
            and not _can_come_up(chosen, note.when.bands, parts)
        ):
            message = f'no answers bring up the note "{note.id}"; loosen its conditions'
            parts.check.say(where, message)
        bands = {scale: tuple(bands) for scale, bands in note.when.bands.items()}
        yield compiled.Passage(note.text, chosen, bands)


def _known(when: model.When, where: Where, parts: Parts) -> bool:
    """Whether a note's conditions are whole and name what exists."""
    check = parts.check
    before = len(check.problems)
    if not when.items and not when.bands and when.at_least is None:
        message = 'a note needs a condition: "items" with "at_least", or "bands"'
        check.say(where, message)
    other = ", or leave both out" if when.bands else ""
    if when.items and when.at_least is None:
        message = (
            f'"items" needs "at_least", the points that each of them must reach; add it{other}'
        )
        check.say(where, message)
    if when.at_least is not None and not when.items:
        message = f'"at_least" needs "items", which must reach it; add them{other}'
        check.say(where, message)
    for n, item_id in enumerate(when.items):
        if check.known(item_id, parts.items, (*where, "items", n), "item"):
            _check_points(item_id, (*where, "items", n), parts)
    for scale_id, bands in when.bands.items():
        here = (*where, "bands", scale_id)
        if check.known(scale_id, parts.written.scales, here, "scale", key=True):
            known = [band.id for band in parts.written.scales[scale_id].bands]
            known = [LEADING, OTHER] if parts.leading else known
            for n, band_id in enumerate(bands):
                check.known(band_id, known, (*here, n), "band")
    return len(check.problems) == before


def _check_points(item_id: str, where: Where, parts: Parts) -> None:
    if parts.items[item_id].rank:
        message = (
            f'"{item_id}" puts answers in order, and has no points to reach; '
            'ask under "bands" for a reading of a scale that its places count on'
        )
        parts.check.say(where, message)
    elif parts.by_scale(parts.items[item_id]):
        message = (
            f'"at_least" is one number, and the answers to "{item_id}" have points by scale; '
            'ask for "bands" instead, or give the item plain points'
        )
        parts.check.say(where, message)


def _chosen(when: model.When, parts: Parts) -> Chosen:
    least = when.at_least or 0
    return {
        item_id: tuple(
            answer for answer, p in parts.points(parts.items[item_id]).items() if p >= least
        )
        for item_id in when.items
    }


def _can_come_up(chosen: Chosen, bands: Mapping[str, list[str]], parts: Parts) -> bool:
    """Whether every condition can hold while the items asked for are answered so.

    Scales are looked at one by one; two that share items could still exclude each other. A band
    that nothing reaches is a problem of its own, told where it stands.
    """
    return all(chosen.values()) and all(
        _reaches(scale_id, wanted, chosen, parts) or not _reaches(scale_id, wanted, {}, parts)
        for scale_id, wanted in bands.items()
    )


def _reaches(scale_id: str, wanted: list[str], chosen: Chosen, parts: Parts) -> bool:
    scale, items = parts.written.scales[scale_id], parts.on(scale_id)
    items.sort(key=lambda item: item.id not in chosen)  # those that must be answered come first
    full, in_part = (
        tuple(parts.choices(i, scale_id, chosen.get(i.id), in_part=part) for i in items)
        for part in (False, True)
    )
    least, required = least_answered(scale, len(items)), sum(item.id in chosen for item in items)
    starts, how = scale.starts, scale.score
    bands = {n for n, band in enumerate(scale.bands) if band.id in wanted}
    return bool(bands & attainable.reached(starts, attainable.complete(full, how))) or bool(
        bands & attainable.reached(starts, attainable.with_skips(in_part, least, required, how))
    )
