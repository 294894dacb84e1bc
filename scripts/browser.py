"""Find a Chromium for Playwright to drive, or bring one in.

The system's own comes first: nothing to download. Best is a headless shell, which is Chromium without
windows: a test opens a page in it in half the time. But it keeps no page that one has left, so a few tests
take the whole browser. `python -m scripts.browser` brings in what is missing; the tests only look, and say
what to do.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from scripts import debian

SHELL = "chromium-headless-shell"
SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_PACKAGES = ("chromium", SHELL, "libatomic1", "fonts-liberation", "fonts-dejavu-core")
"""libatomic1 is for the node inside Playwright; a bare Debian has neither it nor any font."""

HOW_TO = f"""The browser tests need a Chromium, and Playwright's own parts in working order.
  on Debian or Ubuntu:  sudo apt-get install {" ".join(DEBIAN_PACKAGES)}
  elsewhere:            {sys.executable} -m playwright install --with-deps chromium"""


class BrowserMissingError(Exception):
    """There is nothing to test with; the message says what would mend it."""


def launch_options(*, whole: bool = False) -> dict[str, Any]:
    """What to tell Playwright's `launch`: which binary, unless it is Playwright's own download.

    `whole`: a browser that has windows and keeps pages, as readers have it.
    """
    if _playwright("--version", quiet=True):
        if system := _system_binary(SYSTEM_NAMES if whole else (SHELL, *SYSTEM_NAMES)):
            return {"executable_path": system}
        if _starts(_downloaded_binary()):
            return {"channel": "chromium"} if whole else {}
    raise BrowserMissingError(HOW_TO)


def bring_in() -> None:
    """Leave a Chromium that Playwright can start, by the least that does it."""
    if _is_ready() and shutil.which(SHELL):
        return
    _install_packages()
    if _is_ready():
        return
    _download()
    launch_options(whole=True)  # or the reason why not


def _is_ready() -> bool:
    try:
        launch_options(whole=True)
    except BrowserMissingError:
        return False
    return True


def _install_packages() -> None:
    """Debian's own, where that is allowed: it brings the libraries that it needs."""
    debian.install(DEBIAN_PACKAGES, "Chromium")


def _download() -> None:
    print("Downloading Playwright's Chromium, once.", flush=True)
    _playwright("install", "chromium")


def _system_binary(names: tuple[str, ...]) -> str | None:
    found = (shutil.which(name) for name in names)
    return next((path for path in found if path and _starts(path)), None)


def _downloaded_binary() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _playwright(*arguments: str, quiet: bool = False) -> bool:
    command = [sys.executable, "-m", "playwright", *arguments]
    return subprocess.run(command, check=False, capture_output=quiet).returncode == 0


def _starts(binary: str) -> bool:
    """Whether it starts: some systems have a stand-in of that name, or lack its libraries."""
    if not Path(binary).exists():
        return False
    return subprocess.run([binary, "--version"], check=False, capture_output=True).returncode == 0


if __name__ == "__main__":
    try:
        bring_in()
    except BrowserMissingError as missing:
        sys.exit(str(missing))
