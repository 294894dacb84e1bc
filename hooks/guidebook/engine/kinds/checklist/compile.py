"""From a checklist as written to one as compiled: what no single value of the file can show."""

from collections.abc import Iterator

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.checklist.model import (
    ChecklistQuiz,
    CompiledChecklist,
    Note,
    Option,
    Otherwise,
    Part,
)
from guidebook.engine.kinds.choices import gaps
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem, nearest
from guidebook.engine.yaml.source import Source, Where


def compile_checklist(
    written: ChecklistQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledChecklist | None, list[Problem]]:
    """The page to be filled, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    check.unique(((p.id, ("parts", n, "id")) for n, p in enumerate(written.parts)), "part")
    for n, part in enumerate(written.parts):
        _check_part(part, ("parts", n), check)
        _check_notes(part, ("parts", n), written.note, check)
    for where, line, known in _lines(written):
        for gap in gaps(line):
            if gap not in known:
                _say_gap(gap, where, known, check)
    _check_least(written, check)
    if written.note and not any(o.note for part in written.parts for o in part.options):
        check.say(("note",), 'no option has a line for the note; give some a "note"', key=True)
    quiz = CompiledChecklist(**shared(written, name), written=written)
    return (None if check.problems else quiz), check.problems


def _check_least(written: ChecklistQuiz, check: Check) -> None:
    """With nothing chosen, only the parts with an `otherwise` give a line."""
    least, count = written.at_least, len(written.parts)
    sure = sum(part.otherwise is not None for part in written.parts)
    if sure >= least:
        return
    more = "a part" if least - sure == 1 else f"{least - sure} more parts"
    message = f'with nothing chosen the page would have {_count(sure, "line")}; give {more} an "otherwise"'
    if least > count:
        message = f'the page has only {_count(count, "part")}; add some with an "otherwise"'
    check.say(("at_least",), message + (f', or write "at_least: {sure}"' if sure else ""))


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' * (number != 1)}"


def _check_part(part: Part, where: Where, check: Check) -> None:
    options = part.options
    check.unique(((o.id, (*where, "options", n, "id")) for n, o in enumerate(options)), "option")
    if not part.several and len(options) == 1:
        message = 'a choice of one is none; add an option, or "several: true" to tick it or not'
        check.say((*where, "options"), message)
    ticked = [n for n, option in enumerate(options) if option.ticked]
    if len(ticked) > 1 and (not part.several or any(options[n].alone for n in ticked)):
        message = 'this cannot be ticked beside another; keep one "ticked"'
        check.say((*where, "options", ticked[-1], "ticked"), message)
    for n, option in enumerate(options):
        if option.alone and not part.several:
            message = 'where only one can be chosen, each stands alone; leave "alone" out'
            check.say((*where, "options", n, "alone"), message, key=True)
        if option.own and "own" not in gaps(option.says):
            message = "the reader's own words must stand somewhere; add the gap {own}"
            check.say((*where, "options", n, "says"), message)


def _check_notes(part: Part, where: Where, note: Note | None, check: Check) -> None:
    """All ways of a part give the note a line, or none does."""
    places: list[tuple[Where, Option | Otherwise]] = [
        ((*where, "options", n), option) for n, option in enumerate(part.options)
    ]
    if part.otherwise:
        places.append(((*where, "otherwise"), part.otherwise))
    having = [place for place, each in places if each.note]
    if having and not note:
        message = 'there is no note for this line; add the key "note" with a title, beside "parts"'
        check.say((*having[0], "note"), message, key=True)
    if having and not part.otherwise:
        short = "left open, this part leaves the note a line short"
        check.say(where, f'{short}; add an "otherwise" with a "note"')
    for place, each in places:
        if having and not each.note:
            short = "this leaves the note a line short"
            check.say(place, f'{short}; add a "note", as the others of its part have')


def _lines(written: ChecklistQuiz) -> Iterator[tuple[Where, str, frozenset[str]]]:
    """Every line that may be shown: where, what it says, and what may fill it."""
    nothing, own = frozenset[str](), frozenset({"own"})
    for key in ("opening", "closing"):
        yield (key,), getattr(written, key) or "", nothing
    for n, part in enumerate(written.parts):
        for key in ("says", "note"):
            yield ("parts", n, "otherwise", key), getattr(part.otherwise, key, None) or "", nothing
            for m, option in enumerate(part.options):
                line = getattr(option, key) or ""
                yield ("parts", n, "options", m, key), line, own if option.own else nothing


def _say_gap(gap: str, where: Where, known: frozenset[str], check: Check) -> None:
    is_own = gap == "own" and "options" in where
    cure = '; add the key "own", which asks for the words' if is_own else ""
    check.say(where, f"nothing fills the gap {{{gap}}}{nearest(gap, known)}{cure}")
