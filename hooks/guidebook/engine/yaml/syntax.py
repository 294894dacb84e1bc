"""What the YAML parser says, in the words of someone who has never heard of a token."""

from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where there is one: it is ten times faster."""


def in_plain_words(error: yaml.MarkedYAMLError) -> str:
    """What is wrong with the text, and what would be right."""
    said = error.problem or "it cannot be read"
    return _WORDS.get(said, said)


def mark(error: yaml.MarkedYAMLError) -> Any:
    """Where to look: at what was opened, if its end is what is missing."""
    is_open = error.problem in _UNCLOSED and error.context_mark
    return error.context_mark if is_open else error.problem_mark or error.context_mark


_QUOTES = "a value that begins with one of , ] } needs quotes, or a bracket is closed twice"
_STAR = "a text that begins with * or & needs quotes"
_ESCAPE = "in double quotes a backslash means something else; put the text in single quotes"

_UNCLOSED = {
    "found unexpected end of stream": "the quote that opens here is never closed",
}
_WORDS = _UNCLOSED | {
    "mapping keys are not allowed in this context": "a text that begins with ? needs quotes",
    "found a tab character that violates indentation": "indent with spaces, not with a tab",
    "found a tab character where an indentation space is expected": "indent with spaces, not with a tab",
    "did not find expected key": "the line is indented too little or too much",
    "found undefined alias": f"the alias (*name) has no anchor (&name) above it; {_STAR}",
    "did not find expected alphabetic or numeric character": _STAR,
    "did not find expected <document start>": "the file ended, and something follows; check the indentation",
    "but found another document": "one file holds one quiz; remove the line ---",
    "block sequence entries are not allowed in this context": (
        "a list begins on the line below its key; a text that begins with - needs quotes"
    ),
    "did not find expected comment or line break": (
        "nothing may follow | or > on its line; a text that begins with one of them needs quotes"
    ),
    "found unexpected ':'": "a colon needs a space after it; a text with a colon in it needs quotes",
    "did not find expected node content": _QUOTES,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found undefined tag handle": "a text that begins with ! needs quotes",
    "found unknown directive name": "a text that begins with % needs quotes",
}
