"""Everything that is to be said of a book: what its format refuses, and what its house rules find."""

from datetime import date

from guidebook.book.book import Book
from guidebook.book.house_rules.freshness import today
from guidebook.book.house_rules.guide import guide
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.registry import findings
from guidebook.engine.problem import Problem


class Review:
    """A book, looked at once. A project without house rules hears only of its format."""

    def __init__(self, book: Book, on: date | None = None) -> None:
        self.book = book
        found = findings(House(book, on or today())) if House.has_rules(book) else ()
        house = {f.problem for f in found if f.severity == "refusal"}
        self.refusals: tuple[Problem, ...] = tuple(sorted(house | {*book.problems}))
        """What stops a build for readers."""
        advice = (f.problem for f in found if f.severity == "advice")
        self.advice: tuple[Problem, ...] = (*advice, *book.notices)

    def rules(self) -> str:
        """Every rule, for the page that tells them; nothing where there are none."""
        return guide() if House.has_rules(self.book) else ""
