"""Fewer bytes for the same meaning, and a name for them."""

import hashlib
import posixpath
from pathlib import Path

from guidebook.publishing.built import Built
from guidebook.publishing.purge_css import purge

try:
    import minify as tdewolff
except ImportError:  # there is none for some machines, and a site is whole without
    tdewolff = None

KINDS = {".css": "text/css", ".mjs": "application/javascript", ".svg": "image/svg+xml"}
"""Ending of a file → what it is."""
IS_LARGER = (
    None
    if tdewolff
    else "The pages are whole, but larger than they could be: tdewolff-minify is not installed here. Publish from "
    "a machine that has it, as the workflow does."
)
"""What to tell whoever builds without a minifier, if so."""
STYLES = "assets/stylesheets"
"""Where the theme's styles lie; ours are all used, and stay as they are."""

if tdewolff:
    # Of pages only spaces between blocks and remarks go: whoever reads the source finds every tag.
    tdewolff.config(
        {
            f"html-keep-{what}": True
            for what in ("default-attr-vals", "document-tags", "end-tags", "quotes")
        }
    )


_ROOM = " " * 200
"""The minifier has room for no more than it was given, and a short script may come out a little longer."""


def publish(built: Built) -> None:
    """Write the pages anew, and the theme's styles under names of their own."""
    pages = {path: minify_page(text) for path, text in _texts(built.folder, "*.html").items()}
    scripts = _texts(built.folder, "*.js").values()
    styles = _texts(built.folder, "*.css")
    theme = {
        path: css for path, css in styles.items() if path.is_relative_to(built.folder / STYLES)
    }
    others = [css for path, css in styles.items() if path not in theme]
    for old, css in theme.items():
        was = old.relative_to(built.folder).as_posix()
        if not any(was in html for html in pages.values()):
            continue  # nothing loads it, or a script does, which knows it by its name
        new = purge(css, pages.values(), scripts, others)
        name = f"{old.name.split('.')[0]}.{version(new)}.min.css"
        old.unlink()
        old.with_name(name).write_text(new, encoding="utf-8")
        now = posixpath.join(posixpath.dirname(was), name)
        pages = {page: html.replace(was, now) for page, html in pages.items()}
    for page, html in pages.items():
        page.write_bytes(html.encode())


def minify_page(html: str) -> str:
    """A page without what a browser does not show, and with small inline scripts."""
    return _minified(html, "text/html")


def minify(text: str, suffix: str) -> str:
    """A text of one of `KINDS` without what only people need."""
    return _minified(text + _ROOM, KINDS[suffix])


def _minified(text: str, kind: str) -> str:
    return str(tdewolff.string(kind, text)) if tdewolff else text


def served(suffix: str) -> str:
    """The ending of a file of one of `KINDS` once it is published.

    Plain servers give no type to `.mjs`, and browsers run no module without one.
    """
    return ".js" if suffix == ".mjs" else suffix


def version(*texts: str) -> str:
    """Eight letters and digits that stand for these texts and no others."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]


def _texts(folder: Path, pattern: str) -> dict[Path, str]:
    return {path: path.read_bytes().decode() for path in sorted(folder.rglob(pattern))}
