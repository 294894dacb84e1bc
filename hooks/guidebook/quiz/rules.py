"""`kind: rules`: a few questions whose answers are looked up in a table; the first row that fits wins."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from guidebook.links import Docs
from guidebook.problem import Problem
from guidebook.quiz import compiled
from guidebook.quiz.check import Check
from guidebook.quiz.model import Quiz, Written
from guidebook.quiz.shapes import Id, Link, OneOrMore, Text
from guidebook.source import Source, Where

Box = Mapping[str, frozenset[str]]
"""For each item the answers that a set of combinations allows."""

MOST_SPLITS = 10_000
"""Enough for tables far larger than a reader would bear; beyond it a row counts as reachable."""


class Option(Written):
    """One answer."""

    id: Id = Field(description="Stable for ever.")
    label: Text = Field(description="What the reader sees.")


class Item(Written):
    """One question."""

    id: Id = Field(description="Stable for ever.")
    stem: Text = Field(description="The question.")
    options: Annotated[list[Option], Field(min_length=2)] = Field(description="Its answers.")
    why: Text | None = Field(None, description="Why we ask, in one line.")
    covers: list[str] = Field([], description="Ids of the ideas in the article it stands for.")
    evidence: list[str] = Field([], description="Bibliography keys, or the word experience.")


class Row(Written):
    """One outcome, and the answers that lead to it."""

    links = frozenset({"tool"})
    id: Id = Field(description="Stable for ever.")
    title: Text = Field(description="What it comes to, in a few words.")
    text: Text = Field(description="What to do now.")
    tool: Link | None = Field(None, description="The page that helps to do it.")
    when: Annotated[dict[Id, OneOrMore], Field(min_length=1)] | None = Field(
        None, description="Item → answers; every item named must fit. The last row has none."
    )


class RulesQuiz(Quiz):
    """Questions and a table."""

    kind: Literal["rules"] = Field(description="Answers looked up in a table.")
    items: Annotated[list[Item], Field(min_length=1)] = Field(description="In the order shown.")
    outcomes: Annotated[list[Row], Field(min_length=1)] = Field(
        description="The first that fits wins; the last has no `when`."
    )


@dataclass(frozen=True)
class CompiledRules(compiled.Quiz):
    """Questions and a table whose every row can be reached."""

    kind = "rules"
    items: tuple[compiled.Item, ...]
    outcomes: tuple[Row, ...]

    def outcome(self, answers: Mapping[str, str]) -> str:
        """The id of the first row that fits; the reference for the browser."""
        return next(
            row.id
            for row in self.outcomes
            if all(answers.get(item) in wanted for item, wanted in (row.when or {}).items())
        )


def compile_rules(
    written: RulesQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledRules | None, list[Problem]]:
    """The table with its questions numbered, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    _check_ids(written, check)
    _check_conditions(written, check)
    if not check.problems:
        _check_reached(written, check)
    items = tuple(
        compiled.Item(
            item.id,
            number,
            item.stem,
            tuple(compiled.Answer(o.id, o.label) for o in item.options),
            why=item.why,
        )
        for number, item in enumerate(written.items, 1)
    )
    quiz = CompiledRules(
        name, written.language, written.title, written.intro, items, tuple(written.outcomes)
    )
    return (None if check.problems else quiz), check.problems


def _check_ids(written: RulesQuiz, check: Check) -> None:
    check.unique(((item.id, ("items", n, "id")) for n, item in enumerate(written.items)), "item")
    rows = enumerate(written.outcomes)
    check.unique(((row.id, ("outcomes", n, "id")) for n, row in rows), "outcome")
    for i, item in enumerate(written.items):
        where: Where = ("items", i, "options")
        check.unique(((o.id, (*where, n, "id")) for n, o in enumerate(item.options)), "answer")


def _check_conditions(written: RulesQuiz, check: Check) -> None:
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


def _check_reached(written: RulesQuiz, check: Check) -> None:
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
