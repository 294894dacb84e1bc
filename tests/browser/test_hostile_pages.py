"""Pages that the build takes as they are, though somebody hoped for more: they show words, and that is all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page

from tests.browser.serve import Site, serving
from tests.browser.watch import Watch
from tests.project import REPOSITORY
from tests.test_attempts import ALL, make
from tests.time_limit import ends

SHOWN = [case for case in ALL if "shows" in case]
PAGES = sorted({page for case in SHOWN for page in case["shows"]})
LOGO = "docs/assets/moon/gibbous.svg"
RUNS = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  element.getAttributeNames().filter((name) => name.startsWith("on")).map((name) => `${element.tagName} ${name}`))"""


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Site]:
    with ends():
        project = make(tmp_path, *SHOWN)
        project.write({LOGO: (REPOSITORY / LOGO).read_bytes()})
        project.build()
    with serving(project.site) as site:
        yield site


def test_nothing_runs_and_nothing_is_asked_for_on_pages_that_hoped_for_it(
    page: Page, hostile: Site, watch: Watch
) -> None:
    asked: list[str] = []

    def note(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)

    for path in PAGES:
        page.goto(f"{hostile.address}{path}/")
        assert page.url == f"{hostile.address}{path}/"
        assert page.evaluate(RUNS) == []
        assert page.get_by_role("heading", level=1).count() == 1

    assert asked == []
    assert watch.faults() == []
