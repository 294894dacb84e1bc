"""Search that costs nothing until somebody searches.

The theme fetches its search and the whole index with the first page: more than the page itself. It takes
an index without pages as well, and any worker that speaks as its own does; ours fetches the real ones
at the first letter.
"""

import hashlib
import json
from pathlib import Path

from guidebook.publishing.built import Built

INDEX = "search/search_index.json"
"""What the theme fetches with every page. Only its settings stay in it."""
WORDS = "search/words.*.json"
"""The index with the words of all pages, by a name that changes with them."""

_LAZY = "search/lazy-worker.js"
_WORKERS = "assets/javascripts/workers"
_ENGINE, _WORDS = 'const ENGINE = "";', 'const INDEX = "";'


def defer(built: Built) -> None:
    """Have every page ask for the small worker. A site without the theme's search stays as it is."""
    index, lazy = built.folder / INDEX, built.folder / _LAZY
    engine = next((built.folder / _WORKERS).glob("search.*.min.js"), None)
    if not (lazy.is_file() and index.is_file() and engine):
        return
    text = lazy.read_text(encoding="utf-8")
    lazy.unlink()
    words = _written(built.folder / WORDS, index.read_text(encoding="utf-8"))
    settings = json.loads(words.read_text(encoding="utf-8")) | {"docs": []}
    index.write_text(json.dumps(settings, separators=(",", ":")), encoding="utf-8")
    text = text.replace(_ENGINE, f'const ENGINE = "{engine.name}";')
    text = text.replace(_WORDS, f'const INDEX = "../../../search/{words.name}";')
    worker = _written(built.folder / _WORKERS / "lazy-worker.*.js", text)
    for page in built.folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(
            html.replace(f"{_WORKERS}/{engine.name}", f"{_WORKERS}/{worker.name}"), encoding="utf-8"
        )


def _written(path: Path, text: str) -> Path:
    """Where the text now lies: its hash takes the place of the star, so it may be cached for ever."""
    mark = hashlib.sha256(text.encode()).hexdigest()[:8]
    path = path.with_name(path.name.replace("*", mark))
    path.write_text(text, encoding="utf-8")
    return path
