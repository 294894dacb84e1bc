"""Counting through the answers finds what trying them all would find."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.engine.kinds.scales import attainable
from guidebook.engine.kinds.scales.attainable import Choices
from guidebook.engine.kinds.scales.measure import How
from guidebook.engine.kinds.scales.scoring import whole
from tests.time_limit import ends

weighted = st.integers(1, 3).flatmap(
    lambda weight: st.lists(st.integers(-4, 6), min_size=1, max_size=4).map(
        lambda points: (weight, tuple(p * weight for p in points))
    )
)
scales = st.lists(weighted, min_size=1, max_size=5).map(tuple)
small = settings(max_examples=150, deadline=None)


def every_sum(items: tuple[Choices, ...]) -> list[int]:
    return sorted({sum(points) for points in product(*(points for _, points in items))})


def every_score(
    items: tuple[Choices, ...], least: int, kept: int = 0, how: How = "sum"
) -> list[int]:
    """Each score of each way to answer `least` items or more, the first `kept` among them."""
    full = sum(weight for weight, _ in items)
    return sorted(
        {
            whole(total, sum(items[n][0] for n in answered), full, how)
            for count in range(max(least, 1), len(items) + 1)
            for answered in combinations(range(len(items)), count)
            if set(range(kept)) <= set(answered)
            for total in every_sum(tuple(items[n] for n in answered))
        }
    )


@small
@given(scales)
def test_the_scores_of_full_answers_are_all_found(items: tuple[Choices, ...]) -> None:
    assert list(attainable.complete(items)) == every_sum(items)


@small
@given(scales)
def test_the_lowest_and_the_highest_score_are_those_of_full_answers(
    items: tuple[Choices, ...],
) -> None:
    sums = every_sum(items)
    assert (attainable.lowest(items), attainable.highest(items)) == (sums[0], sums[-1])


@small
@given(scales, st.integers(1, 5), st.sampled_from(["sum", "mean"]))
def test_the_extremes_are_those_of_every_pattern_of_skips(
    items: tuple[Choices, ...], least: int, how: How
) -> None:
    least = min(least, len(items))
    every = every_score(items, least, how=how)
    assert attainable.extremes(items, least, how) == (every[0], every[-1])


@small
@given(scales, st.integers(1, 5))
def test_the_extremes_of_a_count_are_those_of_every_pattern_of_skips(
    items: tuple[Choices, ...], least: int
) -> None:
    counted = tuple((weight, tuple(weight * (p > 0) for p in points)) for weight, points in items)
    least = min(least, len(items))
    every = every_score(counted, least, how="count")
    assert attainable.extremes(counted, least, "count") == (every[0], every[-1])


@small
@given(scales, st.integers(1, 5), st.sampled_from(["mean", "count"]))
def test_the_scores_of_a_mean_and_a_count_are_all_found(
    items: tuple[Choices, ...], least: int, how: How
) -> None:
    assert list(attainable.with_skips(items, least, how=how)) == every_score(items, least, how=how)
    complete = every_score(items, len(items), how=how)
    assert list(attainable.complete(items, how)) == complete


@small
@given(scales, st.integers(1, 5))
def test_the_scores_of_every_pattern_of_skips_are_all_found(
    items: tuple[Choices, ...], least: int
) -> None:
    least = min(least, len(items))
    assert list(attainable.with_skips(items, least)) == every_score(items, least)


@small
@given(scales, st.integers(0, 5))
def test_items_that_must_be_answered_are_never_skipped(
    items: tuple[Choices, ...], kept: int
) -> None:
    kept = min(kept, len(items))
    assert list(attainable.with_skips(items, 1, kept)) == every_score(items, 1, kept)


@given(
    st.lists(st.integers(-9, 9), min_size=1, max_size=4, unique=True),
    st.lists(st.integers(-9, 9), unique=True),
)
def test_a_band_is_reached_if_a_score_lies_between_its_start_and_the_next(
    starts: list[int], scores: list[int]
) -> None:
    starts.sort()
    scores.sort()
    ends = [*starts[1:], 10]
    bands = {n for n, low in enumerate(starts) if any(low <= s < ends[n] for s in scores)}
    assert attainable.reached(starts, scores) == bands


def test_a_scale_of_two_hundred_weighted_items_is_counted() -> None:
    items = tuple((n % 7 + 1, tuple(p * (n % 7 + 1) for p in range(5))) for n in range(200))
    with ends():
        assert len(attainable.complete(items)) == attainable.highest(items) + 1
        assert attainable.with_skips(items, 150)


def test_a_scale_too_wide_to_count_may_reach_every_score_between_its_ends() -> None:
    items = ((100, (0, 100_000)),) * 10
    assert 123_456 in attainable.complete(items)
