"""The works that pages may cite, from `data/references.bib`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote

from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from guidebook.engine import addresses, text_file
from guidebook.engine.addresses import Hosts
from guidebook.engine.problem import Place, Problem, ProblemsFound, nearest, place_of, shown_path
from guidebook.engine.yaml import characters

CITABLE = ("VERIFIED", "VERIFIED-2")
"""How a work's `note` must begin to be cited: its finding was read, at first or second hand."""
LARGEST = 500_000
"""Bytes of the file. This book's has 35,000."""
EXPERIENCE = "experience"
"""Stands in a list of evidence for the contributors' own."""


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
        end = "" if self.title.endswith(("?", "!")) else "."
        title = f"[{self.title}]({self.address})" if self.address else self.title
        venue = f" *{self.venue}*." if self.venue else ""
        at_second_hand = " Read at second hand." if self.status.startswith("VERIFIED-2") else ""
        return f"{self.authors} ({self.year}). {title}{end}{venue}{at_second_hand}"


@dataclass(frozen=True)
class Bibliography:
    """Works by key."""

    works: Mapping[str, Work]
    unread: bool = False
    """The file has faults of its own; until they are mended nothing is said of who cites what."""

    def fault(self, key: str) -> str | None:
        """Why a key cannot be cited, and what would be right; None for a good one."""
        if self.unread:
            return None
        if key not in self.works:
            return f'no source has the key "{key}"{nearest(key, self.works)}'
        if not self.works[key].citable:
            status = self.works[key].status
            return f'the source "{key}" may not be cited ({status}); choose one whose note begins with VERIFIED'
        return None

    def listed(self, keys: Iterable[str]) -> str:
        """The works of these keys as a list in Markdown, by author and year; unknown keys are left out."""
        works = [self.works[key] for key in keys if key in self.works]
        works.sort(key=lambda work: (work.authors.casefold(), work.year, work.key))
        return "\n".join(f"- {work.markdown}" for work in works)

    def in_passing(self, key: str) -> str:
        """Who and when, as a link where there is one; the key of a work unknown."""
        if key not in self.works:
            return key
        work = self.works[key]
        name = f"{work.authors} {work.year}"
        return f"[{name}]({work.address})" if work.address else name


def read(path: Path, root: Path, hosts: Hosts = None) -> Bibliography:
    """Read the bibliography, whose works lie on these hosts. Raises ProblemsFound; without the file it is empty."""
    if not path.is_file():
        return Bibliography({})
    name, text = shown_path(path, root), text_file.read(path, root, LARGEST)
    if macro := re.search(r"^\s*@(?:string|preamble)\b", text, re.IGNORECASE | re.MULTILINE):
        place = place_of(macro[0].strip(), text)
        message = f"{macro[0].strip()} is not for this list; write the words where they belong"
        raise ProblemsFound([Problem(name, place, message)])
    try:
        works = _works(text)
    except PybtexError as error:
        raise ProblemsFound([_in_plain_words(error, name, text)]) from None
    problems = [
        Problem(name, _place(text, work.key), fault)
        for work in works.values()
        for fault in _faults(work, hosts)
    ]
    if problems:
        raise ProblemsFound(problems)
    return Bibliography(works)


@lru_cache(maxsize=1)  # a preview reads the same file again at every edit of another
def _works(text: str) -> Mapping[str, Work]:
    data: BibliographyData = parse_string(text, "bibtex")
    return {key: _work(key, entry) for key, entry in data.entries.items()}


def _faults(work: Work, hosts: Hosts) -> Iterator[str]:
    for what in ("authors", "year", "title"):
        if not getattr(work, what):
            yield f'the work "{work.key}" has no {what.removesuffix("s")}; add it'
    if work.address and not work.address.startswith(("https://", "http://")):
        yield f'the url of "{work.key}" must begin with https://'
    elif work.address and (fault := addresses.fault(work.address, hosts)):
        yield fault
    if unseen := characters.unseen(f"{work.authors} {work.title} {work.venue}"):
        yield f'in "{work.key}" {unseen[1]}'


def _in_plain_words(error: PybtexError, name: str, text: str) -> Problem:
    said = " ".join(str(error).split())
    if repeated := re.fullmatch(r"repeated bibliography entry: (.+)", said):
        message = f'the key "{repeated[1]}" stands twice; keep one'
        return Problem(name, _place(text, repeated[1], -1), message)
    place = Place(getattr(error, "lineno", None) or 1)
    return Problem(
        name, place, f"not BibTeX: {re.sub(r'^syntax error in line [0-9]+: ', '', said)}"
    )


def _place(text: str, key: str, which: int = 0) -> Place:
    """The line in which an entry with a key begins."""
    start = re.compile(rf"^[ \t]*@\w+\s*[{{(]\s*{re.escape(key)}\s*,", re.MULTILINE)
    entries = [*start.finditer(text)]
    return Place(text.count("\n", 0, entries[which].start()) + 1) if entries else Place()


def _work(key: str, entry: Entry) -> Work:
    def field(*names: str) -> str:
        raw = next((entry.fields[name] for name in names if name in entry.fields), "")
        return _escaped(str(Text.from_latex(raw)))

    doi = entry.fields.get("doi", "")
    address = f"https://doi.org/{doi}" if doi else entry.fields.get("url", "")
    return Work(
        key=key,
        authors=_authors(entry),
        year=field("year"),
        title=field("title").rstrip("."),
        venue=field("journal", "booktitle", "publisher", "school", "institution", "howpublished"),
        address=quote(address, safe="/:;?#@!$&'*+,=%~"),  # brackets would end a Markdown link
        status=entry.fields.get("note", ""),
    )


def _authors(entry: Entry) -> str:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [
        _escaped(str(Text.from_latex(" ".join(person.prelast_names + person.last_names))))
        for person in people
    ]
    if len(names) > 3 or names[-1:] == ["others"]:
        return f"{names[0]} and others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _escaped(text: str) -> str:
    """Words that Markdown leaves as they are."""
    return re.sub(r"([\[\]*_`\\])", r"\\\1", escape(text, quote=False))
