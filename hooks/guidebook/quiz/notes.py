"""Notes: passages for patterns of answers, each pattern known and possible."""

from collections.abc import Iterator, Mapping

from guidebook.quiz import attainable, compiled, model
from guidebook.quiz.parts import Parts
from guidebook.quiz.scales import least_answered
from guidebook.source import Where

Chosen = Mapping[str, tuple[str, ...]]
"""Item → the answers that satisfy a condition."""


def compile_notes(parts: Parts) -> Iterator[compiled.Passage]:
    """Each sound note; problems go to the check."""
    notes = parts.written.notes
    parts.check.unique(((note.id, ("notes", n, "id")) for n, note in enumerate(notes)), "note")
    for n, note in enumerate(notes):
        where: Where = ("notes", n, "when")
        if not _known(note.when, where, parts):
            continue
        chosen = _chosen(note.when, parts)
        if parts.countable and not _can_come_up(chosen, note.when.bands, parts):
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
        check.known(item_id, parts.items, (*where, "items", n), "item")
    for scale_id, bands in when.bands.items():
        here = (*where, "bands", scale_id)
        if check.known(scale_id, parts.written.scales, here, "scale", key=True):
            known = [band.id for band in parts.written.scales[scale_id].bands]
            for n, band_id in enumerate(bands):
                check.known(band_id, known, (*here, n), "band")
    return len(check.problems) == before


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
    choices = tuple(parts.choices(item, chosen.get(item.id)) for item in items)
    least, kept = least_answered(scale, len(items)), sum(item.id in chosen for item in items)
    starts = [band.from_ for band in scale.bands]
    bands = {n for n, band in enumerate(scale.bands) if band.id in wanted}
    return bool(bands & attainable.reached(starts, attainable.complete(choices))) or bool(
        bands & attainable.reached(starts, attainable.with_skips(choices, least, kept))
    )
