"""From a schedule as written to one as compiled: what no single value of the file can show."""

from collections.abc import Iterator

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.choices import gaps
from guidebook.engine.kinds.schedule.model import OWN, WHOLE, CompiledSchedule, ScheduleQuiz, Time
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem, nearest
from guidebook.engine.yaml.source import Source, Where


def compile_schedule(
    written: ScheduleQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledSchedule | None, list[Problem]]:
    """The plan to be filled in, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    week = CompiledSchedule(**shared(written, name), written=written)
    check.unique(((time.id, (*where, "id")) for where, time in _times(week)), "time")
    for where, time in _times(week):
        if time.minutes not in written.lengths:
            lengths = ", ".join(map(str, written.lengths))
            message = f'{time.minutes} is none of the "lengths" ({lengths}); choose one, or add it'
            check.say((*where, "minutes"), message)
    for column, times in week.columns.items():
        if any(time.folded for time in times.times) and not times.more:
            check.say(
                (column,),
                'a time is "folded"; give the fold-out a title, as in `more: Other times`',
            )
    if sum(choice.ticked for choice in written.alerts.choices) != 1:
        check.say(("alerts", "choices"), 'one of the choices, and no more, is "ticked: true"')
    for where, line, known, needed in _lines(week):
        found = gaps(line)
        for gap in found:
            if gap not in known:
                check.say(where, f"nothing fills the gap {{{gap}}}{nearest(gap, known)}")
        if needed and needed not in found:
            check.say(
                where, f"the line must have the gap {{{needed}}}; it is shown if that is filled"
            )
    return (None if check.problems else week), check.problems


def _times(week: CompiledSchedule) -> Iterator[tuple[Where, Time]]:
    for column, times in week.columns.items():
        for n, time in enumerate(times.times):
            yield (column, "times", n), time


def _lines(week: CompiledSchedule) -> Iterator[tuple[Where, str, frozenset[str], str]]:
    """Every line of the plan: where, what it says, what may fill it, and what must."""
    written = week.written
    for where, time in _times(week):
        yield (*where, "says"), time.says, WHOLE | OWN, "start"
    for n, choice in enumerate(written.alerts.choices):
        yield ("alerts", "choices", n, "says"), choice.says, WHOLE, ""
    yield ("timer", "says"), written.timer.says, WHOLE, "minutes"
    yield ("partner", "says"), written.partner.says, WHOLE, "day"
    yield ("partner", "message"), written.partner.message, WHOLE, "visits"
    yield ("review", "says"), written.review.says, WHOLE, "review"
