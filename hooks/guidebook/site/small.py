"""Fewer bytes for the same meaning, and a name for them."""

import hashlib

try:
    import minify
except ImportError:  # there is none for some machines, and a site is whole without
    minify = None

KINDS = {".css": "text/css", ".mjs": "application/javascript", ".svg": "image/svg+xml"}
"""Ending of a file → what it is."""
IS_LARGER = (
    None
    if minify
    else "The pages are whole, but larger than they could be: tdewolff-minify is not installed here. Publish from "
    "a machine that has it, as the workflow does."
)
"""What to tell whoever builds without a minifier, if so."""

if minify:
    # Of pages only spaces between blocks and remarks go: whoever reads the source finds every tag.
    minify.config(
        {
            f"html-keep-{what}": True
            for what in ("default-attr-vals", "document-tags", "end-tags", "quotes")
        }
    )


_ROOM = " " * 200
"""The minifier has room for no more than it was given, and a short script may come out a little longer."""


def small_page(html: str) -> str:
    """A page without what a browser does not show, and with small inline scripts."""
    return _minified(html, "text/html")


def small(text: str, suffix: str) -> str:
    """A text of one of `KINDS` without what only people need."""
    return _minified(text + _ROOM, KINDS[suffix])


def _minified(text: str, kind: str) -> str:
    return str(minify.string(kind, text)) if minify else text


def served(suffix: str) -> str:
    """The ending of a file of one of `KINDS` once it is published.

    Plain servers give no type to `.mjs`, and browsers run no module without one.
    """
    return ".js" if suffix == ".mjs" else suffix


def version(*texts: str) -> str:
    """Eight letters and digits that stand for these texts and no others."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]
