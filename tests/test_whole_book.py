"""A page inside another: one level down, whole, and with its own links still leading somewhere."""

from pathlib import Path

from guidebook.book.whole_book import chapter
from tests.project import Project, front_matter

PAGE = f"""{front_matter()}
# Birds

They sing [early](#when).

## When

```
# not a heading
```
"""


def test_front_matter_stays_behind_and_headings_go_one_level_down() -> None:
    text = chapter("birds.md", PAGE)
    assert text.startswith("## Birds\n")
    assert "\n### When\n" in text


def test_what_looks_like_a_heading_in_code_stays_as_it_is() -> None:
    assert "\n# not a heading\n" in chapter("birds.md", PAGE)


def test_a_link_to_a_heading_of_the_page_leads_to_the_page() -> None:
    assert "[early](/birds.md#when)" in chapter("birds.md", PAGE)


def test_quizzes_marks_and_links_of_the_page_are_drawn_where_it_stands(tmp_path: Path) -> None:
    page = "# All\n\n/// page | chapters/birds.md\n///\n\nThe end.\n"
    site = Project(tmp_path, {"docs/all.md": front_matter() + page}).build()
    html = (site / "all/index.html").read_text(encoding="utf-8")
    assert html.count("<h1") == 1
    assert 'data-quiz="do-birds-wake-me"' in html
    assert "///" not in html
    assert "The end." in html


def test_a_page_that_does_not_exist_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    text = "/// page | chapters/bird.md\n///\n"
    problems = Project(tmp_path, {"docs/all.md": text}).problems()
    expected = 'docs/all.md:1:12: no page is called "chapters/bird.md"; did you mean '
    assert problems == [f'{expected}"chapters/birds.md"?']
