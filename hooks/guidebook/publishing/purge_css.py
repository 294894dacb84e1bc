"""The theme's style sheet without rules that ask for a class, or a direction of writing, that no page has.

Of a first visit, 12 of at most 70 kB. A word within a tag, or of a script, counts as a class that may be used, and
so does whatever begins as a script's word does that ends in - or _: it may put names together. What the theme's script
alone speaks of, and only for a feature that is off, does not count.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import tinycss2

OFF = (
    *("md-annotation", "md-code__", "md-source", "md-status", "md-tag", "md-tooltip", "md-version"),
    *("tabbed", "--md-mermaid", "abstract", "bug", "danger", "example", "failure", "info"),
    *("question", "quote", "success", "tip", "warning"),  # call-outs
)
"""How the names of features begin that the book does without: they matter once a page has one of them."""

_TAG = re.compile(r"<script\b.*?</script>|<[^>]*>", re.DOTALL)
_WORD = re.compile(r"dir=\"?\w+|[\w-]+")
_ASKED = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[(dir=\w+)\]")
_ALTERNATIVES = re.compile(r":(?:has|is|not|where)\([^()]*\)")
"""Parts of a selector that do not have to be met, or not each of them."""
_READ = re.compile(r"\bvar\(\s*(--[\w-]+)")
_PROPERTY = re.compile(r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|[^"';{}])*;?""")


def purge(
    css: str, pages: Iterable[str], scripts: Iterable[str], others: Iterable[str] = ()
) -> str:
    """A minified sheet with what may matter to these pages and scripts.

    `others`: sheets that stay whole, and may read its custom properties.
    """
    used = {
        *_words(tag for page in pages for tag in _TAG.findall(page)),
        *(word for word in _words(scripts) if not word.startswith(OFF)),
    }
    prefixes = tuple(word for word in used if word.endswith(("-", "_")) and word.strip("-_"))

    def may_match(selector: str) -> bool:
        asked = ("".join(found) for found in _ASKED.findall(_ALTERNATIVES.sub("", selector)))
        return all(name in used or name.startswith(prefixes) for name in asked)

    def purged(rules: list[Any]) -> Iterator[str]:
        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword in {"media", "supports"}:
                nested = tinycss2.parse_rule_list(rule.content, True, True)  # noqa: FBT003 (as below)
                inner = "".join(purged(nested))
                if inner:
                    yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
            elif rule.type == "qualified-rule":
                if selectors := [s for s in _selectors(rule.prelude) if may_match(s)]:
                    yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
            else:
                yield rule.serialize()

    rules = "".join(purged(_parsed(css)))
    read = {name for text in (rules, *others) for name in _READ.findall(text)} | used
    return _PROPERTY.sub(lambda m: m[0] if m[1] in read else "", rules)


@lru_cache(maxsize=2)  # it is the theme's, and the same for every site
def _parsed(css: str) -> list[Any]:
    return [*tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)]


def _words(texts: Iterable[str]) -> set[str]:
    return {word.replace('"', "") for text in texts for word in _WORD.findall(text)}


def _selectors(tokens: list[Any]) -> list[str]:
    """A list of selectors, cut at its commas."""
    cut: list[list[Any]] = [[]]
    for part in tokens:
        if part == ",":
            cut.append([])
        else:
            cut[-1].append(part)
    return [tinycss2.serialize(selector).strip() for selector in cut]
