"""The examples of a page, each as a voice of its own; beyond the first few they fold.

An example begins with a name in bold. "**Ada.** She gave a talk." puts the name above the words; in
"**Ada** gave a talk." it stands in both places. What folds is a `<details>`: complete without script,
found by the search of the page, open on paper.
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

OPEN = 6
"""How many stand open: a minute and a half of reading."""
FEWEST = 2
"""A fold for fewer would cost more room than it saves."""

_LEVELS = {f"h{n}": n for n in range(1, 7)}


class ExamplesTreeprocessor(Treeprocessor):
    """Sets the examples of a page apart, if it has a section of that name."""

    def __init__(self, md: Markdown, phrases: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(md)
        self.phrases = phrases

    def run(self, root: Element) -> None:
        """Look below every heading that says "Examples" in the language of the page."""
        phrases = self.phrases()
        heading, words = phrases.get("examples_heading"), phrases.get("examples_more")
        if not heading or not words:
            return
        for parent in [*root.iter()]:
            for child in [*parent]:
                if child.tag in _LEVELS and "".join(child.itertext()).strip() == heading:
                    _fold(parent, _voices(parent, child), words)


def _voices(parent: Element, heading: Element) -> list[Element]:
    """Each example of a section as a figure with its name for a caption."""
    below = [*parent][[*parent].index(heading) + 1 :]
    ends = (n for n, e in enumerate(below) if _LEVELS.get(e.tag, 7) <= _LEVELS[heading.tag])
    voices: list[Element] = []
    for element in below[: next(ends, len(below))]:
        name = _name(element)
        if name is not None:
            voices.append(Element("figure", {"class": "voice"}))
            parent.insert([*parent].index(element), voices[-1])
            _caption(voices[-1], element, name)
        if voices:
            parent.remove(element)
            voices[-1].append(element)
    return voices


def _caption(figure: Element, paragraph: Element, name: Element) -> None:
    caption = SubElement(figure, "figcaption")
    said = "".join(name.itertext())
    caption.text = said.rstrip(".:。：")
    after = name.tail or ""
    is_apart = caption.text != said
    paragraph.text = after.lstrip() if is_apart else f"{said}{after}"
    paragraph.remove(name)


def _fold(parent: Element, voices: list[Element], words: str) -> None:
    if len(voices) < OPEN + FEWEST:
        return
    details = Element("details", {"class": "more-examples"})
    SubElement(details, "summary").text = words.format(number=len(voices) - OPEN)
    parent.insert([*parent].index(voices[OPEN]), details)
    for voice in voices[OPEN:]:
        parent.remove(voice)
        details.append(voice)


def _name(element: Element) -> Element | None:
    """The bold words that a paragraph begins with."""
    first = next(iter(element), None)
    begins = element.tag == "p" and not (element.text or "").strip() and first is not None
    return first if begins and first is not None and first.tag == "strong" else None
