"""Take pictures of a built site: some to look at, and the one that README.md shows.

`make screenshots` builds the site first. Pictures of all pages and scenes of scenes.py, on a phone and on
a desktop, by day and by night, without script and on paper, go to .cache/screenshots; index.html there
shows them side by side. Have a look at all of them before you commit. (On paper they are PDF files; where
pdftoppm of Poppler is at hand, pictures too.)
"""

import base64
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scripts.browser import launch_options
from scripts.scenes import PAGES, PRINTED, SCENES
from tests.browser.serve import serving

ROOT = Path(__file__).resolve().parent.parent
TO_LOOK_AT = ROOT / ".cache/screenshots"
FOR_README = ROOT / "docs/assets/screenshots/home.png"

Scheme = Literal["light", "dark"]

SCREENS = {
    "phone": ViewportSize(width=390, height=844),
    "desktop": ViewportSize(width=1280, height=844),
}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

SIDE_BY_SIDE = """<body style="margin:0;display:inline-flex;gap:24px;background:none">
{}</body>"""
ALL = """<meta charset="utf-8"><style>figure {{ display: inline-block; vertical-align: top; margin: 8px }}
img {{ max-width: 300px; border: 1px solid }}</style>{}"""


def main(site: Path) -> None:
    """Take every picture."""
    shutil.rmtree(TO_LOOK_AT, ignore_errors=True)
    TO_LOOK_AT.mkdir(parents=True)
    with serving(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for name, screen, scheme in product(SCENES, SCREENS, SCHEMES):
            with seen(browser, screen, scheme) as page:
                SCENES[name](page, served.address)
                save(page, f"{name}-{screen}-{scheme}")
        for name in PAGES:
            with seen(browser, "phone", "light", java_script_enabled=False) as page:
                SCENES[name](page, served.address)
                save(page, f"{name}-without-script")
        for name in PRINTED:
            with seen(browser, "desktop", "light") as page:
                SCENES[name](page, served.address)
                on_paper(page, name)
        show_home(browser, served.address)
        browser.close()
    figures = (
        f'<figure><a href="{p.name}"><img src="{p.name}" alt=""></a><figcaption>{p.stem}</figure>'
        for p in sorted(TO_LOOK_AT.glob("*.png"))
    )
    (TO_LOOK_AT / "index.html").write_text(ALL.format("\n".join(figures)), encoding="utf-8")
    print(*(p.relative_to(ROOT) for p in (TO_LOOK_AT / "index.html", FOR_README)), sep="\n")


@contextmanager
def seen(browser: Browser, screen: str, scheme: Scheme, **settings: Any) -> Iterator[Page]:
    """A screen to look at a page on."""
    with browser.new_page(
        viewport=SCREENS[screen], color_scheme=scheme, reduced_motion="reduce", **settings
    ) as page:
        yield page


def save(page: Page, name: str) -> None:
    """All of the page, from top to bottom."""
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=TO_LOOK_AT / f"{name}.png", full_page=True)


def on_paper(page: Page, name: str) -> None:
    """Each sheet."""
    document = TO_LOOK_AT / f"{name}-printed.pdf"
    page.pdf(path=document, format="A4")
    if to_pictures := shutil.which("pdftoppm"):
        files = [str(document), str(document.with_suffix(""))]
        subprocess.run([to_pictures, "-r", "80", "-png", *files], check=True)


def show_home(browser: Browser, address: str) -> None:
    """The home page's first screen: on a desktop by day, and on a phone by night."""
    pictures = []
    for screen, scheme in zip(("desktop", "phone"), SCHEMES, strict=True):
        with seen(browser, screen, scheme) as page:
            SCENES["home"](page, address)
            data = base64.b64encode(page.screenshot()).decode()
            pictures.append(f'<img alt="" src="data:image/png;base64,{data}">')
    with browser.new_page(viewport=ViewportSize(width=1800, height=900)) as page:
        page.set_content(SIDE_BY_SIDE.format("\n".join(pictures)))
        FOR_README.parent.mkdir(parents=True, exist_ok=True)
        page.locator("body").screenshot(path=FOR_README, omit_background=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
