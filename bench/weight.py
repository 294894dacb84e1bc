"""What the widgets weigh: the scripts and styles that their pages fetch over a plain page.

    python -m bench.weight [SITE]

Real visits in Chromium. A file counts if a page with a widget fetched it and a plain page did not,
so it does not matter how files are named, bundled or imported. Bytes, Brotli at its best.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from bench.site import Site, own_site
from bench.table import limit, table
from bench.visit import Fetched, Visit, code, take, use_everything, visit
from scripts.browser import launch_options

PAGE, LOADER = 7_000, 500
"""Bytes with Brotli: the most that a self-assessment may add as it opens, and that every page may pay for its widgets.

Four thousand were meant for a self-assessment. They would have what scores and keeps answers come only once an answer
was given, and on a bad line a reader would lose it. So all that an answer needs comes with the page, and no more.
"""


def weigh(site: Site, browser: Browser) -> str:
    """Tables of what is fetched when, and of the files."""
    kinds: dict[frozenset[str], str] = {}
    for page in sorted(site.pages, key=lambda page: (page.count("/"), page), reverse=True):
        kinds[site.widgets(page)] = page  # the nearest to home of those with the same widgets
    plain = visit(browser, site.address + kinds.pop(frozenset()))
    first = next(page for widgets, page in kinds.items() if "quiz-scales" in widgets)
    opened = code(visit(browser, site.address + first), plain)
    to_result = code(visit(browser, site.address + first, take), plain)
    used = {
        page: code(visit(browser, site.address + page, take, use_everything), plain)
        for page in kinds.values()
    }
    together = {address: file for visit in used.values() for address, file in visit.items()}
    rows = [
        _limited("any page: what loads widgets", _sum(_scripts(plain, "loader.")), LOADER),
        ("any page: menu and search by keyboard", *_sum(_scripts(plain, "keyboard.")), ""),
        _limited(f"{first} opened", _sum(opened), PAGE),
        (f"{first} to its result", *_sum(to_result), ""),
        *((f"{page} everything used", *_sum(files), "") for page, files in used.items()),
        ("all widgets and tools together", *_sum(together), ""),
    ]
    return (
        table(("scripts and styles over a plain page", "files", "raw", "Brotli", "at most"), rows)
        + "\n"
        + table(("file", "raw", "Brotli"), _files(together))
    )


def _limited(name: str, sizes: tuple[int, int, int], most: int) -> tuple[object, ...]:
    return (name, *sizes, limit(sizes[2], most))


def _scripts(page: Visit, name: str) -> Visit:
    """The scripts of a page, whose names begin so."""
    return {
        address: file
        for address, file in page.items()
        if file.kind == "script" and Path(urlsplit(address).path).name.startswith(name)
    }


def _sum(files: Visit) -> tuple[int, int, int]:
    return (
        len(files),
        sum(len(file.raw) for file in files.values()),
        sum(file.brotli for file in files.values()),
    )


def _files(files: Visit) -> Iterator[tuple[str, int, int]]:
    def heaviest(pair: tuple[str, Fetched]) -> int:
        return -pair[1].brotli

    for address, file in sorted(files.items(), key=heaviest):
        yield urlsplit(address).path.lstrip("/"), len(file.raw), file.brotli


if __name__ == "__main__":
    built = Path(sys.argv[1]) if sys.argv[1:] else None
    with own_site(built) as site, sync_playwright() as playwright:
        print(weigh(site, playwright.chromium.launch(**launch_options())))
