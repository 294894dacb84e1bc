"""Draw the pictures of link previews, one for each page that `extra: cards:` in mkdocs.yml names.

`make cards` puts them into docs/assets/cards, where they are kept: no build draws them, so none needs
the fonts. drawn.yml has the hash of what each was drawn from, and a test compares.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import ViewportSize, sync_playwright

from guidebook.book import front_matter
from scripts import debian
from scripts.browser import launch_options

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DRAWN = DOCS / "assets/cards"
ORIGINS = ROOT / "scripts/drawn.yml"
ABOVE = (
    "# Written by `make cards`: picture → the hash of what it was drawn from. A test compares.\n"
)
SIZE = ViewportSize(width=1200, height=630)
FONTS = ("Noto Serif", "Noto Serif CJK SC")
PACKAGES = ("fontconfig", "fonts-noto-core", "fonts-noto-cjk")


def main() -> None:
    """Draw every card anew, and remove those of pages that are gone."""
    bring_in_fonts()
    drawn = cards()
    shutil.rmtree(DRAWN, ignore_errors=True)
    DRAWN.mkdir(parents=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        with browser.new_page(viewport=SIZE, color_scheme="light") as page:
            for path, html in drawn.items():
                page.set_content(html)
                page.screenshot(path=path)
                print(path.relative_to(ROOT))
        browser.close()
    note(drawn)


def cards() -> dict[Path, str]:
    """Each picture's file, and the HTML that it is drawn from."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return {
        DRAWN / f"{url.strip('/').replace('/', '-') or 'home'}.png": drawing(
            page_of(url), settings["site_name"]
        )
        for url in settings["extra"]["cards"]
    }


def page_of(url: str) -> Path:
    """The page at an address of the site, as in `tools/my-values/`."""
    alone = DOCS / f"{url.strip('/')}.md"
    return alone if alone.is_file() else DOCS / url / "index.md"


def drawing(page: Path, name: str) -> str:
    """A page's title, its sign or moon, and what the name of the book adds to that."""
    text = page.read_text(encoding="utf-8")
    head = front_matter.BLOCK.match(text)
    meta = yaml.safe_load(head[1]) if head else {}
    title = next(line[2:].strip() for line in text.splitlines() if line.startswith("# "))
    sign = DOCS / f"assets/signs/{page.stem}.svg"
    moon = DOCS / f"assets/moon/{meta.get('moon', 'gibbous')}.svg"
    return (
        (ROOT / "scripts/card.html")
        .read_text(encoding="utf-8")
        .format(
            language=meta.get("lang", "en"),
            title=escape(title),
            size=88 if len(title) <= 24 else 80,
            picture=(sign if sign.is_file() else moon).read_text(encoding="utf-8"),
            name=escape(name.removeprefix(title).removeprefix(": ")),
        )
    )


def origins(drawn: Mapping[Path, str]) -> dict[str, str]:
    """Picture, from docs/assets → the hash of the HTML that it is drawn from."""
    assets = DOCS / "assets"
    return {
        path.relative_to(assets).as_posix(): hashlib.sha256(html.encode()).hexdigest()
        for path, html in drawn.items()
    }


def note(drawn: Mapping[Path, str]) -> None:
    """Put into drawn.yml what these pictures were drawn from, in place of what it said of their folder."""
    now = origins(drawn)
    folders = {Path(name).parent for name in now}
    before = yaml.safe_load(ORIGINS.read_text(encoding="utf-8")) or {}
    others = {name: origin for name, origin in before.items() if Path(name).parent not in folders}
    ORIGINS.write_text(ABOVE + yaml.safe_dump(others | now), encoding="utf-8")


def bring_in_fonts() -> None:
    """Leave the two fonts, or stop: with others, every card would look different."""
    if not has_fonts():
        debian.install(PACKAGES, "the fonts of the cards")
    if not has_fonts():
        sys.exit(
            f"The cards need {' and '.join(FONTS)}; on Debian: apt-get install {' '.join(PACKAGES)}"
        )


def has_fonts() -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", ":", "family"], check=True, capture_output=True, text=True)
    families = {name for line in listed.stdout.splitlines() for name in line.split(",")}
    return families.issuperset(FONTS)


if __name__ == "__main__":
    main()
