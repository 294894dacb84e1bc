"""Checks that every kind of quiz needs: known names, ids used once, links that lead somewhere."""

from collections.abc import Iterable, Iterator

from guidebook.engine import text
from guidebook.engine.kinds.base import Written
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem, nearest
from guidebook.engine.shapes import Holds, keys_that_hold
from guidebook.engine.yaml.source import Source, Where


class Check:
    """Collects the problems of one quiz file."""

    def __init__(self, source: Source, docs: Docs) -> None:
        self.source = source
        self.docs = docs
        self.problems: list[Problem] = []

    def say(self, where: Where, message: str, *, key: bool = False) -> None:
        self.problems.append(self.source.problem(where, message, key=key))

    def known(
        self, name: str, names: Iterable[str], where: Where, what: str, *, key: bool = False
    ) -> bool:
        """Whether `name` is one of `names`; a problem if not."""
        names = list(names)
        if name in names:
            return True
        self.say(where, f'there is no {what} "{name}"{nearest(name, names)}', key=key)
        return False

    def unique(self, ids: Iterable[tuple[str, Where]], what: str) -> bool:
        """Whether each id stands once; a problem for each that stood before."""
        before = len(self.problems)
        first: dict[str, Where] = {}
        for name, where in ids:
            if name in first:
                line = self.source.place(first[name]).line
                self.say(
                    where, f'two {what}s have the id "{name}" (first in line {line}); rename one'
                )
            else:
                first[name] = where
        return len(self.problems) == before

    def texts(self, quiz: Written) -> None:
        """A problem for each picture, and each link that is unsafe or leads nowhere."""
        for where, words in values(quiz, Holds.WORDS):
            for picture in text.pictures(words):
                self._at(
                    where,
                    picture,
                    "a quiz shows no pictures; put it on the page, above or below the quiz, "
                    "or say in words what it shows",
                )
            self._links(where, text.links(words))
        for where, link in values(quiz, Holds.LINK):
            self._links(where, (link,))

    def _links(self, where: Where, links: Iterable[str]) -> None:
        for link in links:
            if fault := self.docs.fault(link):
                self._at(where, link, fault)

    def _at(self, where: Where, words: str, message: str) -> None:
        place = self.source.place_of(words, where)
        self.problems.append(Problem(self.source.path, place, message))


def values(quiz: Written, what: Holds) -> Iterator[tuple[Where, str]]:
    """Every text of a quiz, or every link that stands alone, and where."""
    for where, part in walk(quiz):
        for name, key in keys_that_hold(type(part), what).items():
            if isinstance(value := getattr(part, name), str):
                yield (*where, key), value


def walk(part: object, where: Where = ()) -> Iterator[tuple[Where, Written]]:
    """Every group of keys in a quiz as written, and where it stood, from the root down."""
    members: Iterable[tuple[str | int, object]] = ()
    if isinstance(part, Written):
        yield where, part
        fields = type(part).model_fields.items()
        members = ((field.alias or name, getattr(part, name)) for name, field in fields)
    elif isinstance(part, list):
        members = enumerate(part)
    elif isinstance(part, dict):
        members = part.items()
    for key, member in members:
        if isinstance(member, Written | list | dict):
            yield from walk(member, (*where, key))
