"""The book keeps its own rules. What each asks, the rules tell; that each can fail, test_breaches.py."""

from guidebook.book.house_rules.readability import grade
from guidebook.book.house_rules.reading import HARDEST
from guidebook.book.house_rules.registry import findings
from guidebook.book.house_rules.review import Review
from tests.editorial.book import book, house, page, pages
from tests.editorial.faults import refuse

OF_THE_ARTICLE = {
    "/exposing-vulnerabilities.md": "am-i-oversharing",
    "/establishing-friendships.md": "friend-contact-or-deal",
    "/hyper-active-engagement.md": "who-runs-my-day",
    "/toxic-negativity.md": "how-heavy-are-the-nasty-comments",
}
"""The chapters that retell it, each with its self-assessment. More may stand beside them."""


def test_the_whole_book_compiles() -> None:
    refuse(book().problems)


def test_the_book_breaks_no_rule_of_its_own() -> None:
    refuse(found.problem for found in findings(house()) if found.severity == "refusal")


def test_what_the_format_and_the_rules_refuse_comes_in_one_list() -> None:
    assert Review(book()).refusals == ()


def test_the_rules_look_at_all_of_the_book() -> None:
    """Or keeping them would be no promise."""
    chapters = {chapter.page: chapter.quiz for _, chapter in house().chapters}
    assert chapters.items() >= OF_THE_ARTICLE.items()
    assert len(chapters) == len(house().settings.scope.chapters)
    ours = {quiz.source.path for quiz in house().ours()}
    assert ours == {f"quizzes/{name}.yml" for name in house().settings.ours}
    assert {f"quizzes/{name}.yml" for name in OF_THE_ARTICLE.values()} <= ours
    assert sum(house().settings.scope.ideas.values()) == 140
    assert len(house().settings.verdicts) > 40
    assert len([*house().everything()]) > 1000


def test_the_book_as_a_whole_is_no_harder_to_read_than_its_pages_may_be() -> None:
    assert grade("\n\n".join(each.sentences for each in pages())) <= HARDEST


def test_the_way_to_the_rules_is_where_a_contributor_starts() -> None:
    assert "/contribute/rules.md" in page("docs/contribute/index.md").text
