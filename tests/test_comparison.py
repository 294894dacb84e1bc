"""The words of the values tool, as a sheet: to circle, to cross out, and a card to fill in."""

import re
from xml.etree.ElementTree import Element

import pytest

from guidebook.book.book import Book
from guidebook.engine.kinds.choices import BLANK, blank
from guidebook.engine.kinds.comparison.model import CompiledComparison
from tests.drawing import having, of_class, parsed, words
from tests.project import REPOSITORY

NAME = "my-values"
OF_THE_ARTICLE = ("authentic", "passion", "purpose")
"""Its three words are examples, and nobody's default."""


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(REPOSITORY)


@pytest.fixture(scope="module")
def values(book: Book) -> CompiledComparison:
    values = book.quizzes[NAME].compiled
    assert isinstance(values, CompiledComparison)
    return values


@pytest.fixture(scope="module")
def widget(book: Book) -> Element:
    """The tool as a browser sees it before any script."""
    html = "".join(p if isinstance(p, str) else p.html for p in book.drawn[NAME])
    (element,) = list(parsed(html))
    return element


def test_every_word_can_be_circled_and_nothing_is_chosen_beforehand(
    values: CompiledComparison, widget: Element
) -> None:
    boxes = [e for e in having(widget, "name", "words") if e.get("type") == "checkbox"]
    assert [box.get("value") for box in boxes] == [word.id for word in values.written.pick.words]
    assert having(widget, "checked") == []


def test_the_sheet_has_a_card_with_blanks_for_three(
    values: CompiledComparison, widget: Element
) -> None:
    (card,) = of_class(widget, "tool__card")
    written = values.written.card
    each = [BLANK, *(blank(line.says) for line in written.lines if not line.retired)]
    shown = (e for e in card.iter() if e.tag in ("p", "h4") and "hidden" not in e.attrib)
    assert [words(e) for e in shown] == [
        blank(written.says),
        *each * values.remain,
    ]


def test_the_words_of_the_article_are_no_default(values: CompiledComparison) -> None:
    labels = " ".join(word.label for word in values.written.pick.words)
    assert not re.search("|".join(OF_THE_ARTICLE), labels, re.IGNORECASE)


def test_every_word_that_may_remain_has_its_own_fields(
    values: CompiledComparison, widget: Element
) -> None:
    names = [e.get("name", "") for e in widget.iter("textarea")]
    ids = [*(word.id for word in values.written.pick.words), *values.own]
    assert names == [f"{id_}.{line.id}" for id_ in ids for line in values.written.card.lines]
