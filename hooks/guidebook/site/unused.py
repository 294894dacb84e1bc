"""A style sheet without what no page of a site can use.

A rule goes if each of its selectors asks for a class that stands nowhere in the pages and scripts, or for
a direction of writing that no page has; a custom property goes if nothing names it. A script may put a
name together from a beginning and a rest, so every name with such a beginning stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

_WORD = re.compile(r"[\w-]+")
_TAG = re.compile(r"""<script\b.*?</script|<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""", re.DOTALL)
"""Scripts within a page too, for they may give an element a class."""
_DIRECTION = re.compile(r'\bdir=["\']?(\w+)')
_READ = re.compile(r"\bvar\(\s*(--[\w-]+)")
_NESTING = ("media", "supports")


@dataclass(frozen=True)
class Names:
    """What the pages and scripts of a site name."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    """Of names that scripts put together."""
    directions: frozenset[str]
    """`ltr`, `rtl`: those that elements have."""

    def __contains__(self, name: str) -> bool:
        whole = _WORD.fullmatch(name)  # others are not looked for
        return not whole or name in self.words or name.startswith(self.beginnings)


def names(pages: Iterable[str], scripts: Iterable[str]) -> Names:
    """Every name in them that a style sheet could ask for, and many that it could not."""
    tags = {tag for page in pages for tag in _TAG.findall(page)}  # most stand on many pages
    words = {word for text in (*tags, *scripts) for word in _WORD.findall(text)}
    beginnings = tuple(word for word in words if word.endswith(("-", "_")) and word.strip("-_"))
    directions = {found[1] for tag in tags for found in _DIRECTION.finditer(tag)}
    return Names(frozenset(words), beginnings, frozenset(directions))


def without(css: str, named: Names) -> str:
    """The sheet with the rules and custom properties that can matter."""
    rules = "".join(_rules(_parsed(css), named))
    read = {*_READ.findall(rules), *named.words}
    return "".join(_declared(_parsed(rules), read))


def _parsed(css: str | list[Any]) -> list[Any]:
    parse = tinycss2.parse_stylesheet if isinstance(css, str) else tinycss2.parse_rule_list
    parsed: list[Any] = parse(css, skip_comments=True, skip_whitespace=True)
    return parsed


def _rules(rules: list[Any], named: Names) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING:
            within = "".join(_rules(_parsed(rule.content), named))
            if within:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
        elif rule.type == "qualified-rule":
            selectors = [s for s in _selectors(rule.prelude) if _may_match(s, named)]
            if selectors:
                said = ",".join(tinycss2.serialize(s).strip() for s in selectors)
                yield f"{said}{{{tinycss2.serialize(rule.content)}}}"
        else:
            yield rule.serialize()


def _selectors(tokens: Iterable[Any]) -> list[list[Any]]:
    """A list of selectors, cut at its commas."""
    cut: list[list[Any]] = [[]]
    for part in tokens:
        if part == ",":
            cut.append([])
        else:
            cut[-1].append(part)
    return cut


def _may_match(selector: list[Any], named: Names) -> bool:
    """Whether some element of the site could be meant, now or once a script has run."""
    for before, token in zip([None, *selector], selector, strict=False):
        if token.type == "ident" and before == "." and token.value not in named:
            return False
        if token.type == "[] block" and not _may_have(token.content, named):
            return False
        if token.type == "function" and token.lower_name in {"is", "where"}:
            choices = _selectors(token.arguments)
            if not any(_may_match(choice, named) for choice in choices):
                return False
    return True


def _may_have(attribute: list[Any], named: Names) -> bool:
    """Whether some element could have the attribute; only of the direction is that known for sure."""
    match [token.value for token in attribute if token.type != "whitespace"]:
        case ["dir", "=", str(direction)]:
            return direction in named.directions
    return True


def _declared(rules: list[Any], read: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING:
            within = "".join(_declared(_parsed(rule.content), read))
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{within}}}"
        elif rule.type == "qualified-rule":
            parts = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
            kept = [part for part in parts if not _is_unread(part, read)]
            if len(kept) == len(parts):
                yield rule.serialize()
            elif kept:
                said = ";".join(part.serialize() for part in kept)
                yield f"{tinycss2.serialize(rule.prelude)}{{{said}}}"
        else:
            yield rule.serialize()


def _is_unread(part: Any, read: set[str]) -> bool:
    return part.type == "declaration" and part.name.startswith("--") and part.name not in read
