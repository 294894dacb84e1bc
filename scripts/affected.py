"""Which tests a change needs besides `make check`: changed paths in, arguments for pytest out.

    git diff --no-renames --name-only main | python -m scripts.affected

Prints nothing where no browser is needed, and `tests` (all there are) as soon as one path is not known
to hold words alone: better a slow answer than a missing one.
"""

import re
import sys
from collections.abc import Iterable

ALL = "tests"
"""Every test: for code, and for what nobody has thought of here."""
_BROWSER = "tests/browser/test_{}.py"
_ANY_PAGE = ("layout",)

_NEEDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"[\w-]+\.md|LICENSE(-CONTENT)?", ()),
    (r"\.github/(ISSUE_TEMPLATE/[\w-]+\.yml|PULL_REQUEST_TEMPLATE\.md|CODEOWNERS)", ()),
    (r"quizzes/examples/[\w-]+\.yml", ()),
    (r"docs/help\.md|data/help-lines\.yml", (*_ANY_PAGE, "exit")),
    (r"docs/my-results\.md", (*_ANY_PAGE, "my_results")),
    (r"docs/contribute/add-your-example\.md", (*_ANY_PAGE, "example_form")),
    (r"docs/about/privacy\.md", (*_ANY_PAGE, "privacy")),
    (r"docs/zh/.+\.md|quizzes/[\w-]+-zh\.yml", (*_ANY_PAGE, "languages", "translated")),
    (r"docs/(?:tools|self-assessments)/.+\.md", (*_ANY_PAGE, "sheets")),
    (r"docs/.+\.md", _ANY_PAGE),
    (r"quizzes/[\w-]+\.yml", (*_ANY_PAGE, "sheets", "everyone")),
    (r"data/[\w-]+\.(?:yml|bib)", _ANY_PAGE),
)
"""The first pattern that a path fits whole → the browser tests that look at what it becomes."""


def needed(paths: Iterable[str]) -> tuple[str, ...]:
    """The arguments for pytest, each once; empty if `make check` is enough."""
    found = dict[str, None]()
    for path in filter(None, (path.strip() for path in paths)):
        names = next((names for shape, names in _NEEDS if re.fullmatch(shape, path)), None)
        if names is None:
            return (ALL,)
        found |= dict.fromkeys(_BROWSER.format(name) for name in names)
    return tuple(sorted(found))


if __name__ == "__main__":
    print(*needed(sys.stdin))
