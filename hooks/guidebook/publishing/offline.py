"""The book without a network: a service worker that keeps every page, and the line that asks for it.

The worker's list holds a hash of each file, so an unchanged site has an unchanged worker, and a
browser fetches again what has changed and no more.
"""

import base64
import hashlib
import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import quote

from guidebook.publishing.built import Built

WORKER = "worker.js"
"""At the root of the site, for a worker reaches no higher than its folder. Never renamed: browsers know it."""

LEFT_OUT = (
    *("*.map", "*.gz"),  # nothing reads them
    *("404.html", WORKER, "_headers", "robots.txt"),  # for who asks, not for who reads
    *("*.zip", "*.pdf", "*.epub", "*.txt", "feed*"),  # copies of the book in other shapes
    *("assets/cards/*", "assets/icons/*", "*.webmanifest"),  # for other sites, and for the device
    "assets/images/favicon.png",  # the theme's own; the book has another
)
"""What a reader without a network can do without."""

_TEMPLATE = "offline/worker.mjs"
_LOADER = "widgets/loader.mjs"
_REGISTER = "offline/register.mjs"
_LIST = "const FILES = {};"
_LUNR = "assets/javascripts/lunr/"


def register_worker(built: Built) -> None:
    """Have the script that every page loads ask for the worker, once the page is there."""
    loader, register = built.folder / _LOADER, built.folder / _REGISTER
    if not (loader.is_file() and register.is_file()):
        return
    both = [path.read_text(encoding="utf-8") for path in (loader, register)]
    loader.write_text("\n".join(both), encoding="utf-8")
    register.unlink()


def write_worker(built: Built) -> None:
    """Write the worker. Last of what changes files, for it knows the hash of each."""
    template = built.folder / _TEMPLATE
    if not template.is_file():
        return
    text = template.read_text(encoding="utf-8")
    template.unlink()
    listed = json.dumps(files(built.folder), indent=0)
    (built.folder / WORKER).write_text(
        text.replace(_LIST, f"const FILES = {listed};"), encoding="utf-8"
    )


def files(folder: Path) -> dict[str, str]:
    """The address of each file to keep, from the root of the site → its hash, as browsers write it."""
    return dict(sorted((_address(name), _hash(folder / name)) for name in names(folder)))


def names(folder: Path) -> list[str]:
    """The files that make up the book, from the root of the site."""
    languages = set(_languages(folder))
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(
        name
        for name in found
        if not any(fnmatchcase(name, pattern) for pattern in LEFT_OUT)
        and (name in languages or not name.startswith(_LUNR))
    )


def _address(name: str) -> str:
    return quote(name.removesuffix("index.html") if Path(name).name == "index.html" else name)


def _hash(path: Path) -> str:
    digest = hashlib.sha256(path.read_bytes()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _languages(folder: Path) -> Iterator[str]:
    """The files that the theme's search loads for languages other than English."""
    index = folder / "search/search_index.json"
    named = (
        json.loads(index.read_text(encoding="utf-8"))["config"]["lang"] if index.is_file() else []
    )
    others = [language for language in named if language != "en"]
    if others:
        yield f"{_LUNR}min/lunr.stemmer.support.min.js"
        yield f"{_LUNR}min/lunr.multi.min.js"
        yield f"{_LUNR}tinyseg.js"
        yield f"{_LUNR}wordcut.js"
    yield from (f"{_LUNR}min/lunr.{language}.min.js" for language in others)
