"""What a first visit sends, file by file, with nothing in the browser's cache.

    python -m bench.first [SITE]

Bodies only: a host adds headers of its own. What a service worker fetches afterwards is not counted.
"""

import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from bench.site import Site, own_site
from bench.table import limit, table
from bench.visit import Visit, visit
from scripts.browser import launch_options

PAGES = {"home": "", "a chapter": "hyper-active-engagement/", "help": "help/"}
MOST = 70_000
"""Bytes that Material sends at a first visit to a site of a few pages, with its own font left out."""


def first_visits(site: Site, browser: Browser) -> str:
    """A table of the whole, and one of the files of the heaviest page."""
    visits = {name: visit(browser, site.address + path) for name, path in PAGES.items()}
    rows = [
        (name, len(seen), *_sizes(seen), limit(_sizes(seen)[2], MOST))
        for name, seen in visits.items()
    ]
    seen = visits["a chapter"]
    files = [
        (urlsplit(address).path.lstrip("/") or "home", len(f.raw), f.brotli, f.gzip)
        for address, f in sorted(seen.items(), key=lambda pair: -pair[1].brotli)
    ]
    head = ("raw", "Brotli", "gzip")
    return (
        table(("a first visit to", "files", *head, "gzip at most"), rows)
        + "\n"
        + table(("of these, for the chapter", *head), files)
    )


def _sizes(seen: Visit) -> tuple[int, int, int]:
    total = Counter[str]()
    for file in seen.values():
        total.update(raw=len(file.raw), brotli=file.brotli, gzip=file.gzip)
    return total["raw"], total["brotli"], total["gzip"]


if __name__ == "__main__":
    built = Path(sys.argv[1]) if sys.argv[1:] else None
    with own_site(built) as site, sync_playwright() as playwright:
        print(first_visits(site, playwright.chromium.launch(**launch_options())))
