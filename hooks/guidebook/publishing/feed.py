"""What has changed, for readers of feeds: the dated lines of the page about it, as Atom."""

import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from guidebook.publishing.built import Built

PAGES = {"about/changes/": "about/changes/index.html", "about/changes.html": "about/changes.html"}
"""The page, by each address that a generator may give it, and its file."""
FEED = "feed.xml"

_DATED = re.compile(r"(?P<day>\d{4}-\d\d-\d\d): ?")
_ITEM = re.compile(r"<li>(?=\s*(?:<p>\s*)?\d{4}-\d\d-\d\d: ?)")
_SENTENCE = re.compile(r"(.+?[.?!])(?= |$)")


@dataclass(frozen=True)
class Change:
    """A line of the page."""

    day: str
    number: int
    """The how-manieth of its day, the oldest first: a line added on top leaves those below alone."""
    title: str
    html: str

    @property
    def name(self) -> str:
        """What leads to it, on the page and for readers of feeds: as in 2026-11-23-2."""
        return f"{self.day}-{self.number}"

    @property
    def moment(self) -> str:
        """Of two on one day, the later line has the later minute: so they stay in their order."""
        hour, minute = divmod(self.number - 1, 60)
        return f"{self.day}T{hour:02}:{minute:02}:00Z"


def write(built: Built) -> None:
    """Write the feed, where there is a page of changes and the address of the site is known."""
    for page, name in PAGES.items():
        if built.address and (file := built.file(name)):
            address = built.address + page
            html = file.read_text(encoding="utf-8")
            found = changes(html, address)
            file.write_text(anchored(html, found), encoding="utf-8")
            (built.folder / FEED).write_bytes(atom(found, built, address))


def changes(html: str, address: str) -> list[Change]:
    """The list items of a page that begin with a date, as in `2026-11-23: Something.`, as they stand."""
    reader = _Items(address)
    reader.feed(html)
    dated = [(match, item) for item in reader.items if (match := _DATED.match(item))]
    left = Counter(match["day"] for match, _ in dated)
    found = []
    for match, item in dated:
        day, rest = match["day"], item[match.end() :]
        words = re.sub(r"<[^>]*>", "", rest)
        title = sentence[1] if (sentence := _SENTENCE.match(words)) else words
        found.append(Change(day, left[day], title.removesuffix("."), rest))
        left[day] -= 1
    return found


def anchored(html: str, found: list[Change]) -> str:
    """The page, each of its changes with an id by which the feed leads to it."""
    names = iter(change.name for change in found)
    return _ITEM.sub(lambda _: f'<li id="{next(names)}">', html)


def atom(found: list[Change], built: Built, page: str) -> bytes:
    """An Atom feed, RFC 4287, of what stands at the address `page`."""
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": built.language})
    _say(feed, "id", built.address + FEED)
    _say(feed, "title", built.name)
    _say(feed, "updated", max((c.moment for c in found), default="1970-01-01T00:00:00Z"))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=built.address + FEED)
    SubElement(feed, "link", rel="alternate", type="text/html", href=page)
    _say(SubElement(feed, "author"), "name", built.name)
    for change in found:
        entry = SubElement(feed, "entry")
        _say(entry, "id", f"{page}#{change.name}")
        _say(entry, "title", change.title, type="html")
        _say(entry, "updated", change.moment)
        SubElement(entry, "link", rel="alternate", type="text/html", href=f"{page}#{change.name}")
        _say(entry, "content", change.html, type="html")
    indent(feed)
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _say(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text


class _Items(HTMLParser):
    """Collects list items: their text, marked up with what a feed may keep."""

    KEPT = ("code", "em", "strong")

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.items: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li":
            self._inside = True
            self.items.append("")
        elif tag == "a":
            link = urljoin(self.address, dict(attrs).get("href") or "")
            self._add(f'<a href="{escape(link)}">')
        elif tag in self.KEPT:
            self._add(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "li":
            self._inside = False
        elif tag in ("a", *self.KEPT):
            self._add(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._add(escape(" ".join(data.split("\n")), quote=False))

    def _add(self, html: str) -> None:
        if self._inside:
            self.items[-1] = (self.items[-1] + html).lstrip()
