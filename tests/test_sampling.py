"""A run takes a sample of long families of cases, and an exhaustive run takes them whole."""

import pytest

from tests.sampling import spread

pytest_plugins = ["pytester"]
FAMILY = """
import pytest

@pytest.mark.sample(3)
@pytest.mark.parametrize("n", range(9))
def test_a_family(n): pass

@pytest.mark.sample(3)
@pytest.mark.parametrize("n", range(2))
def test_a_small_family(n): pass

@pytest.mark.parametrize("n", range(5))
def test_another(n): pass
"""


@pytest.mark.parametrize(
    ("arguments", "taken"), [((), 10), (("--exhaustive",), 16), (("-k", "[4]"), 2)]
)
def test_only_families_that_say_so_are_sampled(
    pytester: pytest.Pytester, arguments: tuple[str, ...], taken: int
) -> None:
    pytester.makepyfile(FAMILY)

    ran = pytester.runpytest_inprocess("-p", "tests.sampling", "-q", "--collect-only", *arguments)

    assert sum("::" in line for line in ran.outlines) == taken


@pytest.mark.parametrize(("count", "most"), [(9, 3), (22, 8), (5, 5), (2, 4), (7, 1)])
def test_a_sample_is_spread_from_the_first_to_the_last(count: int, most: int) -> None:
    chosen = spread(count, most)

    assert len(chosen) == len(set(chosen)) == min(count, most)
    assert chosen[0] == 0
    assert most == 1 or chosen[-1] == count - 1
