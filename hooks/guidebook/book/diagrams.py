"""The diagrams, from `data/diagrams.yml`: each a picture in docs/assets/diagrams, and the same in words.

Whoever does not see the picture, or would sooner read, loses nothing: the words stand under it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel

from guidebook.book import svg
from guidebook.engine import text
from guidebook.engine.messages import wording
from guidebook.engine.problem import Place, Problem, shown_path
from guidebook.engine.shapes import Id, Text
from guidebook.engine.yaml.source import read as read_yaml

FILE = "data/diagrams.yml"
PICTURES = "docs/assets/diagrams"
WIDEST = 280
"""Units of a picture's width: the room on the narrowest phone, where a unit is then a pixel."""
SMALLEST = 12
"""Pixels of its letters there."""

# Each looks at a few hundred characters at most, or a long file would never be read to its end.
_SIZE = re.compile(r'<svg\b[^>]{0,500}?\bviewBox="0 0 (\d{1,4}) (\d{1,4})"')
_LETTERS = re.compile(r"\bfont(?:-size)?:[^;}]{0,200}?(?P<size>\d{0,9}\.?\d{1,9})(?P<unit>\w{0,9})")
_DARK = re.compile(r"@media[^{]{0,200}\(prefers-color-scheme: dark\)")


def _words(words: str) -> str:
    if text.links(words):
        raise ValueError("is words alone; put the link into the page, beside the diagram")
    return words


Words = Annotated[Text, AfterValidator(_words)]


class Said(BaseModel):
    """What a diagram says."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    caption: Words = Field(description="What stands under the picture.")
    shows: Words = Field(description="The picture in one sentence, for whoever does not see it.")
    words: Words = Field(description="All that it says, as a list or a few short paragraphs.")


class _All(RootModel[dict[Id, Said]]):
    model_config = ConfigDict(strict=True, frozen=True)


@dataclass(frozen=True)
class Diagram:
    """A picture and its words."""

    name: str
    said: Said
    width: int
    height: int
    """Units, as in its viewBox."""

    @property
    def source(self) -> str:
        """The picture, from docs/ with a leading slash."""
        return f"/{PICTURES.removeprefix('docs/')}/{self.name}.svg"

    @property
    def alternative(self) -> str:
        """What is said in the place of the picture."""
        return text.inline(self.said.shows).plain


def read(root: Path) -> tuple[Mapping[str, Diagram], list[Problem]]:
    """Name → diagram, and what is wrong with their pictures.

    Raises ProblemsFound if the words have faults. Without the file there are none.
    """
    path = root / FILE
    if not path.is_file():
        return {}, []
    source = read_yaml(path, root)
    found, problems = dict[str, Diagram](), list[Problem]()
    for name, words in wording.validated(_All, source).root.items():
        picture = root / PICTURES / f"{name}.svg"
        drawn = ""
        if picture.is_file() and picture.stat().st_size <= svg.LARGEST:  # or `statics` says so
            drawn = picture.read_text(encoding="utf-8", errors="replace")
            problems += (Problem(shown_path(picture, root), Place(), f) for f in _faults(drawn))
        else:
            message = f"there is no picture {PICTURES}/{name}.svg; draw it, or mend the name"
            problems.append(source.problem((name,), message, key=True))
        size = _SIZE.search(drawn)
        width, height = (int(size[1]), int(size[2])) if size else (WIDEST, WIDEST)
        found[name] = Diagram(name, words, width, height)
    return found, problems


def _faults(drawn: str) -> Iterator[str]:
    """Why a picture could not be read on a small phone, or at night."""
    size = _SIZE.search(drawn)
    if size is None or int(size[1]) > WIDEST:
        yield (
            f'a diagram begins with viewBox="0 0 {WIDEST} …", whole numbers and no wider: '
            f"that is the room on a small phone"
        )
    for letters in _LETTERS.finditer(drawn):
        if letters["unit"] != "px" or float(letters["size"]) < SMALLEST:
            yield f"letters of {letters['size']}{letters['unit']}; write {SMALLEST}px or more"
    if not _DARK.search(drawn):
        yield "no colours for the night; add @media screen and (prefers-color-scheme: dark)"
