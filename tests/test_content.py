"""What this book asks of its pages, beyond what the build asks of any.

A failing rule prints `path:line:column: what, and what to write instead`, for all pages at once.
That links, sources, labels and ids exist is the build's own work; that every built page leads to
help is in test_help.py; spelling is `make prose`.
"""

from collections import Counter

import pytest

from guidebook import front_matter, marks
from guidebook.source import read as read_yaml
from tests.editorial import chapters, evidence, exceptions, freshness, people
from tests.editorial.book import (
    book,
    everything,
    of_pages,
    page,
    pages,
    pages_in_every_language,
    stems,
)
from tests.editorial.chapters import CHAPTERS, Chapter
from tests.editorial.faults import refuse
from tests.editorial.said import Said
from tests.project import REPOSITORY
from tests.readability import grade

IDEAS = {"INT": 9, "VUL": 35, "FRI": 30, "HYP": 30, "TRL": 34, "OUT": 2}
"""How many ideas the article has, part by part."""
HARDEST = 8
"""Years of school: what a tired reader should not need more than."""
TELLING = 100
"""Words below which a grade says little."""

of_each_chapter = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda c: c.title)


def test_the_whole_book_compiles() -> None:
    refuse(book().problems)


def test_every_page_says_what_it_is_and_when_it_was_read() -> None:
    refuse(
        p for each in pages_in_every_language() for p in front_matter.faults(each.path, each.text)
    )


def test_every_page_was_read_within_a_year() -> None:
    refuse(
        p for each in pages_in_every_language() for p in freshness.of_page(each, freshness.today())
    )


def test_the_help_lines_were_checked_within_180_days() -> None:
    refuse(freshness.of_help_lines(freshness.today()))


def test_no_idea_of_the_article_gets_lost_from_the_list() -> None:
    assert Counter(idea.split("-")[0] for idea in book().ideas) >= Counter(IDEAS)


def test_every_idea_of_the_article_is_told() -> None:
    by_pages = {idea for each in book().pages for idea in each.covers}
    by_items = {idea for _, _, idea in book()._named("covers")}
    ideas = read_yaml(REPOSITORY / "data/article-map.yml", REPOSITORY)
    refuse(
        ideas.problem(
            (idea,),
            f'nothing tells {idea}; add it to "covers" of the page or item that does',
            key=True,
        )
        for idea in book().ideas
        if idea not in by_pages | by_items
    )


@of_each_chapter
def test_a_chapter_has_the_agreed_sections_in_order(chapter: Chapter) -> None:
    refuse(chapters.headings(page(chapter.path), chapter))


@of_each_chapter
def test_a_chapter_has_numbered_tips_each_saying_how_sure_we_are(chapter: Chapter) -> None:
    refuse(chapters.tips(page(chapter.path)))


@of_each_chapter
def test_a_chapter_ends_with_its_own_quiz(chapter: Chapter) -> None:
    refuse(chapters.quiz(page(chapter.path), chapter))


@of_each_chapter
def test_a_chapter_takes_ten_minutes(chapter: Chapter) -> None:
    refuse(chapters.length(page(chapter.path)))


@of_each_chapter
def test_a_chapter_is_plain_markdown(chapter: Chapter) -> None:
    refuse(chapters.plainness(page(chapter.path)))


@of_each_chapter
def test_a_chapter_leads_to_help_before_its_first_section(chapter: Chapter) -> None:
    text = page(chapter.path)
    first = next(s for s in chapters.sections(text) if s.level == 2)
    if "](/help.md" not in text.body[: first.start]:
        refuse([text.problem(first.start, "the opening must link to help, as in [help](/help.md)")])


def test_a_page_with_a_quiz_leads_to_help_before_it() -> None:
    refuse(
        each.problem(each.body.index("/// quiz |"), "link to [help](/help.md) above the questions")
        for each in pages_in_every_language()
        if "/// quiz |" in each.body
        and "](/help.md" not in each.body[: each.body.index("/// quiz |")]
    )


def test_no_page_is_harder_to_read_than_eight_years_of_school() -> None:
    refuse(
        each.problem(
            len(each.head), f"reading grade {level:.1f}; shorten words and sentences to {HARDEST}"
        )
        for each in pages()
        if len(each.sentences.split()) >= TELLING and (level := grade(each.sentences)) > HARDEST
    )


def test_the_book_as_a_whole_is_no_harder_either() -> None:
    assert grade("\n\n".join(each.sentences for each in pages())) <= HARDEST


def test_a_label_agrees_with_what_was_read() -> None:
    refuse(p for each in pages() for p in evidence.labels(each))


def test_no_page_rests_on_a_work_that_we_decided_against() -> None:
    refuse(p for each in pages() for p in evidence.unused(each))


def test_the_list_of_verdicts_names_known_ideas_labels_and_works() -> None:
    listed = evidence.source()
    for n, verdict in enumerate(evidence.verdicts()):
        assert verdict.claim
        assert verdict.label in marks.LABELS, listed.place((n, "label"))
        assert {*verdict.ideas} <= {*book().ideas}, listed.place((n, "ideas"))
        assert not [*filter(book().works.fault, verdict.works)], listed.place((n, "works"))


@pytest.mark.parametrize(
    "rule", ["words", "marks", "menus", "numbers to call", "surnames", "health"]
)
def test_everything_we_say_keeps_the_rule_of(rule: str) -> None:
    pieces = of_pages() if rule in {"menus", "numbers to call"} else everything()
    refuse(exceptions.apply(rule, pieces))


def test_an_example_names_only_people_of_the_article_or_who_agreed() -> None:
    refuse(p for each in pages() for p in people.strangers(each))


def test_nobody_is_named_who_asked_for_no_part_in_the_book() -> None:
    files = [
        path
        for pattern in ("docs/**/*.md", "quizzes/**/*.yml", "data/*.yml", "*.md")
        for path in REPOSITORY.glob(pattern)
    ]
    texts = (
        Said(path.relative_to(REPOSITORY).as_posix(), path.read_text(encoding="utf-8"))
        for path in files
    )
    refuse(p for text in texts for p in people.never(text))


def test_no_exception_has_outlived_its_passage() -> None:
    refuse(exceptions.unneeded([*everything(), *stems()]))
