"""The browser that the tests drive."""

from typing import Any

import pytest

from scripts.browser import BrowserMissingError, launch_options


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as `make test` found it; without one the run ends here, and says what to do."""
    try:
        return browser_type_launch_args | launch_options()
    except BrowserMissingError as missing:
        pytest.exit(str(missing), returncode=1)
