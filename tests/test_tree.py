"""A nasty comment, what now?: help stands below whatever comes out. What the words keep to: the house rules."""

from tests.drawing import having, html, of_class, parsed
from tests.editorial.book import book
from tests.trees import NAME, outcomes


def test_help_stands_below_every_outcome() -> None:
    (result,) = of_class(parsed(html(book().drawn[NAME])), "quiz__result")
    parts = [*having(result, "data-outcome"), *of_class(result, "quiz__help")]
    assert len(parts) == len(outcomes()) + 1
    assert [part for part in result if part in parts][-1] is parts[-1]
