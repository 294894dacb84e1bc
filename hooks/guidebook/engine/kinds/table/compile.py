"""From a table as written to one as compiled: what no single value of the file can show."""

from collections.abc import Iterator

from guidebook.engine.kinds.base import Answer, shared
from guidebook.engine.kinds.base import Item as CompiledItem
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.table.model import MOST_SPLITS, Box, CompiledTable, TableQuiz
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.yaml.source import Source, Where


def compile_table(
    written: TableQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledTable | None, list[Problem]]:
    """The table with its questions numbered, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    _check_ids(written, check)
    _check_conditions(written, check)
    if not check.problems:
        _check_reached(written, check)
    items = tuple(
        CompiledItem(
            item.id,
            number,
            item.stem,
            tuple(Answer(o.id, o.label) for o in item.options),
            why=item.why,
        )
        for number, item in enumerate(written.items, 1)
    )
    quiz = CompiledTable(**shared(written, name), items=items, outcomes=tuple(written.outcomes))
    return (None if check.problems else quiz), check.problems


def _check_ids(written: TableQuiz, check: Check) -> None:
    check.unique(((item.id, ("items", n, "id")) for n, item in enumerate(written.items)), "item")
    rows = enumerate(written.outcomes)
    check.unique(((row.id, ("outcomes", n, "id")) for n, row in rows), "outcome")
    for i, item in enumerate(written.items):
        where: Where = ("items", i, "options")
        check.unique(((o.id, (*where, n, "id")) for n, o in enumerate(item.options)), "answer")


def _check_conditions(written: TableQuiz, check: Check) -> None:
    items = {item.id: [option.id for option in item.options] for item in written.items}
    for n, row in enumerate(written.outcomes):
        for item_id, answers in (row.when or {}).items():
            where: Where = ("outcomes", n, "when", item_id)
            if check.known(item_id, items, where, "item", key=True):
                for answer in answers:
                    check.known(answer, items[item_id], where, "answer")
    last = len(written.outcomes) - 1
    if written.outcomes[last].when is not None:
        message = 'the last outcome must fit whatever is left; leave its "when" out'
        check.say(("outcomes", last, "when"), message, key=True)


def _check_reached(written: TableQuiz, check: Check) -> None:
    whole = {item.id: frozenset(option.id for option in item.options) for item in written.items}
    before: list[Box] = []
    for n, row in enumerate(written.outcomes):
        wanted = {item: frozenset(answers) for item, answers in (row.when or {}).items()}
        box = {**whole, **wanted}
        if not _has_rest(box, before):
            message = (
                f'no answers lead to "{row.id}": the outcomes above it take them all; '
                'move it up, or change a "when"'
            )
            check.say(("outcomes", n), message)
        before.append(wanted)


def _has_rest(box: Box, taken: list[Box]) -> bool:
    """Whether some combination in `box`, which names every item, is in none of the boxes `taken`.

    Those name only the items that they ask about; all others may be answered in any way.
    """
    waiting, splits = [(box, 0)], 0
    while waiting:
        left, n = waiting.pop()
        while n < len(taken) and not all(left[item] & wanted for item, wanted in taken[n].items()):
            n += 1
        if n == len(taken) or splits > MOST_SPLITS:
            return True
        for part in _outside(left, taken[n]):
            splits += 1
            waiting.append((part, n + 1))
    return False


def _outside(box: Box, taken: Box) -> Iterator[Box]:
    """`box` without `taken`, as boxes that do not overlap."""
    inside = dict(box)
    for item, wanted in taken.items():
        if rest := box[item] - wanted:
            yield {**inside, item: rest}
        inside[item] = box[item] & wanted
