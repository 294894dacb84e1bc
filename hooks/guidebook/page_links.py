"""The links of a page into the site, from the docs folder or from where the page lies."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from guidebook.links import Docs

_LINK = re.compile(
    r"\]\([ \t]*<?(?P<link>[^\s)>]+)|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?(?P<defined>[^\s>]+)",
    re.MULTILINE,
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")


def faults(text: str, page: str, docs: Docs) -> Iterator[tuple[int, str]]:
    """Where a link leads nowhere, and what would be right; `page` is its path, with `docs/`.

    A heading is looked for only where the link starts at docs/: the author's own way to write it.
    """
    for match in _LINK.finditer(text):
        group = "link" if match["link"] else "defined"
        link = match[group]
        if link.startswith("/") and not link.startswith("//"):
            if fault := docs.fault(link):
                yield match.start(group), fault
        elif not _ELSEWHERE.match(link) and not _is_there(link, page, docs):
            yield match.start(group), docs.fault(_from_docs(link, page)) or ""


def _from_docs(link: str, page: str) -> str:
    """A link that starts where the page lies, as one that starts at docs/."""
    folder = posixpath.dirname("/" + page.removeprefix("docs/"))
    return posixpath.normpath(posixpath.join(folder, link.partition("#")[0].partition("?")[0]))


def _is_there(link: str, page: str, docs: Docs) -> bool:
    target = unquote(_from_docs(link, page)).removeprefix("/")
    return target in docs.pages or target in docs.files
