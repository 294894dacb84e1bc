"""Words that the book does not use, from `data/words.yml`."""

from collections.abc import Callable, Iterable, Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import ProseRule
from guidebook.book.house_rules.said import Said
from guidebook.book.house_rules.settings import Words
from guidebook.engine.problem import Problem


def _found(said: Said, lists: Iterable[Words]) -> Iterator[Problem]:
    for banned in lists:
        for match in banned.pattern.finditer(said.text):
            words = " ".join(match[0].split())
            yield said.problem(match.start(), f'"{words}": {banned.instead}')


def _of(name: str, *, advice: bool = False) -> Callable[[Said, House], Iterator[Problem]]:
    def finds(said: Said, house: House) -> Iterator[Problem]:
        lists: list[Words] = getattr(house.settings.words, name)
        return _found(said, [words for words in lists if words.advice == advice])

    return finds


def _where_a_reader_answers(house: House) -> Iterator[Said]:
    yield from house.of_quizzes()
    yield from house.of_widgets()


_CURE = "Write what the message offers. data/words.yml lists the words, and what to write instead."

RULES = (
    ProseRule(
        id="words",
        says="No medical words, no names for kinds of people, nothing that turns a reader into a case.",
        reason="We are no clinic, and somebody who is called a name stops reading.",
        cure=_CURE,
        scope="all that the book says",
        pieces=House.everything,
        finds=_of("everywhere"),
    ),
    ProseRule(
        id="words to weigh",
        says="Words such as “simply” and “just” stand only where they tell the time.",
        reason="What is easy for one reader is hard for another.",
        cure=_CURE,
        scope="all that the book says",
        severity="advice",
        pieces=House.everything,
        finds=_of("everywhere", advice=True),
    ),
    ProseRule(
        id="words in quizzes",
        says="Where a reader answers or reads a result, nothing may sound like a verdict or an order.",
        reason="A result is read on a bad day. It describes a situation and leaves the choice open.",
        cure=_CURE,
        scope="the quizzes and tools of this book",
        elsewhere="advice",
        pieces=_where_a_reader_answers,
        finds=_of("quizzes"),
    ),
)
