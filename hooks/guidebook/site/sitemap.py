"""The map of a site for search engines: when a person last read each page, not when a machine built it."""

import posixpath
import re
from html import unescape
from urllib.parse import unquote, urlsplit

from guidebook.site.built import Built

_ENTRY = re.compile(r"(?P<loc>[ \t]*<loc>(?P<address>.*?)</loc>\n?)(?:\s*<lastmod>.*?</lastmod>)?")
_READ = re.compile(r'"dateModified":\s*"(\d{4}-\d\d-\d\d)"')


def date(built: Built) -> None:
    """Give each page the day on which it was reviewed, or none; a generator gives the day of the build.

    The compressed copy goes: it holds the hour of the build, and servers compress by themselves.
    """
    (built.folder / "sitemap.xml.gz").unlink(missing_ok=True)
    path = built.folder / "sitemap.xml"
    if path.is_file():
        text = path.read_text(encoding="utf-8")
        path.write_text(_ENTRY.sub(lambda m: _entry(m, built), text), encoding="utf-8")


def _entry(match: re.Match[str], built: Built) -> str:
    day = reviewed(unescape(match["address"]), built)
    line = f"         <lastmod>{day}</lastmod>" if day else ""
    return match["loc"] + line


def reviewed(address: str, built: Built) -> str:
    """The day that a page gives in its structured data; empty if none."""
    path = unquote(urlsplit(address).path).removeprefix(urlsplit(built.address).path)
    page = built.file(path) or built.file(posixpath.join(path, "index.html"))
    found = _READ.search(page.read_text(encoding="utf-8")) if page else None
    return found[1] if found else ""
