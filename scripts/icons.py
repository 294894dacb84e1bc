"""Draw the pictures by which a device shows the book among its programs: a moon in the night.

Run by `make cards`. drawn.yml has the hash of what each was drawn from, and a test compares.
"""

from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from scripts.browser import launch_options
from scripts.cards import DOCS, note

DRAWN = DOCS / "assets/icons"
WIDTHS = (180, 192, 512)
MOON = 0.66
"""How much of the width the moon takes: devices cut a circle of 0.8 out of it."""


def main() -> None:
    """Draw each of them anew."""
    DRAWN.mkdir(exist_ok=True)
    drawn = icons()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        with browser.new_page(color_scheme="light") as page:
            for path, (width, html) in drawn.items():
                page.set_viewport_size(ViewportSize(width=width, height=width))
                page.set_content(html)
                page.screenshot(path=path)
        browser.close()
    note({path: html for path, (_, html) in drawn.items()})


def icons() -> dict[Path, tuple[int, str]]:
    """Each picture's file, its width in pixels, and the HTML that it is drawn from."""
    moon = (DOCS / "assets/moon/gibbous.svg").read_text(encoding="utf-8")
    return {DRAWN / f"night-{width}.png": (width, drawing(moon, width)) for width in WIDTHS}


def drawing(moon: str, width: int) -> str:
    return (
        "<!DOCTYPE html><style>body { margin: 0; block-size: 100vh; display: grid;"
        " place-items: center; background: #1a2238; }"
        f" body > svg {{ inline-size: {width * MOON:.0f}px; }}</style>{moon}"
    )


if __name__ == "__main__":
    main()
