"""Find the browsers of `make test-engines`, or bring them in."""

import shutil
import sys

from scripts import browser, debian

PROGRAMS = {
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("WebKitWebDriver",),
    "chromium": browser.SYSTEM_NAMES,
    "chromium's driver": ("chromedriver",),
    "a screen for WebKitGTK": ("xvfb-run",),
    "a key to that screen": ("xauth",),
}
"""What is needed → the names it may go by."""

DEBIAN_PACKAGES = (
    *("firefox-esr", "webkit2gtk-driver", "chromium", "chromium-driver", "xvfb", "xauth"),
    *("fonts-liberation", "fonts-dejavu-core"),
)

HOW_TO = f"""on Debian:  sudo apt-get install {" ".join(DEBIAN_PACKAGES)}
WebKitGTK runs on Linux only; on another system, a container of Debian will do."""


def found(what: str) -> str | None:
    """The path of a program, by what it is needed for."""
    paths = (shutil.which(name) for name in PROGRAMS[what])
    return next((path for path in paths if path), None)


def missing() -> list[str]:
    """What is needed and not there, in words."""
    return [f"{what} ({' or '.join(PROGRAMS[what])})" for what in PROGRAMS if not found(what)]


if __name__ == "__main__":
    if missing():
        debian.install(DEBIAN_PACKAGES, "Firefox, WebKitGTK and Chromium")
    if lacking := missing():
        sys.exit(f"make test-engines needs {', '.join(lacking)}.\n{HOW_TO}")
