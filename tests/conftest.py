"""Settings that all tests share."""

import os

import pytest
from hypothesis import settings

pytest_plugins = ["tests.sampling"]

MADE_FOR_MAKE = ["test_audit.py", "test_environment.py", "test_make.py", "test_publish.py"]
"""What they test is run by make, or with a shell, and Windows brings neither."""
collect_ignore = MADE_FOR_MAKE if os.name == "nt" else []

# The same examples on every run, so that a red test is a fault and not chance.
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("exhaustive", settings.get_profile("same"), max_examples=200)


def pytest_xdist_auto_num_workers() -> int:
    """For each processor one, and one more: who waits for a browser leaves a processor idle."""
    return min(os.cpu_count() or 1, 3) + 1


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("exhaustive" if config.getoption("exhaustive") else "same")
