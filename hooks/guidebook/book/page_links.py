"""The links of a page into the site, from the docs folder or from where the page lies."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from guidebook.engine.links import Docs, looks_like_an_address
from guidebook.engine.problem import nearest

_LINK = re.compile(
    r"\]\([ \t]*<?(?P<link>[^\s)>]*)|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<defined>[^\s>]+)",
    re.MULTILINE,
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


def faults(text: str, page: str, docs: Docs) -> Iterator[tuple[int, str]]:
    """Where a link leads nowhere, and what would be right; `page` is its path, with `docs/`.

    A heading is looked for only where the link starts at docs/: the author's own way to write it.
    """
    for match in _LINK.finditer(text):
        group = "defined" if match["link"] is None else "link"
        link = match[group]
        if link.startswith("/") and not link.startswith("//"):
            if fault := docs.fault(link):
                yield match.start(group), fault
        elif link.startswith("#"):
            if fault := _anchor_fault(link, text, page, docs):
                yield match.start(group), fault
        elif not _ELSEWHERE.match(link) and not _is_there(link, page, docs):
            yield match.start(group), _nowhere(link, page, docs)


def _anchor_fault(link: str, text: str, page: str, docs: Docs) -> str | None:
    """What is wrong with a link to a heading of the same page."""
    here = docs.pages.get(page.removeprefix("docs/"))
    anchor = unquote(link[1:])
    is_there = here is None or anchor in here.headings or anchor.startswith(("fn:", "fnref"))
    if is_there or re.search(rf"\{{[^}}\n]*#{re.escape(anchor)}(?=[\s}}])", text):
        return None
    assert here
    return f'the link "{link}" names a heading that this page does not have{nearest(anchor, here.headings)}'


def _nowhere(link: str, page: str, docs: Docs) -> str:
    """What to say of a link to no page and no file."""
    if not link:
        return "this link leads nowhere; write between the ( and ) where to, as in /help.md"
    if looks_like_an_address(link):
        return f'the link "{link}" leads to no page; for another site write https://{link}'
    return docs.fault(_from_docs(link, page)) or ""


def _from_docs(link: str, page: str) -> str:
    """A link that starts where the page lies, as one that starts at docs/."""
    folder = posixpath.dirname("/" + page.removeprefix("docs/"))
    return posixpath.normpath(posixpath.join(folder, link.partition("#")[0].partition("?")[0]))


def _is_there(link: str, page: str, docs: Docs) -> bool:
    target = unquote(_from_docs(link, page)).removeprefix("/")
    return target in docs.pages or target in docs.files
