"""How a rule of this book says what is wrong: as the build does, every fault of every file at once."""

from collections.abc import Iterable

import pytest

from guidebook.engine.problem import Problem


def refuse(problems: Iterable[Problem]) -> None:
    """Fail with a line for each problem, `path:line:column: what, and what to write instead`."""
    if found := sorted(set(problems)):
        pytest.fail("\n" + "\n".join(map(str, found)), pytrace=False)
