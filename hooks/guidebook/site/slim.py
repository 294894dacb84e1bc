"""Pages, and the styles of the theme, without what no reader of this site can see."""

import posixpath
from pathlib import Path

from guidebook.site import unused
from guidebook.site.built import Built
from guidebook.site.small import small_page, version

STYLES = "assets/stylesheets"
"""Where the theme's styles lie; ours are all used, and stay as they are."""


def make(built: Built) -> None:
    """Write both anew, the styles under names of their own."""
    pages = {path: small_page(text) for path, text in _texts(built.folder, "*.html").items()}
    named = unused.names(pages.values(), _texts(built.folder, "*.js").values())
    for old, css in _texts(built.folder / STYLES, "*.css").items():
        was = old.relative_to(built.folder).as_posix()
        if not any(was in html for html in pages.values()):
            continue  # nothing loads it, or a script does, which knows it by its name
        new = unused.without(css, named)
        name = f"{old.name.split('.')[0]}.{version(new)}.min.css"
        old.unlink()
        old.with_name(name).write_text(new, encoding="utf-8")
        now = posixpath.join(posixpath.dirname(was), name)
        pages = {page: html.replace(was, now) for page, html in pages.items()}
    for page, html in pages.items():
        page.write_bytes(html.encode())


def _texts(folder: Path, pattern: str) -> dict[Path, str]:
    return {path: path.read_bytes().decode() for path in sorted(folder.rglob(pattern))}
