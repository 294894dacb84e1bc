"""Take pictures of a built site: some to look at, and the one that README.md shows.

`make screenshots` builds the site first. A picture of each page, on a phone and on a desktop,
by day and by night, goes to .cache/screenshots; have a look at all of them before you commit.
"""

import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts.browser import launch_options
from tests.browser.serve import serving

ROOT = Path(__file__).resolve().parent.parent
TO_LOOK_AT = ROOT / ".cache/screenshots"
FOR_README = ROOT / "docs/assets/screenshots/home.png"

Scheme = Literal["light", "dark"]

PAGES = {
    "home": "",
    "chapter": "exposing-vulnerabilities/",
    "self-assessment": "self-assessments/am-i-oversharing/",
    "help": "help/",
    "method": "about/method/",
    "nowhere": "404.html",
}
"""Name of the picture → path of the page."""

SCREENS = {
    "phone": ViewportSize(width=390, height=844),
    "desktop": ViewportSize(width=1280, height=844),
}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

SIDE_BY_SIDE = """<body style="margin:0;display:inline-flex;gap:24px;background:none">
{}</body>"""


def main(site: Path) -> None:
    """Take every picture."""
    with serving(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for (name, path), screen, scheme in product(PAGES.items(), SCREENS, SCHEMES):
            with opened(browser, served.address + path, screen, scheme) as page:
                picture = TO_LOOK_AT / f"{name}-{screen}-{scheme}.png"
                page.screenshot(path=picture, full_page=True)
                print(picture.relative_to(ROOT))
        show_home(browser, served.address)
        print(FOR_README.relative_to(ROOT))
        browser.close()


@contextmanager
def opened(browser: Browser, address: str, screen: str, scheme: Scheme) -> Iterator[Page]:
    """The page as somebody sees it who has just come in."""
    with browser.new_page(
        viewport=SCREENS[screen], color_scheme=scheme, reduced_motion="reduce"
    ) as page:
        page.goto(address, wait_until="networkidle")
        yield page


def show_home(browser: Browser, address: str) -> None:
    """The home page's first screen: on a desktop by day, and on a phone by night."""
    pictures = []
    for screen, scheme in zip(("desktop", "phone"), SCHEMES, strict=True):
        with opened(browser, address, screen, scheme) as page:
            data = base64.b64encode(page.screenshot()).decode()
            pictures.append(f'<img alt="" src="data:image/png;base64,{data}">')
    with browser.new_page(viewport=ViewportSize(width=1800, height=900)) as page:
        page.set_content(SIDE_BY_SIDE.format("\n".join(pictures)))
        FOR_README.parent.mkdir(parents=True, exist_ok=True)
        page.locator("body").screenshot(path=FOR_README, omit_background=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
