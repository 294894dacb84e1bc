"""The short marks by which a page names its sources and says how sure they are.

    Waiting helps. [well supported @kjaervik2024]      a label, then its sources
    Others disagree. [@forest2012 @curci2012]          sources alone

A mark becomes Markdown (a link to the method page, footnotes), so that the site generator checks
and rewrites the links, and the page reads well in any preview.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from guidebook.book.bibliography import Bibliography
from guidebook.engine.masking import masked
from guidebook.engine.problem import nearest

LABELS = ("well supported", "some support", "mixed", "experience", "not supported as stated")
"""How sure we are, strongest first."""

METHOD_PAGE = "/about/method.md"
"""Has a heading for each label."""

_MARK = re.compile(r"\[(?P<label>[^\[\]@]{0,80})(?P<keys>@(?=[^\s\[\]])[^\[\]]*)?\]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Mark:
    """One mark, where it stood in the text."""

    start: int
    end: int
    label: str
    """Empty for sources alone."""
    keys: tuple[str, ...]
    strays: tuple[str, ...] = ()
    """Words among the keys that are none."""


@lru_cache(maxsize=512)  # many rules look at the same page, and a preview at the same pages again
def find(text: str) -> tuple[Mark, ...]:
    """The marks of a page's Markdown, and what looks like a mistyped one."""
    return tuple(_marks(text))


def _marks(text: str) -> Iterator[Mark]:
    for match in _MARK.finditer(masked(text)):
        label, words = " ".join(match["label"].split()), (match["keys"] or "").split()
        keys = tuple(word[1:] for word in words if word.startswith("@"))
        strays = tuple(word for word in words if not word.startswith("@"))
        is_label = label in LABELS or _is_near(label)
        is_address = keys and match["label"][-1:].strip() and not is_label  # [me@example.org]
        is_mark = keys or (is_label and not _is_link(match))
        if is_mark and not is_address and not _BLANK_LINE.search(match[0]):
            yield Mark(match.start(), match.end(), label, keys, strays)


def faults(mark: Mark, works: Bibliography) -> Iterator[str]:
    """What is wrong with a mark, and what would be right."""
    if mark.label and mark.label not in LABELS:
        begun = next((label for label in LABELS if mark.label.startswith(f"{label} ")), None)
        key = mark.label.removeprefix(begun or "").strip()
        if begun and key in works.works:
            yield f"a key begins with @; write [{begun} @{key}]"
        else:
            yield f'"{mark.label}" is no evidence label{nearest(mark.label, LABELS)}'
    for key in mark.keys:
        if (bare := key.rstrip(",;")) != key and bare in works.works:
            yield f'only a space parts two keys; write "@{bare}" without the {key[-1]}'
        elif fault := works.fault(key):
            yield fault
    for word in mark.strays:
        yield f'"{word}" is no key; a mark holds a label and keys, as in [some support @key @other]'


def is_valid(mark: Mark, works: Bibliography) -> bool:
    """Whether a mark can be drawn; if not, the build has said so."""
    return not any(faults(mark, works)) and works.works.keys() >= set(mark.keys)


def name(label: str, phrases: Mapping[str, str]) -> str:
    """A label in the words of a language."""
    return phrases.get(f"label_{label.replace(' ', '_')}", label.capitalize())


def anchor(label: str) -> str:
    """What the heading for a label is called in an address."""
    return label.replace(" ", "-")


def as_link(mark: Mark, phrases: Mapping[str, str]) -> str:
    """The label as a link to what it means; nothing for sources alone."""
    if not mark.label:
        return ""
    end = anchor(mark.label)
    return f"[{name(mark.label, phrases)}]({METHOD_PAGE}#{end}){{.evidence .evidence--{end}}}"


def as_markdown(mark: Mark, phrases: Mapping[str, str]) -> str:
    """The label as a link, and a footnote for each source."""
    return as_link(mark, phrases) + "".join(f"[^{key}]" for key in mark.keys)


def research(text: str, words: str | None) -> Iterator[re.Match[str]]:
    """Every paragraph that begins with these words in bold; what follows them is its `rest`."""
    if words:
        lead = rf"^\*\*{re.escape(words)}[.:。：]?\*\*"
        end = r"(?=\n[ \t]*\n|\Z)"
        yield from re.finditer(rf"{lead}(?P<rest>.*?){end}", masked(text), re.DOTALL | re.MULTILINE)


class MarksPreprocessor(Preprocessor):
    """Writes each mark out as Markdown, and the references below the page; those of research stay."""

    def __init__(
        self, md: Markdown, works: Bibliography, phrases: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__(md)
        self.works = works
        self.phrases = phrases

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        written, done, cited = [], 0, dict[str, None]()
        phrases = self.phrases()
        passages = [*research(text, phrases.get("research_heading"))]
        for mark in find(text):
            folded = any(p.start() <= mark.start < p.end() for p in passages)
            if folded or not is_valid(mark, self.works):
                continue
            written += [text[done : mark.start], as_markdown(mark, phrases)]
            done = mark.end
            cited |= dict.fromkeys(mark.keys)
        written.append(text[done:])
        notes = [f"[^{key}]: {self.works.works[key].markdown}" for key in cited]
        return [*"".join(written).split("\n"), "", *notes]


def _is_link(match: re.Match[str]) -> bool:
    """Whether what follows a label in brackets makes it the words of a link."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_defined = after.startswith(":") and not before.rpartition("\n")[2].strip()
    return is_defined or bool(re.match(r"\(|\[(?![^\]]*[@^])", after))


def _is_near(label: str) -> bool:
    return bool(label) and "did you mean" in nearest(label.lower(), LABELS)
