"""A copy of the book to download, that works where there is no web server: opened from a folder.

Browsers refuse modules there, so the widgets come as one plain script, and links name the files
that a server would find by itself. The search is left out, for it needs a server too.
"""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guidebook.publishing import classic, offline
from guidebook.publishing.built import Built
from guidebook.publishing.remove_elements import remove_elements

FILE = "download/the-dark-side-of-linkedin.zip"
"""Where it lies, from the root of the site."""
SCRIPT = "widgets/widgets.js"
"""All widgets, in the copy."""

_FOLDER = Path(FILE).stem
_LEFT_OUT = re.compile(r".*\.mjs|(offline|search|assets/javascripts/workers)/.*|sitemap\.xml")
_SWITCH = "publishing/offline/offline.mjs"
_UNUSABLE = (("data-md-component", "search"), ("for", "__search"), ("data-widget", _SWITCH))
"""Marks of the elements that would do nothing: the search, and the switch of what browsers keep."""
_WIDGET = re.compile(r'data-widget="([^"]+)"')
_LOADER = re.compile(r'<script src="(?P<to>[^"]*)widgets/loader\.mjs" type="module"></script>')
_EARLY = re.compile(r'<link rel="(?:modulepreload|prefetch)"[^>]*>\n?')
_LINK = re.compile(r'(?<= href=")[^":]*(?=")')
_PLACE = ' data-download hidden><a href=""'
"""Stands in a page where the way to the copy is to be shown (widgets/download)."""
_WAY = re.compile(f"{_PLACE}(?P<words>.*?</a>)", re.DOTALL)


def make(built: Built) -> None:
    """Put the copy into the site, and the way to it where a page has a place for one.

    First of all steps: what the others add serves those who come by the network.
    """
    folder = built.folder
    names = [name for name in offline.names(folder) if not _LEFT_OUT.fullmatch(name)]
    pages = {name: (folder / name).read_text(encoding="utf-8") for name in names if _is_page(name)}
    if not any(_PLACE in html for html in pages.values()):
        return
    copied = {name: (folder / name).read_bytes() for name in names if name not in pages}
    copied |= {name: page(html, name).encode() for name, html in pages.items()}
    copied[SCRIPT] = classic.script(folder / "widgets", _widgets(pages)).encode()
    (folder / FILE).parent.mkdir(exist_ok=True)
    pack(copied, folder / FILE)
    _link(built, pages)


def page(html: str, name: str) -> str:
    """A page as it stands in the copy; `name` is its file."""
    html = remove_elements(html, *_UNUSABLE)
    html = _LOADER.sub(lambda m: f'<script src="{m["to"]}{SCRIPT}" defer></script>', html)
    return _LINK.sub(lambda m: _to_file(m[0], name), _EARLY.sub("", html))


def pack(files: Mapping[str, bytes], to: Path) -> None:
    """The files in a folder of their own. The same files make the same bytes on any day."""
    with ZipFile(to, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files):
            info = ZipInfo(f"{_FOLDER}/{name}")  # which has a date of its own: 1980
            info.external_attr = 0o644 << 16
            info.compress_type = ZIP_DEFLATED
            packed.writestr(info, files[name])


def _is_page(name: str) -> bool:
    return name.endswith(".html")


def _widgets(pages: Mapping[str, str]) -> list[str]:
    """What the pages ask for and can use."""
    named = {name for html in pages.values() for name in _WIDGET.findall(html)}
    return sorted(named - {_SWITCH})


def _to_file(link: str, name: str) -> str:
    """A link to a folder, as a link to the page in it."""
    parts = urlsplit(link)
    if not link or link.startswith(("#", "/")):
        return link
    full = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    if parts.path.endswith("/") or posixpath.splitext(full)[1] == "":
        path = posixpath.join(parts.path, "index.html")
        return parts._replace(path=path).geturl()
    return link


def _link(built: Built, pages: Mapping[str, str]) -> None:
    """Show the way to the copy, and how large it is."""
    size = f"{(built.folder / FILE).stat().st_size / 1_000_000:.1f}"
    for name, html in pages.items():
        if _PLACE in html:
            to = posixpath.relpath(FILE, posixpath.dirname(name) or ".")
            shown = _shown(html, to, size)
            (built.folder / name).write_text(shown, encoding="utf-8")


def _shown(html: str, to: str, size: str) -> str:
    """A page with the way to the copy; other ways to download have sizes of their own."""
    return _WAY.sub(lambda m: f'><a href="{to}"{m["words"]}'.replace("{size}", size), html)
