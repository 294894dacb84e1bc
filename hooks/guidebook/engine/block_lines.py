"""Lines of slashes on a page, such as `/// quiz | name`: what they name, and what is wrong with those of quizzes."""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from guidebook.engine.problem import nearest

LINE = re.compile(
    r"^(?P<before>(?:[ \t>*+-]|\d+[.)][ \t])*)(?P<slashes>/{2,})[ \t]*(?P<name>[^|\s]*)[ \t]*"
    r"(?:\|(?P<argument>.*))?(?P<rest>.*)$",
    re.MULTILINE,
)
_NEAR = 0.75
"""How alike a name and one of ours are, from 0 to 1, before it is taken for a slip."""

Slips = Iterator[tuple[int, str]]
"""Where, and what would be right."""


def argument(line: re.Match[str]) -> str:
    """What follows the bar; slashes at its end are a closing line gone astray."""
    return (line["argument"] or "").strip().removesuffix("///").strip()


def argument_at(line: re.Match[str]) -> int:
    """Where that begins."""
    return line.start("argument") + len(line["argument"]) - len(line["argument"].lstrip())


def closes(line: re.Match[str]) -> bool:
    """Whether it ends a block."""
    return not line["name"] and line["argument"] is None and not line["rest"].strip()


def drawn(text: str, block: str) -> Iterator[tuple[int, str]]:
    """What the blocks of a name draw: where it is named, and its name."""
    for line in LINE.finditer(text):
        if line["name"] == block and not line["before"] and argument(line):
            yield argument_at(line), argument(line)


def no_home(name: str) -> str:
    """What to say of a card that leads nowhere."""
    return f'no page holds the quiz "{name}", so the card leads nowhere; write /// quiz | {name} on one'


def unknown(block: str, name: str, names: Collection[str]) -> str:
    """What to say of a name that is none of these."""
    what = "quiz" if block == "quiz-card" else block
    return f'no {what} is called "{name}"{nearest(name, names)}'


def slips(text: str, known: Mapping[str, Collection[str] | None]) -> Slips:
    """What is wrong with our blocks on a page that may have blocks of others, too.

    `known` is block → the names of which one follows its bar; None: it stands alone.
    """
    seen = set[tuple[str, str]]()
    for line in LINE.finditer(text):
        name = _ours(line["name"], known)
        if name is None or (len(line["slashes"]) < 3 and line["argument"] is None):
            continue
        if fault := _fault(line, name, known[name]) or _open(text, line):
            yield fault
        elif (block := (name, argument(line))) in seen and name != "quiz-card":
            shown = f'{name} "{block[1]}"' if block[1] else f"{name} block"
            yield line.start("slashes"), f"the {shown} stands on this page already; keep one"
        else:
            seen.add(block)


def _ours(name: str, known: Collection[str]) -> str | None:
    """The block of ours that is meant; others may have blocks of other names."""
    alike = [block for block in known if block[0] == name[:1].lower()]
    return next(iter(get_close_matches(name.lower(), alike, n=1, cutoff=_NEAR)), None)


def _fault(line: re.Match[str], name: str, names: Collection[str] | None) -> tuple[int, str] | None:
    at = line.start("slashes")
    if line["name"] != name:
        return line.start("name"), f'no block is called "{line["name"]}"; did you mean "{name}"?'
    if len(line["slashes"]) < 3:
        return at, "a block opens and closes with three slashes: ///"
    if line["before"]:
        message = "a block begins at the start of its line; remove what stands before the slashes"
        return at, f"{message}, or put an example between lines of ```"
    if names is None:
        alone = line["argument"] is None and not line["rest"].strip()
        message = f"the {name} block takes no name; write /// {name} and nothing more"
        return None if alone else (at, message)
    return _name_fault(line, name, names)


def _name_fault(line: re.Match[str], name: str, names: Collection[str]) -> tuple[int, str] | None:
    given = argument(line)
    if not given:
        at = line.start("slashes")
        return at, f"which {name}? write /// {name} | name{nearest('', names)}"
    if given not in names:
        return argument_at(line), unknown(name, given, names)
    return None


def _open(text: str, line: re.Match[str]) -> tuple[int, str] | None:
    """What would take in the text below the block, and show nothing of it."""
    rest = text[line.end() :]
    end = re.search(rf"^{line['slashes']}[ \t]*$", rest, re.MULTILINE)
    if end is None:
        message = (
            f"the {line['name']} block is never closed; put {line['slashes']} on the line below it"
        )
        return line.start("slashes"), message
    if inside := rest[: end.start()].strip():
        message = (
            f"text inside a {line['name']} block is not shown; put it below the {line['slashes']}"
        )
        return text.index(inside, line.end()), message
    return None
