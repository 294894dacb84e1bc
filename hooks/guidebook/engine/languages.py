"""The languages of a book: those that have a file of words, and who draws and writes in each."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from guidebook.engine import text, words
from guidebook.engine.links import Docs
from guidebook.engine.problem import Place, Problem, shown_path
from guidebook.engine.render import Renderer

LOCALES = "locales"
"""Where a folder of templates has its words, a file a language."""


class Rooms(NamedTuple):
    """Folders whose words, a file a language, stand in `locales/`."""

    templates: Sequence[Path]
    """With templates; the first has those of the widgets."""
    words: Path | None = None
    """Where a site says known things in words of its own."""


class Languages:
    """Every language that has a file of words, and the one in which the site is written."""

    def __init__(
        self, rooms: Rooms, own: str, docs: Docs, root: Path, pages: Mapping[str, str]
    ) -> None:
        """`own` is the language of the site."""
        folders = [room / LOCALES for room in rooms.templates]
        site = rooms.words / LOCALES if rooms.words else None
        every = [*folders, site] if site else folders
        self.home = shown_path(site or folders[0], root)
        """The folder that words of another language go into."""
        self._fallback = f"{shown_path(folders[0], root)}/{words.FALLBACK}.yml"
        self.known = tuple(sorted({p.stem for folder in every for p in folder.glob("*.yml")}))
        self.words, self.problems = words.read(folders, root, docs.fault, site)
        self.own = own if own in self.words else words.FALLBACK
        self._renderers = {
            language: Renderer(rooms.templates, said, docs, pages, own)
            for language, said in self.words.items()
        }

    def fault(self, language: str) -> str | None:
        """Why nothing can be said in a language, and what would be right; None for a good one."""
        if language in self.known:
            return None
        known = ", ".join(self.known)
        return f'there are no words in "{language}" (known: {known}); add them to {self.home}'

    def renderer(self, language: str | None = None) -> Renderer | None:
        """Draws in a language, or in the site's own. None: the words have faults."""
        return self._renderers.get(language or self.own) or self._renderers.get(self.own)

    def phrases(self, language: str | None = None) -> Mapping[str, str]:
        """What is said in a language, or in the site's own, by key; empty if the words have faults."""
        renderer = self.renderer(language)
        return renderer.words.phrases if renderer else {}

    def unsaid(self) -> Iterator[Problem]:
        """What something drawn so far had to say, and no language has words for."""
        for message in sorted({each for said in self.words.values() for each in said.unsaid}):
            yield Problem(self._fallback, Place(), message)

    @property
    def html(self) -> dict[str, dict[str, str]]:
        """Language → key → phrase, for the templates of pages."""
        return {
            language: {key: text.inline(phrase).html for key, phrase in said.phrases.items()}
            for language, said in self.words.items()
        }
