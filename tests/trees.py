"""The book's tree for somebody who was just hurt, and every way through it."""

from collections.abc import Iterator
from functools import cache

from guidebook.book.house_rules import tree_ways
from guidebook.book.house_rules.tree_ways import Way
from guidebook.engine.kinds.tree.model import CompiledTree, Outcome, TreeQuiz
from tests.editorial.book import book

NAME = "a-nasty-comment"
SAFETY = "safety"


@cache
def tree() -> CompiledTree:
    quiz = book().quizzes[NAME].compiled
    assert isinstance(quiz, CompiledTree)
    return quiz


def outcomes() -> dict[str, Outcome]:
    return {name: outcome for name, _, outcome in tree().outcomes}


def ways() -> Iterator[Way]:
    written = book().quizzes[NAME].written
    assert isinstance(written, TreeQuiz)
    return tree_ways.ways(written)
