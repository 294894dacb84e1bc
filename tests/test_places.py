"""What places bring a scale is what trying every order would find."""

from itertools import permutations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guidebook.engine.kinds.scales import places
from tests.project import QUIZ, Project

NUMBERS = st.integers(2, 6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
"""How many answers are the scale's own, and how many there are."""


def by_trying_all(own: int, of: int, placed: int) -> list[int]:
    orders = permutations([n < own for n in range(of)], placed)
    return sorted(places.brought(order, of) for order in orders)


def test_the_first_place_brings_as_many_points_as_there_are_answers() -> None:
    assert [places.brought([n == place for n in range(4)], 4) for place in range(4)] == [4, 3, 2, 1]
    assert places.brought([], 4) == 0


@given(NUMBERS)
def test_orders_of_all_answers_bring_each_sum_as_often_as_sets_of_places_do(
    numbers: tuple[int, int],
) -> None:
    own, of = numbers
    tried, found = by_trying_all(own, of, of), places.in_full(own, of)
    assert tried == sorted(found * (len(tried) // len(found)))


@given(NUMBERS)
def test_orders_of_some_answers_bring_what_trying_each_finds(numbers: tuple[int, int]) -> None:
    own, of = numbers
    tried = {each for placed in range(1, of + 1) for each in by_trying_all(own, of, placed)}
    assert places.in_part(own, of) == sorted(tried)


def test_a_band_that_only_an_order_left_in_part_reaches_can_be_written(tmp_path: Path) -> None:
    project = Project(tmp_path)
    order = "rank: [{id: lark, label: Lark, scale: noise}, {id: crow, label: Crow}]"
    project.change(QUIZ, "scale: noise, reverse: true", order)
    project.change(QUIZ, "        scale: noise\n", "        strength: noise\n        text: Good.\n")
    project.change(QUIZ, "from: 2, id: loud", "from: 1, id: loud")

    assert project.problems() == []
