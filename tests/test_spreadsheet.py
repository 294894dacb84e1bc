"""A spreadsheet of items becomes a quiz, and a quiz a codebook; there and back nothing that counts is lost."""

from pathlib import Path

import pytest

from guidebook.engine import spreadsheet
from guidebook.engine.kinds.scales.model import ScalesQuiz
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.spreadsheet.__main__ import made
from tests.project import REPOSITORY, Project

ITEMS = """item,answers,points,scale,reversed
"I slept, and dreamt.",Never|Sometimes|Often,0|1|2,Sleep,
I lay awake.,Never|Sometimes|Often,0|1|2,Sleep|Worry,yes
How was it?,Bad|Good,-1|3,Worry,
"""


def imported(text: str, folder: Path) -> ScalesQuiz:
    project = Project(folder, {"quizzes/sleep.yml": text})
    assert project.problems() == []
    written = project.book().quizzes["sleep"].written
    assert isinstance(written, ScalesQuiz)
    return written


def test_a_spreadsheet_becomes_a_quiz_that_is_sound(tmp_path: Path) -> None:
    (tmp_path / "sleep.csv").write_text(f"\ufeff{ITEMS}", encoding="utf-8")

    quiz = imported(made("import", tmp_path / "sleep.csv"), tmp_path / "project")

    items = quiz.blocks[0].items
    assert [(i.id, i.scale, i.reverse) for i in items] == [
        ("i-slept-and-dreamt", ["sleep"], False),
        ("i-lay-awake", ["sleep", "worry"], True),
        ("how-was-it", ["worry"], False),
    ]
    assert [(r.id, r.points) for r in items[2].responses or ()] == [("bad", -1), ("good", 3)]
    assert quiz.scales["worry"].starts == [-1]


def test_a_table_in_the_encoding_of_an_old_program_is_told_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "sleep.csv").write_bytes(ITEMS.replace("Bad", "Caf\xe9").encode("latin-1"))

    with pytest.raises(ProblemsFound, match=r"^sleep.csv:4:16: not UTF-8; save the file with"):
        made("import", tmp_path / "sleep.csv")


@pytest.mark.parametrize(
    "name",
    [
        *("sum-with-reversal", "subscales-doubled", "count-beside-sum"),
        *("orders-of-four", "pairs-of-five", "voting-aid", "several-events", "index-of-five"),
    ],
)
def test_there_and_back_nothing_that_counts_is_lost(name: str, tmp_path: Path) -> None:
    table = made("table", REPOSITORY / f"tests/structures/{name}.yml")

    again = imported(spreadsheet.quiz(spreadsheet.rows(table, "a.csv"), "A title"), tmp_path)

    assert spreadsheet.table(again) == table


def test_weights_and_several_answers_come_along(tmp_path: Path) -> None:
    items = "item,answers,points,scale,weight,several\nHow?,No|Yes,1|3,S,4,\nWhat?,A|B|C,5|-2|7,S,,yes\n"

    quiz = imported(spreadsheet.quiz(spreadsheet.rows(items, "a.csv"), "A title"), tmp_path)

    assert [(i.weight, i.several) for i in quiz.blocks[0].items] == [(4, False), (1, True)]
    assert quiz.scales["s"].starts == [2]


def test_points_by_scale_become_a_quiz_in_which_one_leads(tmp_path: Path) -> None:
    items = 'item,answers,points,scale\nHow?,Now|Later|Not,"Soon, or so 2, Far -0|Far 1|0",\nAgain?,No|Yes,0|1,Far\n'

    text = spreadsheet.quiz(spreadsheet.rows(items, "a.csv"), "A title")
    quiz = imported(text, tmp_path)

    assert quiz.result == "leading"
    assert {name: scale.title for name, scale in quiz.scales.items()} == {
        "soon-or-so": "Soon, or so",
        "far": "Far",
    }
    first, second = quiz.blocks[0].items
    assert [r.points for r in quiz.responses_of(first)] == [
        {"soon-or-so": 2, "far": 0},
        {"far": 1},
        0,
    ]
    assert second.scale == ["far"]


def test_a_codebook_tells_every_id_point_and_line() -> None:
    book = made("codebook", REPOSITORY / "tests/structures/mean-with-reversal.yml")

    assert "item-2: Statement 2. [on mean; reversed]\n    nope = 1  No\n" in book
    assert (
        "mean: The mean [mean]\n    from 1  Low\n    from 3  Middle\n    from 4.31  High\n" in book
    )
    order = made("codebook", REPOSITORY / "tests/structures/orders-of-four.yml")
    assert (
        "item-1: Beginning 1. [on feeling, watching, thinking, doing]\n    put in order: 4" in order
    )
    assert "    doing  Ending d. [on doing]\n" in order
    assert "Origin: Placeholders of the tests" in book


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ['a.csv:1:1: there is no column "item"']),
        ("item,answers,points\n", ['a.csv:1:1: there is no column "scale"']),
        (
            "item,answers,points,scale,revresed\n",
            ['a.csv:1:5: unknown column "revresed"; did you mean "reversed"?'],
        ),
        ("item,answers,points,scale\n", ["a.csv:2:1: there are no items; write one a line"]),
        (
            "item,answers,points,scale\nA,No|Yes,0,S\n",
            ["a.csv:2:3: 2 answers, and points for 1; give each its own, parted by |"],
        ),
        (
            "item,answers,points,scale\nA,No|Yes,0|one,S\n",
            ['a.csv:2:3: points are whole numbers, or as in Contact 2, Friend 1; not "one"'],
        ),
        (
            "item,answers,points,scale\nA,No|Yes,0|Far 1 Near,S\n",
            ['a.csv:2:3: points are whole numbers, or as in Contact 2, Friend 1; not "Far 1 Near"'],
        ),
        (
            'item,answers,points,scale\nA,No|Yes,"0|Far 1, Near 2",S\n',
            ["a.csv:2:4: the points name their scales already; leave this empty"],
        ),
        (
            "item,answers,points,scale,reversed\nA,No,0,,perhaps\n",
            [
                "a.csv:2:2: an item has two answers or more, parted by |, as in Never|Often",
                "a.csv:2:4: the item counts on nothing; name a scale",
                'a.csv:2:5: "perhaps" is neither yes nor no; write yes, or nothing',
            ],
        ),
        (
            "item,answers,points,scale,reversed\nA,B|C|D,rank,S|-,yes\n",
            [
                "a.csv:2:4: 3 answers to put in order, and scales for 2; name one for each, parted by |",
                "a.csv:2:5: an order is not reversed; say in its item what stands first",
            ],
        ),
        (
            "item,answers,points,scale,weight,several\nA,B|C,rank,S|-,101,yes\n",
            [
                'a.csv:2:5: a weight is a whole number from 1 to 100, not "101"',
                "a.csv:2:6: in an order each answer has a place; leave this empty",
            ],
        ),
    ],
)
def test_a_fault_of_a_spreadsheet_is_told_with_its_place_and_cure(
    text: str, says: list[str]
) -> None:
    with pytest.raises(ProblemsFound) as raised:
        spreadsheet.rows(text, "a.csv")

    told = [str(problem) for problem in raised.value.problems]
    assert all(any(line.startswith(said) for line in told) for said in says), told
