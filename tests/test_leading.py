"""Which category leads, with what share, and whether each can: found as trying every answer would find it."""

import random
from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales import leading
from guidebook.engine.kinds.scales.compiled import ScalesQuiz, ways_to_answer
from guidebook.engine.kinds.scales.lead_reach import Way, run_ahead
from guidebook.engine.kinds.scales.lead_runs import lead_spread, run_with
from tests.browser.answers import Answers
from tests.browser.answers import items as items_of
from tests.browser.expected import outcome
from tests.drawing import GOLDEN, golden, having, of_class, parsed, words
from tests.project import Project
from tests.time_limit import ends

scores = st.lists(st.integers(0, 40), min_size=2, max_size=7)


@pytest.mark.parametrize(
    ("points", "percent"),
    [
        ([13, 4, 3], [65, 20, 15]),
        ([1, 1], [50, 50]),
        ([5, 3], [63, 37]),  # 62.5 and 37.5: one of them has to give way
        ([2, 1], [67, 33]),
        ([1, 1, 1], [33, 33, 33]),  # 99: a third more for one would make it lead
        ([3, 3, 2], [37, 37, 25]),
        ([7, 0], [100, 0]),
        ([0, 0], [0, 0]),
    ],
)
def test_shares_add_up_to_a_hundred_unless_equals_would_have_to_differ(
    points: list[int], percent: list[int]
) -> None:
    assert leading.shares(points) == percent


@given(scores)
def test_a_share_is_less_than_a_point_off_and_tells_no_other_order(points: list[int]) -> None:
    found, total = leading.shares(points), sum(points)
    assert all(
        abs(s * total - 100 * p) < total for p, s in zip(points, found, strict=True) if total
    )
    pairs = list(zip(points, found, strict=True))
    assert all(a[1] <= b[1] for a, b in product(pairs, pairs) if a[0] <= b[0])
    if total and len(set(points)) == len(points):
        assert sum(found) == 100


@pytest.mark.parametrize(
    ("points", "lead", "near"),
    [
        ([3, 2, 0], [0], [1]),
        ([3, 3, 1], [0, 1], []),
        ([2, 2, 1], [0, 1], [2]),
        ([4, 2, 2], [0], []),
        ([1, 0, 0], [0], [1, 2]),
        ([0, 0, 0], [], []),
        ([5, None, 2], [], []),
    ],
)
def test_all_that_have_most_lead_and_none_where_there_is_nothing_to_compare(
    points: list[int | None], lead: list[int], near: list[int]
) -> None:
    assert leading.leaders(points) == lead
    known = [p for p in points if p is not None]
    if len(known) == len(points):
        assert leading.near(known, [1] * len(known)) == near


def quizzes(most: int) -> st.SearchStrategy[list[list[Way]]]:
    """Items with the ways to answer them, for two to four categories."""
    return st.integers(2, 4).flatmap(
        lambda size: st.lists(
            st.lists(st.tuples(*[st.integers(0, 3)] * size), min_size=1, max_size=3),
            min_size=1,
            max_size=most,
        )
    )


@settings(max_examples=200, deadline=None)
@given(quizzes(5), st.integers(0, 2))
def test_a_category_leads_in_a_run_just_where_trying_them_all_finds_one(
    items: list[list[Way]], by: int
) -> None:
    totals = [tuple(map(sum, zip(*run, strict=True))) for run in product(*items)]
    for own in range(len(items[0][0])):
        found = run_ahead(items, own, by)
        assert found.sure
        if found.run is None:
            assert not any(ahead(total, own) >= by for total in totals)
        else:
            ways = [ways[n] for ways, n in zip(items, found.run, strict=True)]
            assert ahead(tuple(map(sum, zip(*ways, strict=True))), own) >= by


def ahead(total: Way, own: int) -> int:
    """How far a category is ahead of the next."""
    return min(total[own] - points for n, points in enumerate(total) if n != own)


def test_what_is_too_much_to_try_is_found_or_known_not_to_be_there() -> None:
    """Six categories, and 24 items of which each answer is ahead of some and behind others."""
    dice = random.Random(0)  # noqa: S311
    items = [[(20, *(dice.choice((0, 41)) for _ in range(5))) for _ in range(4)] for _ in range(24)]

    with ends():
        further, too_far = run_ahead(items, 0, 190), run_ahead(items, 0, 200)

    assert further.run
    ways = [ways[n] for ways, n in zip(items, further.run, strict=True)]
    assert ahead(tuple(map(sum, zip(*ways, strict=True))), 0) >= 190
    assert (too_far.run, too_far.sure) == (None, True)


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> ScalesQuiz:
    """The quiz that has everything that a leading category may have."""
    text = (GOLDEN / "leading.yml").read_bytes()
    project = Project(tmp_path_factory.mktemp("project"), {"quizzes/leading.yml": text})
    quiz = project.book().quizzes["leading"].compiled
    assert isinstance(quiz, ScalesQuiz)
    return quiz


def ways(item: Item) -> list[str]:
    """Every way to answer an item in full."""
    if item.ranked:
        return [",".join(order) for order in permutations(answer.id for answer in item.answers)]
    return ways_to_answer(item)


def test_how_often_each_leads_is_counted_over_every_run(birds: ScalesQuiz) -> None:
    scored = [item for item in items_of(birds) if item.scales]
    tally: Counter[tuple[str, ...]] = Counter()
    for run in product(*map(ways, scored)):
        answers: Answers = dict(zip((item.id for item in scored), run, strict=True))
        bands = {name: r.band for name, r in outcome(birds, answers).readings.items()}
        tally[tuple(name for name, band in bands.items() if band == leading.LEADING)] += 1

    spread = lead_spread(birds)

    assert spread
    alone = tuple(Fraction(tally[(scale.id,)], tally.total()) for scale in birds.scales)
    assert spread == (alone, 1 - sum(alone))


def test_an_example_run_ends_where_it_says(birds: ScalesQuiz) -> None:
    numbers = {item.number: item.id for item in items_of(birds)}
    for scale in birds.scales:
        run = {numbers[number]: given for number, given in run_with(birds, scale.id).answers}
        bands = {name: r.band for name, r in outcome(birds, run).readings.items()}
        assert [name for name, band in bands.items() if band == leading.LEADING] == [scale.id]


def ranked(*scales: str) -> str:
    """A quiz with one item, whose answers are put in order and count on these scales."""
    answers = ", ".join(f"{{id: a{n}, label: A, scale: {s}}}" for n, s in enumerate(scales))
    named = "".join(f"  {s}: {{title: {s}, text: It leads.}}\n" for s in dict.fromkeys(scales))
    item = f"{{id: order, stem: In which order?, rank: [{answers}]}}"
    head = "kind: scales\ntitle: An order\nresult: leading\n"
    return f"{head}scales:\n{named}blocks:\n  - {{title: T, items: [{item}]}}\n"


@pytest.mark.parametrize(
    ("scales", "never"),
    [
        (["a", "b", "c"], []),
        (["a", "b", "b", "b"], ["a"]),  # 4 points against 3 + 2 + 1
        (["a", "b", "c", "d", "e", "f", "g"], []),  # of so many not every order is tried
        (["a", "b", "b", "b", "b", "b", "b"], ["a"]),  # 7 against 21
    ],
)
def test_in_an_order_a_part_that_others_outnumber_is_found(
    scales: list[str], never: list[str], tmp_path: Path
) -> None:
    project = Project(tmp_path, {"quizzes/order.yml": ranked(*scales)})
    told = [line.split('"')[1] for line in project.problems()]
    assert told == never


def test_on_paper_each_answer_names_the_part_of_its_points_and_each_part_its_letter(
    tmp_path: Path,
) -> None:
    sheet = parsed(golden(tmp_path, "leading"))

    labels = [words(label) for label in sheet.iter("label")]
    assert "Something long A 4, B 2" in labels  # it counts twice
    assert "Nothing 0" in labels
    parts = {part.get("data-scale"): words(part) for part in having(sheet, "data-scale")}
    assert parts["song"].startswith("A. Song")
    assert "Points of questions 1, 3, 4, 6: ______ (from 0 to 12)" in parts["song"]
    assert parts["drum"].startswith("C. Drums")
    told = [words(p) for p in of_class(sheet, "quiz__paper")]
    assert any("If two or more have the same, they share the lead" in line for line in told)
    assert any("A letter before a number says to which part" in line for line in told)
    assert "If Song leads and Call leads:" in told


def test_an_edition_changes_with_what_leads(tmp_path: Path) -> None:
    text = (GOLDEN / "leading.yml").read_text(encoding="utf-8")
    before = Project(tmp_path / "a", {"quizzes/leading.yml": text}).book()
    more = text.replace("points: {song: 2, call: 1}", "points: {song: 1, call: 1}")
    after = Project(tmp_path / "b", {"quizzes/leading.yml": more}).book()

    one, other = (book.quizzes["leading"].compiled for book in (before, after))

    assert isinstance(one, ScalesQuiz)
    assert isinstance(other, ScalesQuiz)
    changed = [
        a.id for a, b in zip(one.scales, other.scales, strict=True) if a.edition != b.edition
    ]
    assert changed == ["song"]
