"""Families of tests that are one promise for many cases: a run takes a sample, an exhaustive run takes all."""

from collections import defaultdict

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--exhaustive",
        action="store_true",
        help="take every case of every family of tests, as `make test-exhaustive` does",
    )


@pytest.hookimpl(trylast=True)  # what -k has left
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of each test marked `sample(n)`, keep `n` cases, spread evenly over the order they are written in."""
    if config.getoption("exhaustive"):
        return
    families: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if item.get_closest_marker("sample"):
            families[item.nodeid.partition("[")[0]].append(item)
    left_out: set[pytest.Item] = set()
    for family in families.values():
        marker = family[0].get_closest_marker("sample")
        assert marker
        chosen = {family[n] for n in spread(len(family), *marker.args)}
        left_out.update(item for item in family if item not in chosen)
    if left_out:
        config.hook.pytest_deselected(items=[item for item in items if item in left_out])
        items[:] = [item for item in items if item not in left_out]


def spread(count: int, most: int) -> list[int]:
    """`most` places of `count`, evenly spread, the first and the last among them; all where there are no more."""
    if count <= most:
        return list(range(count))
    if most == 1:
        return [0]
    return [round(n * (count - 1) / (most - 1)) for n in range(most)]
