"""What the YAML parser says, in the words of someone who has never heard of a token."""

import yaml


def in_plain_words(error: yaml.MarkedYAMLError) -> str:
    """What is wrong with the text, and what would be right."""
    said = error.problem or "it cannot be read"
    return _WORDS.get(said, said)


_WORDS = {
    "mapping values are not allowed in this context": (
        "a colon and a space inside a text start a new key; put the text in quotes"
    ),
    "found character that cannot start any token": (
        "a tab or one of @ ` % stands where a value should start; indent with spaces, or put the text in quotes"
    ),
    "did not find expected key": (
        "the line is indented too little or too much, or a quote or bracket is not closed above it"
    ),
    "could not find expected ':'": "the line has no colon after its key",
    "found undefined alias": (
        "the alias (*name) has no anchor (&name) above it; put the text in quotes if it starts with *"
    ),
    "found unexpected end of stream": "a quote or bracket is opened and never closed",
    "did not find expected <document start>": "the file ended, and something follows; check the indentation",
    "but found another document": "one file holds one quiz; remove the line ---",
    "did not find expected ',' or ']'": "a list in [ ] lacks a comma or its closing bracket",
    "did not find expected ',' or '}'": (
        "the { } lacks a comma or its closing bracket; a text with a comma in it needs quotes"
    ),
    "did not find expected '-' indicator": "a list item must start with - at the same indentation as its neighbours",
}
