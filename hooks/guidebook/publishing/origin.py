"""Where in its Markdown a fault of a built page was written."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidebook.engine.problem import Problem, place_of_offset, shown_path

_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)[^>]*>?")
_VALUE = re.compile(r"""=\s*["']?(?P<value>[^"'\s>]{4,})""")


def written(problems: Iterable[Problem], site: Path, docs: Path) -> Iterator[Problem]:
    """The problems, each at the line of Markdown that it comes from, if that can be told.

    `site` and `docs` are the folders of the built pages and of their Markdown.
    """
    for problem in problems:
        yield _in_markdown(problem, site, docs) or problem


def _in_markdown(problem: Problem, site: Path, docs: Path) -> Problem | None:
    folder = problem.path.removesuffix("index.html").rstrip("/")
    pages = [docs / f"{folder}.md", docs / folder / "index.md"] if folder else [docs / "index.md"]
    built = site / problem.path
    for page in (page for page in pages if page.is_file() and built.is_file()):
        tag = _tag(built.read_text(encoding="utf-8"), problem)
        text = page.read_text(encoding="utf-8-sig")
        for look in _traces(tag):
            if found := look.search(text):
                place = place_of_offset(text, found.start())
                return Problem(shown_path(page, docs.parent), place, problem.message)
    return None


def _tag(html: str, problem: Problem) -> str:
    """The tag that is at fault, as built."""
    line = html.split("\n")[problem.place.line - 1 :]
    found = _TAG.match("\n".join(line)[problem.place.column - 1 :])
    return found[0] if found else ""


def _traces(tag: str) -> Iterator[re.Pattern[str]]:
    """What to look for in the Markdown: the tag as it is, one of its values, its name."""
    if name := _TAG.match(tag):
        yield re.compile(re.escape(tag))
        for value in _VALUE.finditer(tag):
            yield re.compile(re.escape(value["value"]))
        yield re.compile(rf"<{name['name']}\b", re.IGNORECASE)
