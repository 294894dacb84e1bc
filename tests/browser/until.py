"""Waiting for what no locator shows.

Playwright's own `wait_for_function` makes its text into a script anew at every look, and a page's policy
forbids that. This makes it into one only once, as `evaluate` does.
"""

from typing import Any

from playwright.sync_api import Page

TIMEOUT = 60_000
"""Milliseconds."""


def until(page: Page, condition: str, arg: Any = None) -> None:
    """Wait until `condition` holds in the page: a function, perhaps an async one, of `arg`."""
    page.evaluate(
        f"""(arg) => new Promise((done, fail) => {{
          const holds = {condition};
          const look = async () => (await holds(arg)) ? done() : setTimeout(look, 20);
          setTimeout(() => fail(new Error("still not so: " + holds)), {TIMEOUT});
          look().catch(fail);
        }})""",
        arg,
    )
