"""Find Pango, which sets the lines of the PDF, or bring it in."""

import sys
from ctypes.util import find_library

from scripts import debian

LIBRARIES = ("pango-1.0", "pangoft2-1.0")
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0")
HOW_TO = "Install Pango, as in: apt-get install libpangoft2-1.0-0, or: brew install pango"


def lacking() -> list[str]:
    """What of it is not there."""
    return [name for name in LIBRARIES if find_library(name) is None]


if __name__ == "__main__":
    if lacking():
        debian.install(PACKAGES, "Pango")
    if missing := lacking():
        sys.exit(f"make paper needs {', '.join(missing)}. {HOW_TO}")
