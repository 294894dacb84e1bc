"""The files that a site takes over as they are: a short list of kinds, and what has to be true of each."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from guidebook.book import svg
from guidebook.engine import paths
from guidebook.engine.problem import Place, Problem, shown_path

LARGEST = 5_000_000
"""Bytes of one file."""

_BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    ".avif": (b"ftypavi",),
    ".gif": (b"GIF8",),
    ".ico": (b"\0\0\1\0",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".jpg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n",),
    ".webp": (b"WEBP",),
    ".woff2": (b"wOF2",),
}
"""Ending of a file → what stands among its first sixteen bytes."""
_TEMPLATES = frozenset(
    {".css", ".html", ".js", ".md", ".mjs", ".png", ".svg", ".txt", ".xml", ".yml"}
)
"""Of these MkDocs publishes neither .html nor .md."""
_NAME = re.compile(r"\w[\w ,()+-]*(\.\w+)?")
"""One dot: a page is a folder in the site, and one called feed.xml would stand in the place of a file."""


def faults(root: Path) -> Iterator[Problem]:
    """Every file of docs/ and overrides/ that a site cannot take over."""
    for path in paths.files(root / "docs", "**/*"):
        at = path.relative_to(root / "docs").as_posix()
        for fault in _of_docs(path, at):
            yield Problem(shown_path(path, root), Place(), fault)
    for path in paths.files(root / "overrides", "**/*"):
        folder = path.relative_to(root / "overrides").parts[0]
        if path.suffix not in _TEMPLATES:
            kinds = ", ".join(sorted(_TEMPLATES))
            yield Problem(shown_path(path, root), Place(), f"no file of this kind; known: {kinds}")
        elif folder == "assets":
            message = "assets/ is the theme's own folder; put the file into another"
            yield Problem(shown_path(path, root), Place(), message)


def _of_docs(path: Path, at: str) -> Iterator[str]:
    if odd := next((part for part in at.split("/") if not _NAME.fullmatch(part)), None):
        yield f"the name {odd!a} has a character that no name here needs; rename it"
    if path.suffix == ".md":
        return
    if path.suffix != ".svg" and path.suffix not in _BEGINNINGS:
        kinds = ", ".join(sorted((".md", ".svg", *_BEGINNINGS)))
        yield f"the site takes no files of this kind; it takes {kinds}"
    elif (size := path.stat().st_size) > LARGEST:
        yield f"the file has {size:,} bytes; the limit is {LARGEST:,}"
    elif path.suffix == ".svg":
        try:
            yield from (f"the picture {fault}" for fault in svg.faults(path.read_bytes().decode()))
        except UnicodeDecodeError:
            yield "not UTF-8; save the file with the encoding UTF-8"
    else:
        with path.open("rb") as file:
            begins = file.read(16)
        if not any(mark in begins for mark in _BEGINNINGS[path.suffix]):
            yield f"the file is no {path.suffix[1:]} inside; save it as one"
