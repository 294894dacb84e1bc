"""The book's two tables about going public, with the order that data/house-rules.yml gives them."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from guidebook.book.house_rules.order import Order
from guidebook.engine.kinds.table.model import CompiledTable
from tests.editorial.book import book, house

Answers = dict[str, str]

ORDERS: Mapping[str, Order] = house().settings.scope.cautious


@cache
def table(name: str) -> CompiledTable:
    quiz = book().quizzes[name].compiled
    assert isinstance(quiz, CompiledTable)
    return quiz


def ways(name: str) -> Iterator[Answers]:
    """Every combination of answers."""
    risk = ORDERS[name].risk
    for answers in product(*risk.values()):
        yield dict(zip(risk, answers, strict=True))
