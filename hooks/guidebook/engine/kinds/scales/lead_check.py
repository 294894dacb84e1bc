"""Categories, of which one leads: each has one reading, and answers with which it leads alone."""

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.scales.lead_runs import run_with
from guidebook.engine.kinds.scales.leading import LEADING
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.yaml.source import Where


def check_readings(parts: Parts) -> None:
    """Every scale has bands or, where one leads, a text in their place."""
    written, check = parts.written, parts.check
    first = next(iter(written.scales.values()))
    if parts.leading and len(written.scales) == 1:
        message = '"leading" compares scales, and there is one; add another, or leave "result" out'
        check.say(("result",), message)
        parts.countable = False
    for scale_id, scale in written.scales.items():
        where: Where = ("scales", scale_id)
        if not parts.leading:
            key = "step" if scale.text is None else "text"
            if scale.text is not None or scale.step is not None:
                message = f'"{key}" of a scale goes with "result: leading"; add that, or write it into "bands"'
                check.say((*where, key), message, key=True)
                parts.countable &= bool(scale.bands)
            continue
        for key in ("bands", "lines"):
            if key in scale.model_fields_set:
                message = (
                    f'a category has no lines to cross; leave "{key}" out'
                    + ', and write its one reading as "text"' * (key == "bands")
                )
                check.say((*where, key), message, key=True)
        if scale.score != first.score:
            message = f'categories are compared, so all are scored alike; write "score: {first.score}" here, too'
            check.say((*where, "score"), message)
            parts.countable = False
        if scale.tool is not None and scale.step is None:
            message = (
                '"tool" goes with "step", and helps to take it; add the step, or leave "tool" out'
            )
            check.say((*where, "tool"), message, key=True)
    if parts.leading:
        _check_points(parts)


def _check_points(parts: Parts) -> None:
    """No points are below 0, for they would have no share."""
    told = set()
    for item_id, item in parts.items.items():
        if not parts.written.scales_of(item):
            continue
        own = parts.places[item_id] if item.responses or item.range else ()
        for n, response in enumerate(parts.written.responses_of(item)):
            if min((response.on(scale) for scale in response.scales), default=response.on("")) < 0:
                ranged = parts.written.range_of(item)
                told.add((*own, "range", "from") if ranged else (*own, "responses", n, "points"))
    for where in told:
        message = (
            'with "result: leading" each category has its share of all points, '
            "and points below 0 have none; write 0 or more"
        )
        parts.check.say(where, message)
        parts.countable = False


def check_leads(quiz: ScalesQuiz, parts: Parts) -> None:
    """Each category can have more points than each other one, and each note can come up."""
    check = parts.check
    pointless = [scale.id for scale in quiz.scales if not scale.highest]
    empty = {scale.id for scale in quiz.scales if not scale.items}  # told with the scale
    for name in (name for name in pointless if name not in empty):
        message = (
            f'no answer gives points to "{name}"; name it in the "points" of some, or leave it out'
        )
        check.say(("scales", name), message, key=True)
    if pointless:
        return
    for scale in quiz.scales:
        if not run_with(quiz, scale.id).possible:
            message = (
                f'whatever is answered, "{scale.id}" never leads alone, for another category has as many points; '
                "let more answers give it some, or fewer give some to both"
            )
            check.say(("scales", scale.id), message, key=True)
    for n, note in enumerate(quiz.notes):
        wanted = [name for name, bands in note.bands.items() if [*bands] == [LEADING]]
        if not all(note.chosen.values()) or not all(
            run_with(quiz, name, note.chosen, alone=False).possible for name in wanted
        ):
            message = (
                f'no answers bring up the note "{parts.written.notes[n].id}"; loosen its conditions'
            )
            check.say(("notes", n, "when"), message)
