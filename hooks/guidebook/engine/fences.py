"""Code in a page, between lines of ``` or ~~~: which languages get colours, and how much of them.

What finds the words to colour in a language may look at a line again and again. Of the six hundred languages
that can be had, some take a minute over nine thousand hyphens; Python takes seventeen seconds over a page of quotes.
"""

import re
from collections.abc import Iterator

LANGUAGES = frozenset(
    (
        *("bash", "css", "diff", "html", "javascript", "js", "json", "markdown", "md", "py"),
        *("python", "sh", "text", "toml", "yaml", "yml"),
    )
)
LONGEST = 4_000
"""Characters of code in one of them."""
MOST = 20_000
"""The same for all code of a page that has colours."""

_FENCE = re.compile(
    r"^[ >\t]*(?:`{3,}(?=[^`\n]*$)|~{3,})[ \t]*\{?[ \t]*\.?(?P<language>[\w#+.-]*)", re.MULTILINE
)


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Where code begins that would keep a build waiting, and what would be right."""
    found = [*_FENCE.finditer(text)]
    ends = [fence.start() for fence in found[1:]] + [len(text)]
    coloured = 0
    for fence, end in zip(found, ends, strict=False):
        language, at = fence["language"], fence.start("language")
        size = end - fence.end() if language else 0
        coloured += size
        if language and language.lower() not in LANGUAGES:
            known = ", ".join(sorted(LANGUAGES))
            yield (
                at,
                f'"{language[:40]}" gets no colours here; write one of {known}, or no language',
            )
        elif size > LONGEST or coloured > MOST:
            message = (
                f"more than {LONGEST:,} characters of code in colours, or {MOST:,} in one page"
            )
            yield at, f"{message}; leave out the language"
