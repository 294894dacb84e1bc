"""Pages, and the styles of the theme, without what no reader of this site can see."""

from pathlib import Path

from guidebook.site import unused
from guidebook.site.built import Built
from guidebook.site.small import small_page, version

STYLES = "assets/stylesheets"
"""Where the theme's styles lie; ours are all used, and stay as they are."""


def make(built: Built) -> None:
    """Write both anew, the styles under names of their own."""
    pages = {path: small_page(text) for path, text in _texts(built.folder, "*.html").items()}
    scripts = {**_texts(built.folder, "*.js"), **_texts(built.folder, "*.mjs")}
    named = unused.names(pages.values(), scripts.values())
    for old, css in _texts(built.folder / STYLES, "*.css").items():
        new = unused.without(css, named)
        path = old.with_name(f"{old.name.split('.')[0]}.{version(new)}.min.css")
        old.unlink()
        path.write_text(new, encoding="utf-8")
        for page, html in pages.items():
            pages[page] = html.replace(f"{STYLES}/{old.name}", f"{STYLES}/{path.name}")
    for page, html in pages.items():
        page.write_bytes(html.encode())


def _texts(folder: Path, pattern: str) -> dict[Path, str]:
    return {path: path.read_bytes().decode() for path in sorted(folder.rglob(pattern))}
