"""Taking an element out of a page."""

from collections.abc import Iterable
from html.parser import HTMLParser

_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "wbr",
}


def remove_elements(html: str, *marks: tuple[str, str]) -> str:
    """The page without the elements that have one of the attributes, given with its value, and what is in them."""
    for start, end in reversed(_Finder(html, marks).found):
        html = html[:start] + html[end:]
    return html


class _Finder(HTMLParser):
    def __init__(self, html: str, marks: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.found: list[tuple[int, int]] = []
        self._marks = frozenset(marks)
        self._within = 0
        self._start = 0
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._html = html
        self.feed(html)
        self.close()

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a marked element begins, and how deep below it we are."""
        if not self._within and not self._marks.isdisjoint(attrs):
            self._start = self._at
            if tag in _VOID:
                self._note(self._at + len(self.get_starttag_text() or ""))
            else:
                self._within = 1
        elif self._within and tag not in _VOID:
            self._within += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing can stand in it, and no mark does."""

    def handle_endtag(self, tag: str) -> None:
        """Note where a marked element ends."""
        if self._within and tag not in _VOID:
            self._within -= 1
            if not self._within:
                self._note(self._html.index(">", self._at) + 1)

    def _note(self, end: int) -> None:
        self.found.append((self._start, end))
