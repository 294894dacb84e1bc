"""Where a link may lead: the pages and headings of the docs folder, and safe addresses."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from markdown.extensions.toc import slugify_unicode, unique

from guidebook.engine import addresses, page_text, paths
from guidebook.engine.addresses import Hosts
from guidebook.engine.problem import nearest

SAFE_SCHEMES = ("http", "https", "mailto")

_ENDINGS = (
    "md",
    "htm",
    "html",
    "yml",
    "yaml",
    "txt",
    "pdf",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
)
"""What the name of a file ends with; other short endings are those of addresses."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
_HEADING = re.compile(r"#{1,6}(?P<words>.+?)#*[ \t]*")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_OWN_ANCHOR = re.compile(r"[ \t]*\{[^}]*#(?P<anchor>[\w-]+)[^}]*\}[ \t]*$")
_ASIDE = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$|<!--.*?-->", re.DOTALL | re.MULTILINE)
_MARKUP = re.compile(
    r"(?P<ticks>`+)(?P<code>.+?)(?P=ticks)|\[\^[^\]]*\]|\*+|(?<!\w)_+|_+(?!\w)|<[^>]*>"
    r"|\[(?P<words>[^\]@]*?)\s*(?:@[^\]]*)?\](?:\([^)]*\))?"
)


@dataclass(frozen=True)
class Page:
    """What other files may link to in a page."""

    title: str
    headings: dict[str, str] = field(default_factory=dict)
    """Anchor → heading."""


@dataclass(frozen=True)
class Docs:
    """The pages and other files a link may name, by their path from the docs folder."""

    pages: dict[str, Page] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    hosts: Hosts = None
    """Where else a link may lead."""

    def fault(self, link: str) -> str | None:
        """What is wrong with a link, and what would be right; None for a good one."""
        if outside(link) is not None:
            return address_fault(link, self.hosts)
        path, _, anchor = link.removeprefix("/").partition("#")
        path = unquote(path.partition("?")[0])
        if not path:
            return f'the link "{link}" names no page; write it from docs/, as in /help.md#threats'
        if path not in self.pages:
            if path in self.files:
                return None
            known = ["/" + name for name in self.pages]
            near = nearest("/" + path, known)
            if looks_like_an_address(link):
                near = f"; for another site write https://{link}"
            return f'the link "{link}" leads to no page{near}'
        headings = self.pages[path].headings
        if anchor and anchor not in headings:
            near = nearest(anchor, headings)
            return f'the link "{link}" names a heading that the page does not have{near}'
        return None

    def title(self, link: str) -> str:
        """What a link without words of its own should say: the heading or the page it leads to."""
        path, _, anchor = link.removeprefix("/").partition("#")
        page = self.pages.get(unquote(path))
        return link if page is None else page.headings.get(anchor, page.title)


def address_fault(link: str, hosts: Hosts) -> str | None:
    """What is wrong with where a link leads outside of the site; of links into it, only MkDocs knows."""
    elsewhere = outside(link)
    return addresses.fault(link.strip(), hosts) if elsewhere == "" else elsewhere


def rooted(link: str) -> str:
    """The link as MkDocs resolves it from any page: from docs/ with a leading slash."""
    inside = outside(link) is None and not link.startswith(("/", "#"))
    return "/" + link if inside else link


def scan(docs: Path, read: Callable[[Path], str] = page_text.bounded) -> Docs:
    """Find the headings of every page below `docs`; `read` gives the text of one."""
    files = {p.relative_to(docs).as_posix(): p for p in paths.files(docs, "**/*")}
    pages = {name: page_of(read(path)) for name, path in files.items() if name.endswith(".md")}
    return Docs(pages, frozenset(files))


def page_of(markdown: str) -> Page:
    """The title and the anchors of a page's Markdown, front matter and code left aside."""
    found = [_anchored(line) for line in _headings(markdown)]
    used = {anchor for _, anchor in found if anchor}  # taken before any anchor is made
    anchors = {
        anchor or unique(slugify_unicode(unescape(words), "-"), used): words
        for words, anchor in found
    }
    return Page(next(iter(anchors.values()), ""), anchors)


def _headings(markdown: str) -> Iterator[str]:
    """The words of each heading as written: after # signs, or above a line of = or -."""
    before, above, fenced = "", "", ""
    for line in [*_ASIDE.sub("", markdown).splitlines(), ""]:
        if fence := re.match(r"\s*(```+|~~~+)", line):
            fenced = "" if fenced and fence[1].startswith(fenced) else fenced or fence[1]
        elif not fenced and (match := _HEADING.fullmatch(line)):
            yield match["words"]
        elif not fenced and above.strip() and not before.strip() and _UNDERLINE.fullmatch(line):
            yield above
        before, above = above, line


def _anchored(heading: str) -> tuple[str, str]:
    """A heading's words, and the anchor it gives itself in braces."""
    own = _OWN_ANCHOR.search(heading)
    words = _MARKUP.sub(lambda m: m["code"] or m["words"] or "", _OWN_ANCHOR.sub("", heading))
    return " ".join(words.split()), own["anchor"] if own else ""


def looks_like_an_address(link: str) -> bool:
    """Whether it begins as www.example.org or example.org/page does, and not as a page of this site."""
    host = re.match(r"[\w-]+(?:\.[\w-]+)*\.([a-z]{2,})(?=[/?#:]|$)", link, re.IGNORECASE)
    return host is not None and host[1].lower() not in _ENDINGS


def outside(link: str) -> str | None:
    """None for a link into the site, "" for a good address elsewhere, else what is wrong."""
    bare = _INVISIBLE.sub("", link)
    if scheme := _SCHEME.match(bare):
        if scheme[1].lower() not in SAFE_SCHEMES or bare != link.strip():
            allowed = "http, https, mailto or a page of this site, as in /help.md"
            return f'the link "{link[:60]}" is not allowed; a link starts with {allowed}'
        if scheme[1].lower() != "mailto" and not bare[scheme.end() :].startswith("//"):
            return f'the link "{link[:60]}" lacks // after its scheme'
        return ""
    if bare.startswith(("//", "\\", "/\\")):
        return f'the link "{link[:60]}" lacks its scheme; write https: before it'
    return None
