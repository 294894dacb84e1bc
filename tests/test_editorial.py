"""What this book asks of its self-assessments: where each check of their design (B01 to B24) is held.

    B01  schema, ids: the build (test_faults.py); age: rules "quiz read again" and "yet to come"
    B02–B15, B18  the house rules (hooks/guidebook/house_rules), which the build, the preview and
         `make check` apply; that the book keeps them: test_content.py; that each can fail:
         test_breaches.py
    B14  the result in order: here, for it is ours to draw
    B16  every idea told: rule "ideas told"
    B17  originality: scripts/echoes.py, by an editor who has the other text
    B19  browser and Python agree: browser/test_agreement.py
    B20  nothing sent, nothing kept: browser/conftest.py, after every test, and test_privacy.py
    B21  for every reader: browser/test_accessibility.py, test_layout.py
    B22  the sheet complete: here
    B23  age of the help lines: rules "help lines" and "old help lines"
    B24  technical note current: written at each build (test_technical_note.py), complete: here

None of this shows that a quiz measures anything; it shows that a quiz does what it says.
"""

from collections.abc import Callable, Iterator

import pytest

from guidebook.book.house_rules import design
from guidebook.engine import text
from guidebook.engine.problem import Problem
from tests.drawing import html, parsed
from tests.editorial import widget
from tests.editorial.book import book, house
from tests.editorial.faults import refuse


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(widget.result, id="b14 the result in order"),
        pytest.param(widget.sheet, id="b22 the sheet complete"),
    ],
)
def test_the_drawn_self_assessment_holds(rule: Callable[..., Iterator[Problem]]) -> None:
    drawn = book().drawn
    refuse(
        p
        for file, _, quiz in house().self_assessments()
        for p in rule(file, quiz, parsed(html(drawn[quiz.name])))
    )


def test_b24_a_note_holds_every_item() -> None:
    note = book().extension().blocks.collaborators["technical-note"]
    missing = [
        item.stem
        for _, written, quiz in house().scored()
        for item in design.items(written)
        if text.inline(item.stem).markdown not in note(quiz.name)
    ]
    assert missing == []
