"""What a page may run, show and fetch, said to the browser in every page and in the headers.

Only files of the site itself, and the theme's own inline scripts, each named by its hash. Whatever
slips into a page all the same (a script in a sentence, a picture from elsewhere) stays dead.
All pages say the same, for moving from one to the next keeps what the first has said.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterable

from guidebook.problem import ProblemsFound
from guidebook.site import headers
from guidebook.site.built import Built
from guidebook.site.sealed import Page

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
REFERRER = "no-referrer"
"""What another site learns of the page that led there."""


def seal(built: Built) -> None:
    """Write the policy into every page, and the headers of the whole site beside them.

    Raises ProblemsFound where a page has something that the policy would kill.
    """
    paths = sorted(built.folder.rglob("*.html"))
    pages = {path: Page(path.read_bytes().decode()) for path in paths}
    problems = [
        problem
        for path, page in pages.items()
        for problem in page.problems(path.relative_to(built.folder).as_posix())
    ]
    if problems:
        raise ProblemsFound(problems)
    policy = compose(script for page in pages.values() for script in page.scripts)
    for path, page in pages.items():
        path.write_bytes(page.sealed(policy, REFERRER).encode())
    headers.write(built, policy, REFERRER)


def compose(scripts: Iterable[str]) -> str:
    """The policy that lets these inline scripts run, whatever their order."""
    digests = {hashlib.sha256(script.encode()).digest() for script in scripts}
    hashes = sorted(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
    runs = " ".join([DIRECTIVES["script-src"], *hashes])
    return "; ".join(f"{n} {runs if n == 'script-src' else v}" for n, v in DIRECTIVES.items())
