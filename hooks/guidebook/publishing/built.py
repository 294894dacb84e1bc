"""A site as its generator left it."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from guidebook.engine.addresses import Hosts


@dataclass(frozen=True)
class Built:
    """Where a site is, and where it will be."""

    folder: Path
    address: str
    """With a slash at its end, as in https://example.org/book/; empty if it is not known."""
    name: str
    language: str
    hosts: Hosts = None
    """Where pages may lead besides the site."""
    templates: tuple[Path, ...] = ()
    """The folders of the theme's own templates, without what the book puts in their place."""
    books: Path | None = None
    """The folder with the book in other forms, as `make paper` leaves them; None: they are not offered."""

    @property
    def reachable(self) -> Hosts:
        """The same, and the host of the site."""
        own = urlsplit(self.address).hostname
        return self.hosts if self.hosts is None or own is None else self.hosts | {own}

    def file(self, at: str) -> Path | None:
        """The file at a path from the root of the site; None where there is none, or it lies outside."""
        return within(self.folder, at)


def within(folder: Path, at: str) -> Path | None:
    """The file at a path from a folder. Whatever a page or a script says, nothing outside is read or written."""
    if "\0" in at:
        return None
    path = (folder / at).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
