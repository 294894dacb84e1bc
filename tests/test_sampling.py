"""A run takes a sample of long families of cases, and an exhaustive run takes them whole."""

import ast

import pytest
import yaml

from tests.sampling import SMOKE, spread

pytest_plugins = ["pytester"]
FAMILIES = """
import pytest

@pytest.mark.sample(3)
@pytest.mark.parametrize("n", range(9))
def test_a_family(n): pass

@pytest.mark.sample(3)
@pytest.mark.parametrize("n", range(2))
def test_a_small_family(n): pass

@pytest.mark.parametrize("n", range(5))
def test_another(n): pass

@pytest.mark.sample(0)
def test_for_the_night(): pass
"""


@pytest.mark.parametrize(
    ("folder", "arguments", "taken"),
    [
        ("unit", (), 10),
        ("browser", (), 6),
        ("browser", ("--exhaustive",), 17),
        ("browser", ("-k", "[4]"), 2),
    ],
)
def test_families_that_say_so_or_take_a_browser_are_sampled(
    pytester: pytest.Pytester, folder: str, arguments: tuple[str, ...], taken: int
) -> None:
    (pytester.mkdir(folder) / "test_families.py").write_text(FAMILIES, encoding="utf-8")

    ran = pytester.runpytest_inprocess("-p", "tests.sampling", "-q", "--collect-only", *arguments)

    assert sum("::" in line for line in ran.outlines) == taken


@pytest.mark.parametrize(("folder", "taken"), [("unit", 10), ("browser", 3)])
def test_a_smoke_run_takes_of_the_tests_with_a_browser_those_that_are_listed(
    pytester: pytest.Pytester, folder: str, taken: int
) -> None:
    (pytester.mkdir(folder) / "test_families.py").write_text(FAMILIES, encoding="utf-8")
    listed = pytester.path / "smoke.yml"
    listed.write_text("families: [a_family]\n", encoding="utf-8")

    ran = pytester.runpytest_inprocess(
        "-p", "tests.sampling", "-q", "--collect-only", "--smoke", str(listed)
    )

    assert sum("::" in line for line in ran.outlines) == taken


def test_each_test_that_a_smoke_run_takes_is_there_and_not_left_to_the_night() -> None:
    for file, names in yaml.safe_load(SMOKE.read_text(encoding="utf-8")).items():
        text = (SMOKE.parent / f"test_{file}.py").read_text(encoding="utf-8")
        tests = {
            node.name: [ast.unparse(mark) for mark in node.decorator_list]
            for node in ast.parse(text).body
            if isinstance(node, ast.FunctionDef)
        }
        for name in names:
            assert f"test_{name}" in tests, file
            assert "pytest.mark.sample(0)" not in tests[f"test_{name}"], name


@pytest.mark.parametrize(("count", "most"), [(9, 3), (22, 8), (5, 5), (2, 4)])
def test_a_sample_is_spread_from_the_first_to_the_last(count: int, most: int) -> None:
    chosen = spread(count, most, "test_a_family")

    assert len(chosen) == len(set(chosen)) == min(count, most)
    assert (chosen[0], chosen[-1]) == (0, count - 1)


def test_samples_of_one_are_not_all_of_the_same_case() -> None:
    chosen = {n for family in "abcdefgh" for n in spread(4, 1, family)}

    assert chosen == {0, 1, 2, 3}
