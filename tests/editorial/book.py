"""The book and its house, read once for all tests."""

from functools import cache

from guidebook.book.book import Book
from guidebook.book.house_rules.freshness import today
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.said import Page
from tests.project import REPOSITORY


@cache
def book() -> Book:
    return Book(REPOSITORY)


@cache
def house() -> House:
    return House(book(), today())


def pages() -> tuple[Page, ...]:
    """Those in English, which the rules of prose are about."""
    return house().pages


def page(path: str) -> Page:
    found = house().page(path)
    assert found
    return found
