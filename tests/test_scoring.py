"""The arithmetic of a scale is the one that authors and readers are told."""

from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidebook.engine.kinds.scales import scoring
from guidebook.engine.kinds.scales.measure import Measure


@pytest.mark.parametrize(
    ("points", "weight", "full_weight", "score"),
    [
        (7, 4, 4, 7),  # all answered: the sum itself
        (6, 3, 4, 8),
        (5, 3, 4, 7),  # 6.67
        (4, 3, 4, 5),  # 5.33
        (1, 2, 3, 1),  # 1.5: a half goes down
        (3, 2, 3, 4),  # 4.5
        (-1, 2, 3, -2),  # -1.5: down, too
        (0, 3, 4, 0),
        (8, 4, 6, 12),  # weights 4 of 6
    ],
)
def test_skipped_items_count_as_the_mean_of_the_others_and_a_half_goes_down(
    points: int, weight: int, full_weight: int, score: int
) -> None:
    assert scoring.prorated(points, weight, full_weight) == score


@given(st.integers(-(10**6), 10**6), st.integers(1, 5_000), st.integers(1, 5_000))
def test_rounding_is_exact_for_every_sum(points: int, weight: int, full_weight: int) -> None:
    exact = Fraction(points * full_weight, weight)
    assert scoring.prorated(points, weight, full_weight) == ceil(exact - Fraction(1, 2))


def test_too_few_answers_give_no_score() -> None:
    assert scoring.score([(3, 1)] * 2, full_weight=4, least=3) is None


def test_enough_answers_give_a_score() -> None:
    assert scoring.score([(2, 1)] * 3, full_weight=4, least=3) == 8


@pytest.mark.parametrize(
    ("points", "weight", "score"),
    [(8, 3, 267), (5, 2, 250), (1, 3, 33), (2, 3, 67), (-1, 3, -33), (1, 8, 12), (3, 1, 300)],
)
def test_a_mean_is_scored_in_hundredths_and_a_half_goes_down(
    points: int, weight: int, score: int
) -> None:
    assert scoring.whole(points, weight, 9, "mean") == score


def test_a_count_adds_nothing_for_what_was_left_out() -> None:
    assert scoring.score([(1, 1), (0, 1), (1, 1)], full_weight=6, least=3, how="count") == 2


@pytest.mark.parametrize(
    ("units", "said"),
    [(250, "2.5"), (267, "2.67"), (300, "3"), (-33, "-0.33"), (0, "0"), (7, "0.07")],
)
def test_a_mean_is_told_with_no_more_decimals_than_it_has(units: int, said: str) -> None:
    mean = Measure("mean")
    assert mean.shown(units) == said
    assert mean.inside(float(said)) == units


@pytest.mark.parametrize(
    ("score", "band"), [(-3, 0), (0, 0), (5, 0), (6, 1), (10, 1), (11, 2), (16, 2), (99, 2)]
)
def test_a_score_falls_in_the_last_band_that_starts_at_or_below_it(score: int, band: int) -> None:
    assert scoring.band_of(score, [0, 6, 11]) == band


@pytest.mark.parametrize(
    ("score", "bands"),
    [
        (0, []),
        (4, []),
        (5, [1]),
        (6, [0]),
        (7, []),
        (9, []),
        (10, [2]),
        (11, [1]),
        (12, []),
        (16, []),
    ],
)
def test_a_score_within_a_point_of_a_line_names_the_reading_beyond(
    score: int, bands: list[int]
) -> None:
    assert scoring.bands_near(score, [0, 6, 11]) == bands


@given(st.integers(-50, 50), st.lists(st.integers(-40, 40), min_size=1, max_size=6, unique=True))
def test_the_reading_beyond_a_line_is_never_the_scores_own(score: int, starts: list[int]) -> None:
    starts.sort()
    assert scoring.band_of(score, starts) not in scoring.bands_near(score, starts)


@pytest.mark.parametrize(
    ("weights", "first"),
    [
        ([("pull", 1, 9), ("rest", 2, 11)], "rest"),  # the higher band
        ([("pull", 1, 9), ("rest", 1, 10)], "rest"),  # in the same band, the higher score
        ([("pull", 1, 9), ("rest", 1, 9)], "pull"),  # alike: the author's order
        ([("pull", 0, 2), ("rest", 0, 5)], "rest"),  # where nothing weighs, too
    ],
)
def test_the_part_that_weighs_most_comes_first(
    weights: list[tuple[str, int, int]], first: str
) -> None:
    found = [scoring.Weight(name, Fraction(band, 2), Fraction(s, 16)) for name, band, s in weights]
    assert scoring.by_weight(found)[0] == first
