"""A browser that Orca reads from: a plugin that `make test-screen-reader` gives to pytest."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from scripts.browser import launch_options
from tests.browser.screen_reader.orca import Orca, listening
from tests.browser.serve import Site

TRIES = 10
"""A window may take a while until it takes a click."""
TRANSCRIPT = Path(".cache/screen-reader.txt")


@pytest.fixture(scope="session")
def orca(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Orca]:
    """One for all journeys; what it said is written down at the end."""
    with listening(tmp_path_factory.mktemp("orca")) as orca:
        yield orca
    TRANSCRIPT.parent.mkdir(exist_ok=True)
    TRANSCRIPT.write_text("\n".join([*orca.told, ""]), encoding="utf-8")


class Reader:
    """Somebody with a keyboard and Orca, at one page after another."""

    def __init__(self, page: Page, orca: Orca, site: Site) -> None:
        self.page = page
        self.orca = orca
        self.site = site

    def open(self, path: str, title: str) -> str:
        """Until Orca has said that the page is there; then with the focus in it."""
        self.orca.told.append(f"\n{path}")
        self.page.goto(self.site.address + path)
        self.page.locator("html[data-keyboard]").wait_for(state="attached")
        said = self.orca.hears("Finished loading", title)
        for _ in range(TRIES):  # from the window's own field for addresses into the page
            subprocess.run(["xdotool", "mousemove", "5", "600", "click", "1"], check=True)
            self.page.keyboard.press("Tab")
            if self.orca.speaks():
                break
        return said

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def hears(self, *words: str) -> str:
        return self.orca.hears(*words)


@pytest.fixture
def reader(playwright: Playwright, orca: Orca, site: Site) -> Iterator[Reader]:
    browser = playwright.chromium.launch(
        **launch_options(whole=True),
        headless=False,
        args=["--force-renderer-accessibility", "--kiosk", "--window-size=1000,800"],
    )
    page = browser.new_context(no_viewport=True).new_page()
    yield Reader(page, orca, site)
    browser.close()
