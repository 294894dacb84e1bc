"""Measure everything, and keep the tables in results.md.

python -m bench
"""

import datetime as dt
import os
import platform
import subprocess
import sys
import traceback
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import beside, build, edit, first, html, installed, lighthouse, measured, page, weight
from bench.site import own_site
from scripts.browser import launch_options

RESULTS = Path(__file__).with_name("results.md")
PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pydantic", "pyyaml", "brotli", "playwright")
NOT_MEASURED = """
## What was not measured

- **Other peers.** mkdocs-freetext 1.0.0 does not start on Python 3.11. SurveyJS, mdbook-quiz, H5P, Moodle and \
LimeSurvey build no pages here that could be compared.
- **Phones.** Lighthouse simulates one; none was at hand.
- **Hosts.** Bytes are of bodies, compressed here; a host adds its headers, and may compress less well.
"""


def main() -> None:
    """Write results.md anew."""
    with own_site() as site, sync_playwright() as playwright:
        options = launch_options()
        chromium = options.get("executable_path") or playwright.chromium.executable_path
        browser = playwright.chromium.launch(**options)
        parts: list[tuple[str, str | None, Callable[[], str]]] = [
            ("What the widgets weigh", weight.__doc__, lambda: weight.weigh(site, browser)),
            (
                "What a page of ten questions weighs",
                beside.__doc__,
                lambda: beside.measure(browser),
            ),
            ("What a question adds to a page's HTML", html.__doc__, html.measure),
            ("A first visit", first.__doc__, lambda: first.first_visits(site, browser)),
            ("Scoring in the browser", page.__doc__, lambda: page.measure(browser)),
            ("Building", build.__doc__, lambda: _alone("bench.build")),
            ("From an edit to the page", edit.__doc__, edit.measure),
            ("Lighthouse", lighthouse.__doc__, lambda: lighthouse.measure(site, chromium)),
        ]
        text = _head(browser)
        for title, how, measure in parts:
            print(title, file=sys.stderr, flush=True)
            text += f"\n## {title}\n\n{_how(how or '')}\n\n{_measured(measure)}"
            RESULTS.write_text(text + NOT_MEASURED, encoding="utf-8")


def _alone(module: str) -> str:
    """In a process of its own: what a child holds in memory is counted from what its parent held."""
    command = [sys.executable, "-m", module]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def _measured(measure: Callable[[], str]) -> str:
    """The tables; a part that fails does not take the others along, and is not hidden."""
    try:
        return measure()
    except Exception:  # noqa: BLE001 (whatever it is)
        traceback.print_exc()
        return "Not measured: it failed in this run.\n"


def _how(docstring: str) -> str:
    """What a module says of itself, without its first line's heading and the command."""
    paragraphs = [" ".join(p.split()) for p in docstring.strip().split("\n\n")]
    return "\n\n".join(f"`{p}`" if p.startswith("python -m") else p for p in paragraphs)


def _head(browser: Browser) -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    load = os.getloadavg()[0]
    return (
        "# Results\n\nWritten by `make bench`; not by hand.\n\n"
        f"- {today}, {os.cpu_count()} processors of a shared machine ({platform.machine()}), "
        f"with a load of {load:.1f} as it began.\n"
        f"- Python {platform.python_version()}, Chromium {browser.version}, {packages}.\n"
        f"- Peers: {', '.join(installed.peer_versions())}.\n"
        f"{measured.line()}\n"
    )


if __name__ == "__main__":
    main()
