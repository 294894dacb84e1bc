"""The ideas of the article: none is lost from the list, and each is told somewhere."""

from collections import Counter
from collections.abc import Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.problem import Problem
from guidebook.engine.yaml.source import read as read_yaml

FILE = "data/article-map.yml"


def lost(house: House) -> Iterator[Problem]:
    """A part of the article that has fewer ideas in the list than it had."""
    wanted, ideas = house.settings.scope.ideas, house.book.ideas
    count = Counter(idea.split("-")[0] for idea in ideas)
    for part, most in wanted.items() if ideas else ():
        if count[part] < most:
            source = read_yaml(house.book.root / FILE, house.book.root)
            message = f"{count[part]} ideas begin with {part}-, and the article has {most}; bring back the one that went"
            yield source.problem((), message)


def untold(house: House) -> Iterator[Problem]:
    """An idea that no page and no item names."""
    ideas, told = house.book.ideas, house.book.covered
    if missing := [idea for idea in ideas if idea not in told]:
        source = read_yaml(house.book.root / FILE, house.book.root)
        for idea in missing:
            message = f'nothing tells {idea}; add it to "covers" of the page or item that does'
            yield source.problem((idea,), message, key=True)


RULES = (
    Rule(
        id="ideas kept",
        says="No idea of the article goes from data/article-map.yml.",
        reason="The book promises to retell all of it.",
        cure="Put the line back. Its words may change, its id may not.",
        scope="the files of data/",
        check=lost,
    ),
    Rule(
        id="ideas told",
        says="Each idea of the article is told by some page or item.",
        reason="The book promises to retell all of it.",
        cure="Name the id under covers: of the page or item that tells it.",
        scope="the files of data/",
        check=untold,
    ),
)
