"""Many examples on a page: the first few stand open, the others fold below them.

An example begins with a name in bold. What folds is a `<details>`: complete without script, found by
the search of the page, open on paper.
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

OPEN = 6
"""How many stand open: a minute and a half of reading."""
FEWEST = 2
"""A fold for fewer would cost more room than it saves."""

_LEVELS = {f"h{n}": n for n in range(1, 7)}


class ExamplesTreeprocessor(Treeprocessor):
    """Folds the examples of a page beyond the first few, if it has a section of that name."""

    def __init__(self, md: Markdown, phrases: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(md)
        self.phrases = phrases

    def run(self, root: Element) -> None:
        """Look below every heading that says "Examples" in the language of the page."""
        phrases = self.phrases()
        heading, words = phrases.get("examples_heading"), phrases.get("examples_more")
        if not heading or not words:
            return
        for parent in [*root.iter()]:
            for child in [*parent]:
                if child.tag in _LEVELS and "".join(child.itertext()).strip() == heading:
                    _fold(parent, child, words)


def _fold(parent: Element, heading: Element, words: str) -> None:
    below = [*parent][[*parent].index(heading) + 1 :]
    ends = (n for n, e in enumerate(below) if _LEVELS.get(e.tag, 7) <= _LEVELS[heading.tag])
    section = below[: next(ends, len(below))]
    starts = [n for n, element in enumerate(section) if _begins(element)]
    if len(starts) < OPEN + FEWEST:
        return
    details = Element("details", {"class": "more-examples"})
    summary = Element("summary")
    summary.text = words.format(number=len(starts) - OPEN)
    details.append(summary)
    folded = section[starts[OPEN] :]
    parent.insert([*parent].index(folded[0]), details)
    for element in folded:
        parent.remove(element)
        details.append(element)


def _begins(element: Element) -> bool:
    first = next(iter(element), None)
    return (
        element.tag == "p"
        and not (element.text or "").strip()
        and first is not None
        and first.tag == "strong"
    )
