"""The works that pages may cite, from `data/references.bib`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from guidebook.problem import Place, Problem, ProblemsFound, nearest, shown_path

CITABLE = ("VERIFIED", "VERIFIED-2")
"""How a work's `note` must begin to be cited: its finding was read, at first or second hand."""


@dataclass(frozen=True)
class Work:
    """One entry of the bibliography, in words."""

    key: str
    authors: str
    year: str
    title: str
    venue: str
    address: str
    status: str

    @property
    def citable(self) -> bool:
        return self.status.partition(";")[0].strip() in CITABLE and "CONTESTED" not in self.status

    @property
    def markdown(self) -> str:
        """A reference: who, when, what, where."""
        title = f"[{self.title}]({self.address})" if self.address else self.title
        venue = f" *{self.venue}*." if self.venue else ""
        at_second_hand = " Read at second hand." if self.status.startswith("VERIFIED-2") else ""
        return f"{self.authors} ({self.year}). {title}.{venue}{at_second_hand}"


@dataclass(frozen=True)
class Bibliography:
    """Works by key."""

    works: Mapping[str, Work]

    def fault(self, key: str) -> str | None:
        """Why a key cannot be cited, and what would be right; None for a good one."""
        if key not in self.works:
            return f'no source has the key "{key}"{nearest(key, self.works)}'
        if not self.works[key].citable:
            status = self.works[key].status
            return f'the source "{key}" may not be cited ({status}); choose one whose note begins with VERIFIED'
        return None


def read(path: Path, root: Path) -> Bibliography:
    """Read the bibliography. Raises ProblemsFound; without the file there are no works."""
    if not path.is_file():
        return Bibliography({})
    try:
        data: BibliographyData = parse_string(path.read_text(encoding="utf-8"), "bibtex")
    except (PybtexError, UnicodeDecodeError) as error:
        place = Place(getattr(error, "lineno", None) or 1)
        message = f"not BibTeX: {' '.join(str(error).split())}"
        raise ProblemsFound([Problem(shown_path(path, root), place, message)]) from None
    return Bibliography({key: _work(key, entry) for key, entry in data.entries.items()})


def _work(key: str, entry: Entry) -> Work:
    def field(*names: str) -> str:
        raw = next((entry.fields[name] for name in names if name in entry.fields), "")
        return _escaped(str(Text.from_latex(raw)))

    doi = entry.fields.get("doi", "")
    return Work(
        key=key,
        authors=_authors(entry),
        year=field("year"),
        title=field("title").rstrip("."),
        venue=field("journal", "booktitle", "publisher", "school", "institution", "howpublished"),
        address=f"https://doi.org/{doi}" if doi else entry.fields.get("url", ""),
        status=entry.fields.get("note", ""),
    )


def _authors(entry: Entry) -> str:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [
        str(Text.from_latex(" ".join(person.prelast_names + person.last_names)))
        for person in people
    ]
    if len(names) > 3 or names[-1:] == ["others"]:
        return f"{names[0]} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _escaped(text: str) -> str:
    return re.sub(r"([\[\]*_`\\<])", r"\\\1", text)
