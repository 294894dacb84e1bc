"""A page's HTML as the policy sees it: what runs in it, what may not be in it, and where to say so."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator
from html import escape
from html.parser import HTMLParser

from guidebook.engine import addresses
from guidebook.engine.addresses import Hosts
from guidebook.engine.problem import Place, Problem

_HEADER = "Content-Security-Policy"
_DATA = ("application/json", "application/ld+json")
_FETCHED = ("action", "background", "data", "formaction", "ping", "poster", "src", "srcset")
_FRAMES = ("base", "embed", "iframe", "object")
_NAMED = frozenset(("alternate", "canonical", "edit", "license", "next", "prev", "translation"))
"""What a <link> may say of another place, for browsers fetch none of these."""
_UNSEEN = re.compile(r"[\x00-\x20]")
_ELSEWHERE = re.compile(r"(https?:)?//", re.IGNORECASE)


class Page(HTMLParser):
    """One page. Nothing of it changes but what `with_policy` adds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self._top = 0
        self._has_head = False
        self._has_encoding = False
        self._ours: list[slice] = []
        self._scripts: list[tuple[int, str]] = []
        self._links: list[tuple[int, str]] = []
        self._faults: list[tuple[int, str]] = []
        self._script: list[str] | None = None
        self.feed(html)
        self.close()

    @property
    def scripts(self) -> tuple[str, ...]:
        """The inline scripts as a browser hashes them."""
        return tuple(script for _, script in self._scripts)

    def with_policy(self, policy: str, referrer: str) -> str:
        """The page with the policy as the first thing that it says, and no other."""
        html = self.html
        for old in reversed(self._ours):
            html = html[: old.start] + html[old.stop :]
        said = (
            f'<meta http-equiv="{_HEADER}" content="{escape(policy, quote=False)}">'
            f'<meta name="referrer" content="{referrer}">'
        )
        return html[: self._top] + said + html[self._top :]

    def problems(self, path: str, known: Container[str], hosts: Hosts) -> Iterator[Problem]:
        """What the policy would kill, so that nobody finds out from a reader, and links to other hosts.

        `known` scripts may run.
        """
        for at, link in self._links:
            if fault := addresses.fault(link, hosts):
                yield Problem(path, self._place(at), fault)
        if not self._has_head:
            yield Problem(path, Place(), "the page has no <head>, so no policy can stand in it")
        written = [(at, "an inline script") for at, text in self._scripts if text not in known]
        for at, what in self._faults + written:
            why = "which browsers will refuse; a page has only what lies in files of this site"
            yield Problem(path, self._place(at), f"{what}, {why}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the page begins, what is inline, and what the policy would kill."""
        given = {name: value or "" for name, value in attrs}
        if tag in ("head", "meta"):
            here = slice(self._at, self._at + len(self.get_starttag_text() or ""))
            if given.get("http-equiv") == _HEADER or given.get("name") == "referrer":
                self._ours.append(here)
            self._has_head = self._has_head or tag == "head"
            if not self._has_encoding and (tag == "head" or "charset" in given):
                self._top, self._has_encoding = here.stop, tag == "meta"
        if tag == "script" and "src" not in given and given.get("type") not in _DATA:
            self._script = []
            self._scripts.append((self._at, ""))
        if tag == "a" and _ELSEWHERE.match(given.get("href", "")):
            self._links.append((self._at, given["href"]))
        for fault in _faults(tag, given):
            self._faults.append((self._at, fault))

    def handle_data(self, data: str) -> None:
        """Gather a script; the parser may hand it over in pieces."""
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Keep a script that is complete, unless there is nothing in it."""
        if tag == "script" and self._script is not None:
            at, _ = self._scripts.pop()
            if text := "".join(self._script):
                self._scripts.append((at, re.sub("\r\n?", "\n", text)))
            self._script = None

    def _place(self, at: int) -> Place:
        line = bisect_right(self._lines, at)
        return Place(line, at - self._lines[line - 1] + 1)

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _faults(tag: str, given: dict[str, str]) -> Iterator[str]:
    """What the policy would kill of one element, or cannot stop, in words."""
    if tag == "style":
        yield "a style sheet within the page"
    if tag in _FRAMES:
        yield f"<{tag}>"
    if tag == "meta" and given.get("http-equiv", _HEADER) != _HEADER:
        yield f'<meta http-equiv="{given["http-equiv"]}">'
    rel = given.get("rel", "").lower().split() if tag == "link" else []
    for name, value in given.items():
        if name in ("style", "srcdoc") or name.startswith("on"):
            yield f'the attribute {name}="{value}"'
            continue
        if ":" not in value and "/" not in value and "\\" not in value:
            continue  # no address of another place, however it is read
        fetched = name in _FETCHED or (name == "href" and not _NAMED.issuperset(rel))
        address = _UNSEEN.sub("", value).replace("\\", "/")  # as browsers read it
        if address.lower().startswith(("javascript:", "vbscript:")) or (
            fetched and _ELSEWHERE.match(address)
        ):
            yield f'the address "{value}"'
