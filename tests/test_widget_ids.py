"""The ids of a widget and those of headings never meet, whatever a quiz and a heading are called."""

import pytest

from tests.drawing import parsed
from tests.project import REPOSITORY, Project, front_matter

EXAMPLES = REPOSITORY / "quizzes/examples"
PARTS = """kind: scales
title: Parts
period: the last week
reviewed: 2026-11-22
responses:
  - {id: never, label: Never, points: 0}
  - {id: often, label: Often, points: 1}
scales:
  a:
    title: Part A
    min_answered: 1
    bands:
      - {from: 0, id: low, title: Low, text: Little of it.}
      - {from: 1, id: high, title: High, text: More of it.}
blocks:
  - title: Lately
    items:
      - {id: one, stem: I did the first thing., scale: a}
      - {id: two, stem: I did the second thing., scale: a}
"""
HEADINGS = (
    *("Part 1", "Part 2", "Part readings", "Part still", "Part-1", "Part.1"),
    *("Way 1", "Way 2 title", "Table post", "Table post title", "Example happened"),
)


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], set[str]]:
    """All ids of a page, and those within its widgets."""
    way = (EXAMPLES / "tree.yml").read_text(encoding="utf-8")
    blocks = "".join(f"/// quiz | {name}\n///\n\n" for name in ("part", "way", "table"))
    headings = "".join(f"## {heading}\n\nWords.\n\n" for heading in HEADINGS)
    project = Project(
        tmp_path_factory.mktemp("project"),
        {
            "quizzes/part.yml": PARTS,
            "quizzes/way.yml": way.replace("/hyper-active-engagement.md", "/help.md"),
            "quizzes/table.yml": (EXAMPLES / "table.yml").read_bytes(),
            "docs/try.md": f"{front_matter()}# Try\n\n{headings}{blocks}/// example-form\n///\n",
        },
    )
    project.build()
    page = parsed(project.page("try"))
    widgets = [element for element in page.iter() if element.get("data-widget")]
    assert len(widgets) >= 4
    within = {part.get("id") or "" for widget in widgets for part in widget.iter()} - {""}
    return [element.get("id") or "" for element in page.iter() if element.get("id")], within


def test_no_id_stands_twice_on_a_page(ids: tuple[list[str], set[str]]) -> None:
    found, _ = ids
    assert sorted(found) == sorted(set(found))


def test_an_id_of_a_widget_is_none_that_a_heading_gets(ids: tuple[list[str], set[str]]) -> None:
    _, within = ids
    assert len(within) > 10
    assert [
        name for name in within if "." not in name
    ] == []  # a heading's has letters, digits, - and _
