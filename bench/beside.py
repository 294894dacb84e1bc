"""What a page of ten questions weighs beside the peers': everything it fetches over its plain page.

    python -m bench.beside

Page, scripts and styles, inline or not, as Chromium fetches them until the page stands; Brotli, bytes. This
book's pages are measured as a build leaves them, with its scripts and styles minified and its plain page too;
the peers' as they leave them. All are built in one environment.
"""

from playwright.sync_api import Browser, sync_playwright

from bench import installed
from bench.build import Build
from bench.project import GUIDEBOOK, PEERS, PLAIN, PLAIN_BOOK, Candidate
from bench.serve import serving
from bench.table import table
from bench.visit import CODE, visit
from scripts.browser import launch_options


def measure(browser: Browser) -> str:
    """The table."""
    installed.peers()
    pairs = [(GUIDEBOOK, PLAIN_BOOK), *((peer, PLAIN) for peer in PEERS)]
    rows = []
    for candidate, plain in pairs:
        quiz, words = (_weight(browser, one) for one in (candidate, plain))
        rows.append(
            (candidate.name, *(own - other for own, other in zip(quiz, words, strict=True)))
        )
    return table(("a page of ten questions adds", "files", "raw", "Brotli"), rows)


def _weight(browser: Browser, candidate: Candidate) -> tuple[int, int, int]:
    build = Build(candidate, pages=1)
    build.prepare()
    build.run()
    with serving(build.folder / "site") as address:
        seen = visit(browser, f"{address}check-1/")
    counted = [file for file in seen.values() if file.kind in (*CODE, "document")]
    return len(counted), sum(len(f.raw) for f in counted), sum(f.brotli for f in counted)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        print(measure(playwright.chromium.launch(**launch_options())))
