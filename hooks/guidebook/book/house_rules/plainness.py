"""Markdown that reads well in any preview."""

import re
from collections.abc import Iterator

from guidebook.book.house_rules.said import Page
from guidebook.engine.problem import Problem

_HTML = re.compile(r"</?[a-z][^>\n]*>|<!--", re.IGNORECASE)
_CODE = re.compile(r"^(?: {4}|\t)(?=\S)|`+|^~~~", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[.#\w][^}\n]*\}")


def plainness(page: Page) -> Iterator[Problem]:
    """Markdown that reads well in any preview: no HTML, no code, no lists of attributes."""
    text = page.text[len(page.head) :]
    for pattern, what in (
        (_HTML, "HTML: write it as Markdown, or leave it out"),
        (
            _CODE,
            "code: a reader wants words; for an example to copy, use italics or quotation marks",
        ),
        (_ATTRIBUTES, "a list of attributes: leave it out, the theme sees to looks"),
    ):
        for match in pattern.finditer(text):
            yield page.problem(len(page.head) + match.start(), what)
