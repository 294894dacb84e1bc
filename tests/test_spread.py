"""The spread of a scale is what trying every set of answers would find."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from guidebook.engine.kinds.scales.scoring import band_of
from guidebook.engine.kinds.scales.spread import spread

POINTS = st.lists(st.integers(-6, 6), min_size=2, max_size=5)
ITEMS = st.lists(POINTS, min_size=1, max_size=4)
STARTS = st.sets(st.integers(-20, 20), min_size=1, max_size=4).map(sorted)


def by_trying_all(items: list[list[int]], starts: list[int]) -> tuple[Fraction, ...]:
    bands = [band_of(sum(answers), starts) for answers in product(*items)]
    return tuple(Fraction(bands.count(n), len(bands)) for n in range(len(starts)))


@given(ITEMS, STARTS)
def test_spread_is_what_trying_every_answer_finds(
    items: list[list[int]], starts: list[int]
) -> None:
    assert spread(items, starts) == by_trying_all(items, starts)


def test_four_items_in_even_thirds_spread_as_the_design_says() -> None:
    shares = spread([range(5)] * 4, [0, 6, 11])
    assert [round(float(100 * share), 1) for share in shares or ()] == [19.5, 61.0, 19.5]


def test_a_scale_too_wide_to_count_has_no_spread() -> None:
    assert spread([(-100_000, 100_000)] * 200, [0]) is None
