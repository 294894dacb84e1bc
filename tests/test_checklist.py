"""A page of lines has no gaps and enough lines, whatever is chosen; on paper it is a sheet to tick."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations
from xml.etree.ElementTree import Element

import pytest

from guidebook.book.book import Book
from guidebook.engine.kinds.checklist.model import CompiledChecklist, Part
from guidebook.engine.kinds.choices import blank
from guidebook.engine.text import inline
from tests.drawing import having, of_class, parsed, words
from tests.project import REPOSITORY

RULES = "rules-of-engagement"
FRIENDS = "how-friends-can-help"
of_each_tool = pytest.mark.parametrize("name", [RULES, FRIENDS])

Way = tuple[dict[str, set[str]], dict[tuple[str, str], str]]
"""What is chosen, and the words of the reader's own."""


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(REPOSITORY)


def tool(book: Book, name: str) -> CompiledChecklist:
    quiz = book.quizzes[name].compiled
    assert isinstance(quiz, CompiledChecklist)
    return quiz


def drawn(book: Book, name: str) -> Element:
    """The tool as a browser sees it before any script."""
    html = "".join(p if isinstance(p, str) else p.html for p in book.drawn[name])
    (element,) = list(parsed(html))
    return element


def ways(part: Part) -> Iterator[Way]:
    """Every way to answer one part: what may be chosen, with words of one's own and without."""
    ids = [option.id for option in part.options]
    most = len(ids) if part.several else 1
    for chosen in chain.from_iterable(combinations(ids, n) for n in range(most + 1)):
        for own in ("", "  ", "whatever you like."):
            yield {part.id: {*chosen}}, {(part.id, id_): own for id_ in ids}


def apart(quiz: CompiledChecklist) -> list[tuple[Part, CompiledChecklist]]:
    """Each part, and a page of that part alone."""
    return [
        (part, replace(quiz, written=quiz.written.model_copy(update={"parts": [part]})))
        for part in quiz.written.parts
    ]


def if_then(lines: list[str]) -> int:
    return sum("If " in line and ", then " in line for line in lines)


@of_each_tool
def test_no_way_of_answering_leaves_a_gap_or_a_part_of_a_sentence(book: Book, name: str) -> None:
    quiz = tool(book, name)
    for part in quiz.written.parts:
        for chosen, own in ways(part):
            for line in quiz.lines(chosen, own):
                assert "{" not in line
                assert line[0].isupper()
                assert line.rstrip('"')[-1] in ".?"
                assert ".." not in line


@of_each_tool
def test_every_way_gives_as_many_lines_as_are_promised(book: Book, name: str) -> None:
    quiz = tool(book, name)
    fewest = [min(len(page.lines(*way)) for way in ways(part)) for part, page in apart(quiz)]
    assert sum(fewest) >= quiz.written.at_least


def test_every_way_to_set_rules_gives_three_lines_with_if_and_then(book: Book) -> None:
    pages = apart(tool(book, RULES))
    fewest = [min(if_then(page.lines(*way)) for way in ways(part)) for part, page in pages]
    assert sum(fewest) >= 3


@of_each_tool
def test_a_page_is_what_its_parts_come_to_one_after_the_other(book: Book, name: str) -> None:
    quiz, pick = tool(book, name), random.Random(name)  # noqa: S311 (the same every time)
    for _ in range(200):
        each = [pick.choice([*ways(part)]) for part in quiz.written.parts]
        chosen = {part: ids for way in each for part, ids in way[0].items()}
        own = {place: words for way in each for place, words in way[1].items()}
        lines = [page.lines(*way) for way, (_, page) in zip(each, apart(quiz), strict=True)]
        assert quiz.lines(chosen, own) == [line for part in lines for line in part]


def test_each_choice_about_rules_is_told_with_if_and_then(book: Book) -> None:
    for part in tool(book, RULES).written.parts:
        assert if_then([option.says for option in part.options]) == len(part.options), part.id


@of_each_tool
def test_every_line_is_on_the_sheet_with_blanks(book: Book, name: str) -> None:
    written = tool(book, name).written
    (page,) = of_class(drawn(book, name), "tool__page")
    lines = [words(line) for line in having(page, "data-says")]
    says = [each.says for part in written.parts for each in (*part.options, part.otherwise) if each]
    notes = [
        each.note
        for part in written.parts
        for each in (*part.options, part.otherwise)
        if each and each.note
    ]
    assert lines == [blank(inline(line).plain) for line in [*says, *notes]]


@of_each_tool
def test_what_a_result_may_suggest_is_a_reading_of_a_quiz_of_this_book(
    book: Book, name: str
) -> None:
    for part in tool(book, name).written.parts:
        for place, bands in ((p, b) for o in part.options for p, b in o.suggested.items()):
            quiz, _, scale = place.partition(".")
            readings = getattr(book.quizzes[quiz].compiled, "scales", ())
            (known,) = [{band.id for band in s.bands} for s in readings if s.id == scale]
            assert known >= set(bands), place


def test_the_rules_open_with_the_line_of_a_tool_that_there_is(book: Book) -> None:
    assert tool(book, RULES).written.recall in book.quizzes


def test_every_card_asks_friends_to_name_insult_and_bring_nobody(book: Book) -> None:
    closing = tool(book, FRIENDS).written.closing or ""
    assert "name nobody, insult nobody and bring nobody along" in closing
