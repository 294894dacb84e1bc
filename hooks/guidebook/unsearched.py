"""Elements with `data-search-exclude`, kept out of the search.

The theme's search knows the attribute, but forgets it at the first element of the same kind that ends inside:
the second group of a quiz's questions would be found. So they are lent out of the page while it is searched.
"""

import re
from collections.abc import Iterator

_BEGIN = re.compile(r"<([a-z][\w-]*)\b[^<>]* data-search-exclude[ >]")
_MARK = "<!--lent {}-->"
_MARKS = re.compile(_MARK.format(r"(\d+)"))


def lend(html: str) -> tuple[str, list[str]]:
    """The page with a mark in place of each such element, and the elements."""
    left, lent, done = list[str](), list[str](), 0
    for begin, end in _extents(html):
        left += [html[done:begin], _MARK.format(len(lent))]
        lent.append(html[begin:end])
        done = end
    return "".join([*left, html[done:]]), lent


def give_back(html: str, lent: list[str]) -> str:
    """The page as it was; `html` is what `lend` left, and may have been changed between the marks."""
    return _MARKS.sub(lambda mark: lent[int(mark[1])], html)


def _extents(html: str) -> Iterator[tuple[int, int]]:
    """Where the outermost ones begin and end. One that never ends stays."""
    after = 0
    while begin := _BEGIN.search(html, after):
        after, depth = begin.end(), 0
        for tag in re.finditer(rf"<(/?){begin[1]}\b[^<>]*>", html[begin.start() :]):
            depth += -1 if tag[1] else 1
            if depth == 0:
                after = begin.start() + tag.end()
                yield begin.start(), after
                break
