"""From a log as written to one as compiled: what no single value of the file can show."""

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.log.model import CompiledLog, LogQuiz
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.yaml.source import Source


def compile_log(
    written: LogQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledLog | None, list[Problem]]:
    """The record to be filled, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    columns = [*enumerate(written.columns)]
    check.unique(((column.id, ("columns", n, "id")) for n, column in columns), "column")
    if not any(column.needed and column.takes != "day" for _, column in columns):
        message = 'an entry could be empty; give a column of words "needed: true"'
        check.say(("columns",), message, key=True)
    days = [n for n, column in columns if column.takes == "day"]
    if len(days) > 1:
        message = "entries stand in the order of one day; let this column take a line"
        check.say(("columns", days[1], "takes"), message)
    quiz = CompiledLog(**shared(written, name), written=written)
    return (None if check.problems else quiz), check.problems
