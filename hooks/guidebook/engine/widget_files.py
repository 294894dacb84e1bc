"""Where the widgets' templates, words, scripts and styles are: in the repository, or beside this file in a wheel."""

from collections.abc import Iterator
from pathlib import Path

_WITHIN = Path(__file__).with_name("widgets")
WIDGETS = _WITHIN if _WITHIN.is_dir() else Path(__file__).parents[3] / "overrides/widgets"
"""The folder that a site serves as `widgets/`."""
LOADER = "widgets/loader.mjs"
STYLES = ("widgets/engine/quiz.css", "widgets/engine/deferred.css")
"""What every page loads, by its address from the root of the site; so is `LOADER`."""


def served() -> Iterator[tuple[str, Path]]:
    """The address of each file that browsers need for the engine's widgets, and its path."""
    for path in (WIDGETS / "loader.mjs", *sorted((WIDGETS / "engine").rglob("*"))):
        if path.suffix in {".css", ".mjs"}:
            yield f"widgets/{path.relative_to(WIDGETS).as_posix()}", path
