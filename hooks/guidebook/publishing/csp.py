"""What a page may run, show and fetch, said to the browser in every page and in the headers.

Only files of the site itself, and the theme's own inline scripts, each named by its hash. Whatever
slips into a page all the same (a script in a sentence, a picture from elsewhere) stays dead.
All pages say the same, for moving from one to the next keeps what the first has said.
"""

import hashlib
from base64 import b64encode
from collections.abc import Collection, Container, Iterable, Mapping
from pathlib import Path

from guidebook.engine.problem import Place, Problem, ProblemsFound
from guidebook.publishing import books, headers
from guidebook.publishing.built import Built
from guidebook.publishing.csp_page import Page
from guidebook.publishing.minify import minify
from guidebook.publishing.themes import Scripts

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's signs are pictures within its style sheet
    "font-src": "'self'",
    "connect-src": "'self'",  # pages and the index of the search
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
KINDS = frozenset(
    (
        *(".avif", ".css", ".gif", ".gz", ".html", ".ico", ".jpeg", ".jpg", ".js", ".json", ".map"),
        *(".md", ".mjs", ".png", ".svg", ".txt", ".webmanifest", ".webp", ".woff2", ".xml", ".zip"),
    )
)
"""What a site is made of. A browser takes no other of these than .html for a page."""
REFERRER = "no-referrer"
"""What another site learns of the page that led there."""


def inspect(built: Built) -> frozenset[str]:
    """The inline scripts of the pages as the generator left them, once each is known as the theme's.

    Raises ProblemsFound where a page has another, or something else that the policy would kill.
    """
    known = Scripts(built.templates)
    pages = _pages(built)
    _refuse(pages, built, known)
    return frozenset(script for page in pages.values() for script in page.scripts)


def seal(built: Built, scripts: Collection[str]) -> None:
    """Write the policy into every page, and the headers of the whole site beside them.

    `scripts` is what `inspect` found; each may have been made small since. Raises ProblemsFound where a
    page has any other.
    """
    allowed = {*scripts, *(minify(script, ".mjs") for script in scripts)}
    pages = _pages(built)
    _refuse(pages, built, allowed)
    policy = compose(script for page in pages.values() for script in page.scripts)
    for path, page in pages.items():
        path.write_bytes(page.with_policy(policy, REFERRER).encode())
    headers.write(built, policy, REFERRER)


def _pages(built: Built) -> dict[Path, Page]:
    paths = sorted(built.folder.rglob("*.html"))
    return {path: Page(path.read_bytes().decode()) for path in paths}


def _is_book(name: Path) -> bool:
    """Whether it is the book in another form, which a browser saves or shows, but never as a page."""
    return name.parent.as_posix() == books.FOLDER and name.suffix in books.ENDINGS


def _refuse(pages: Mapping[Path, Page], built: Built, known: Container[str]) -> None:
    names = sorted(p.relative_to(built.folder) for p in built.folder.rglob("*") if p.is_file())
    odd = "the site has no files of this kind, for a browser might take one for a page"
    problems = [
        Problem(name.as_posix(), Place(), odd)
        for name in names
        if name.suffix not in KINDS and name.as_posix() != headers.FILE and not _is_book(name)
    ] + [
        problem
        for path, page in pages.items()
        for problem in page.problems(
            path.relative_to(built.folder).as_posix(), known, built.reachable
        )
    ]
    if problems:
        raise ProblemsFound(problems)


def compose(scripts: Iterable[str]) -> str:
    """The policy that lets these inline scripts run, whatever their order."""
    digests = {hashlib.sha256(script.encode()).digest() for script in scripts}
    hashes = sorted(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
    runs = " ".join([DIRECTIVES["script-src"], *hashes])
    return "; ".join(f"{n} {runs if n == 'script-src' else v}" for n, v in DIRECTIVES.items())
