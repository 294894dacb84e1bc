"""Families of tests that are one promise for many cases: a run takes a sample, an exhaustive run takes all."""

from collections import defaultdict
from pathlib import Path
from zlib import crc32

import pytest
import yaml

BROWSER = "browser"
"""The folder of tests that take a browser, where a visit costs a second."""
SMOKE = Path(__file__).parent / BROWSER / "smoke.yml"
"""File → those of its tests that a smoke run takes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--exhaustive",
        action="store_true",
        help="take every case of every family of tests, as `make test-exhaustive` does",
    )
    parser.addoption(
        "--smoke",
        type=Path,
        help="of the tests with a browser take those that this file lists, as `make test` does",
    )


@pytest.hookimpl(trylast=True)  # what -k has left
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep `n` cases of each test marked `sample(n)`, and one of each other that takes a browser.

    `sample(0)` leaves a test, which may be of one case, to the exhaustive run.
    """
    if config.getoption("exhaustive"):
        return
    smoke = _listed(config.getoption("smoke"))
    families: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        families[item.nodeid.partition("[")[0]].append(item)
    left_out: set[pytest.Item] = set()
    for name, family in families.items():
        most = _most(family[0]) if smoke is None or _is_smoke(family[0], smoke) else 0
        if most is not None:
            chosen = {family[n] for n in spread(len(family), most, name)}
            left_out.update(item for item in family if item not in chosen)
    if left_out:
        config.hook.pytest_deselected(items=[item for item in items if item in left_out])
        items[:] = [item for item in items if item not in left_out]


def _listed(path: Path | None) -> set[tuple[str, str]] | None:
    """The stem of each file and the name of each test that a list has; None: there is none."""
    if path is None:
        return None
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {(f"test_{file}", f"test_{name}") for file, names in listed.items() for name in names}


def _is_smoke(item: pytest.Item, listed: set[tuple[str, str]]) -> bool:
    name = item.name.partition("[")[0]
    return not _takes_browser(item) or (item.path.stem, name) in listed


def _takes_browser(item: pytest.Item) -> bool:
    return BROWSER in item.path.relative_to(item.config.rootpath).parts


def _most(item: pytest.Item) -> int | None:
    """How many cases of its family are taken; None stands for all."""
    if marker := item.get_closest_marker("sample"):
        return int(marker.args[0])
    return 1 if _takes_browser(item) else None


def spread(count: int, most: int, name: str) -> list[int]:
    """`most` places of `count`: evenly spread, the first and the last among them, or all if there are no more.

    A single one is wherever the family's name falls, so that families of the same pages or tools take
    different ones.
    """
    if count <= most:
        return list(range(count))
    if most == 1:
        return [crc32(name.encode()) % count]
    return [round(n * (count - 1) / (most - 1)) for n in range(most)]
