"""In a table that decides whether to go public, caution never loses: every way to answer is tried."""

from collections.abc import Iterator
from itertools import pairwise, product
from math import prod

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.order import Order
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.table.model import CompiledTable
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.yaml.source import Where

FILE = "data/house-rules.yml"
MOST_WAYS = 20_000
"""More than nine questions of three answers; a reader would not get through them."""


def unplaced(file: QuizFile, quiz: CompiledTable, order: Order) -> Iterator[Problem]:
    """What a table has and the order does not, and what the order has alone."""
    for n, item in enumerate(quiz.items):
        placed = order.risk.get(item.id, [])
        for m, answer in enumerate(item.answers):
            if answer.id not in placed:
                message = f'say in {FILE} where "{answer.id}" stands among the answers to "{item.id}", from safe to risky'
                yield file.source.problem(("items", n, "options", m, "id"), message)
        if gone := [answer for answer in placed if answer not in {a.id for a in item.answers}]:
            yield file.source.problem(("items", n, "id"), _gone(gone[0]))
    for name in order.risk.keys() - {item.id for item in quiz.items}:
        yield file.source.problem((), _gone(name))
    rows = {row.id: n for n, row in enumerate(quiz.outcomes)}
    for name, n in rows.items():
        if name not in order.level:
            message = f'say in {FILE} how bold "{name}" is among the outcomes, the least bold first'
            yield file.source.problem(("outcomes", n, "id"), message)
    for name in order.level.keys() - rows.keys():
        yield file.source.problem((), _gone(name))


def _gone(name: str) -> str:
    return f'{FILE} still names "{name}", which is not here; take it out there, or name it as it is called here'


def bolder(file: QuizFile, quiz: CompiledTable, order: Order) -> Iterator[Problem]:
    """A riskier answer with a bolder outcome, answers that break a limit, and questions asked for nothing."""
    level, asked = order.level, [*order.risk]
    rows = {row.id: n for n, row in enumerate(quiz.outcomes)}
    ways = [dict(zip(asked, answers, strict=True)) for answers in product(*order.risk.values())]
    said: set[tuple[str, str, str]] = set()
    counts: set[str] = set()
    for way in ways:
        outcome = quiz.outcome(way)
        for item, answers in order.risk.items():
            for safe, risky in pairwise(answers):
                other = quiz.outcome(way | {item: risky}) if way[item] == safe else outcome
                counts |= {item} if other != outcome else set()
                if level[other] > level[outcome] and (item, outcome, other) not in said:
                    said.add((item, outcome, other))
                    message = f'"{risky}" to "{item}" can lead here where "{safe}" leads to "{outcome}", which is less bold; name "{risky}" under its "when" too, or move one of the two'
                    yield file.source.problem(_at(rows[other]), message)
        for n, limit in enumerate(order.at_most):
            fits = all(way.get(item) in wanted for item, wanted in limit.when.items())
            if (
                fits
                and level[outcome] > level.get(limit.outcome, 0)
                and (str(n), outcome, "") not in said
            ):
                said.add((str(n), outcome, ""))
                answers_said = ", ".join(f"{item}: {'/'.join(w)}" for item, w in limit.when.items())
                message = f'answers with {answers_said} can lead here, and may lead no further than "{limit.outcome}"'
                yield file.source.problem(_at(rows[outcome]), message)
    for n, each in enumerate(quiz.items):
        if each.id not in counts:
            message = f'no answer to "{each.id}" changes what comes out; leave the question out'
            yield file.source.problem(("items", n, "id"), message)


def _at(row: int) -> Where:
    return ("outcomes", row, "id")


def of(file: QuizFile, quiz: CompiledTable, order: Order) -> Iterator[Problem]:
    """All of that; the ways are tried once everything has its place."""
    if missing := [*unplaced(file, quiz, order)]:
        yield from missing
    elif prod(len(answers) for answers in order.risk.values()) > MOST_WAYS:
        yield file.source.problem(("items",), "more ways to answer than can be tried; ask less")
    else:
        yield from bolder(file, quiz, order)


def _caution(house: House) -> Iterator[Problem]:
    for name, order in house.settings.scope.cautious.items():
        file = house.book.quizzes.get(name)
        if file and isinstance(file.compiled, CompiledTable):
            yield from of(file, file.compiled, order)


RULES = (
    Rule(
        id="caution",
        says="In a table about going public, a riskier answer never leads to a bolder outcome, and every question counts.",
        reason="Whoever says that more is at stake must not be sent further out.",
        cure="Move the outcome, or say under cautious: in data/house-rules.yml where a new answer or outcome stands.",
        scope="the tables and decision trees of this book",
        check=_caution,
    ),
)
