"""Find the screen reader of `make test-screen-reader` and what it needs, or bring them in."""

import shutil
import sys

from scripts import browser, debian

PROGRAMS = {
    "the screen reader Orca": ("orca",),
    "a bus for it to listen to": ("dbus-run-session",),
    "its settings": ("gsettings",),
    "a screen": ("xvfb-run",),
    "a key to that screen": ("xauth",),
    "windows on it": ("openbox",),
    "a hand on its mouse": ("xdotool",),
    "chromium": browser.SYSTEM_NAMES,
}
"""What is needed → the names it may go by."""

DEBIAN_PACKAGES = (
    *("orca", "at-spi2-core", "dbus", "libglib2.0-bin", "gsettings-desktop-schemas"),
    *("xvfb", "xauth", "openbox", "xdotool", *browser.DEBIAN_PACKAGES),
)

HOW_TO = f"""on Debian or Ubuntu:  sudo apt-get install {" ".join(DEBIAN_PACKAGES)}
Orca runs on Linux only; on another system, a container of Debian will do."""


def missing() -> list[str]:
    """What is needed and not there, in words."""
    return [
        f"{what} ({' or '.join(names)})"
        for what, names in PROGRAMS.items()
        if not any(shutil.which(name) for name in names)
    ]


if __name__ == "__main__":
    if missing():
        debian.install(DEBIAN_PACKAGES, "Orca and a screen for it")
    if lacking := missing():
        sys.exit(f"make test-screen-reader needs {', '.join(lacking)}.\n{HOW_TO}")
