"""Pages and quizzes in other languages: they lead to each other, and differ in words alone."""

import re
from collections.abc import Iterator

from guidebook.book import front_matter, marks
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.book.house_rules.said import Page
from guidebook.engine.kinds.check import values
from guidebook.engine.problem import Place, Problem
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.shapes import Holds
from guidebook.engine.yaml.source import Value, Where

OWN = "en"
"""The language of what names none."""
HOME = "docs/index.md"
"""In another language it is a page of its own."""
SHOWN = 8
"""Keys that a message names."""

_HEADING = re.compile(r"^(#+) ", re.MULTILINE)


def _pairs(house: House) -> Iterator[tuple[Page, str, str, Page]]:
    """A page, its own language, the language of a translation that it names, and that page."""
    broken = {problem.path for problem in house.book.problems}
    pages = {p.path: p for p in house.pages_in_every_language if p.path not in broken}
    for page in pages.values():
        head, _ = front_matter.split(page.path, page.text)
        for code, link in dict(head.get("translations") or {}).items():
            if other := pages.get(f"docs{link}"):
                yield page, str(head.get("lang") or OWN), str(code), other


def back(house: House) -> Iterator[Problem]:
    """A translation says its language, and leads back."""
    for page, own, code, other in _pairs(house):
        head, _ = front_matter.split(other.path, other.text)
        if str(head.get("lang") or OWN) != code:
            message = f'{other.path} is named here as "{code}"; write "lang: {code}" at its top'
            yield page.problem(max(0, page.text.find("translations:")), message)
        elif dict(head.get("translations") or {}).get(own) != page.path.removeprefix("docs"):
            link = page.path.removeprefix("docs")
            message = f'{page.path} leads here; lead back with "translations: {{{own}: {link}}}"'
            yield other.problem(0, message)


def alike(house: House) -> Iterator[Problem]:
    """A translation has the headings and the labels of its page."""
    for page, own, _, other in _pairs(house):
        if own != OWN or page.path == HOME:
            continue
        levels = [_HEADING.findall(p.body) for p in (page, other)]
        said = [[(m.label, m.keys) for m in marks.find(p.body)] for p in (page, other)]
        for what, (mine, theirs) in (("headings", levels), ("labels and sources", said)):
            if mine != theirs:
                message = f"the {what} are not those of {page.path}; whoever knows the language may bring them up to date"
                yield other.problem(0, message)


def quizzes(house: House) -> Iterator[Problem]:
    """A translated quiz has the ids, points and sources of the quiz it is named after."""
    files = house.book.quizzes
    for name, quiz in files.items():
        language = quiz.written.language
        original = files.get(name.removesuffix(f"-{language}")) if language else None
        if not language or original is quiz:
            if language:
                message = (
                    f'name the file after the quiz it translates, with "-{language}" at its end'
                )
                yield quiz.source.problem(("language",), message)
            continue
        if original is None:
            if name.removesuffix(f"-{language}") not in house.book.broken:
                message = f'no quiz is called "{name.removesuffix(f"-{language}")}", which this would translate'
                yield quiz.source.problem(("language",), message)
            continue
        yield from differences(original, quiz)


def differences(original: QuizFile, quiz: QuizFile) -> Iterator[Problem]:
    """Where a translation differs from its original in more than words and links."""
    wanted, here = _bones(original), _bones(quiz)
    for where in wanted.keys() | here.keys():
        if wanted.get(where) == here.get(where):
            continue
        what = ".".join(map(str, where))
        if where not in here:
            message = (
                f"{what} of {original.source.path} is missing; copy it, in its own words if need be"
            )
        elif where not in wanted:
            message = f"{original.source.path} has no {what}; leave it out, or add it there"
        else:
            message = f'{what} is "{wanted[where]}" in {original.source.path}; ids, points and sources stay as they are'
        yield quiz.source.problem(where, message)


def _bones(quiz: QuizFile) -> dict[Where, Value]:
    """What is left of a quiz without its words and links; of these, that they are there."""
    told = {where for what in Holds for where, _ in values(quiz.written, what)}
    return {
        where: "words" if where in told or where == ("reviewed",) else value
        for where, value in _leaves(quiz.source.data)
        if where != ("language",)
    }


def _leaves(value: Value, where: Where = ()) -> Iterator[tuple[Where, Value]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves(part, (*where, key))
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _leaves(part, (*where, n))
    else:
        yield where, value


def words(house: House) -> Iterator[Problem]:
    """A language says everything that English says."""
    home = house.book.languages.home
    for language, said in house.book.languages.words.items():
        if lent := sorted(said.lent):
            shown = ", ".join(lent[:SHOWN]) + (", …" if len(lent) > SHOWN else "")
            message = f"{_lines(len(lent))} English here, for this file lacks them: {shown}"
            yield Problem(f"{home}/{language}.yml", Place(), message)


def _lines(number: int) -> str:
    return "1 line is" if number == 1 else f"{number} lines are"


RULES = (
    Rule(
        id="translations lead back",
        says="A page and its translation name each other at their tops, and a translation names its language.",
        reason="A reader who finds the wrong one can go to the other.",
        cure="Write lang: and translations: as the message shows.",
        scope="every page",
        check=back,
    ),
    Rule(
        id="translations alike",
        says="A translation has the headings, labels and sources of its page.",
        reason="Nobody should get less because of their language. You need not know it: whoever does can follow.",
        cure="Bring it up to date, if you know the language.",
        scope="every page",
        severity="advice",
        check=alike,
    ),
    Rule(
        id="translated quizzes",
        says="A translated quiz differs from its original in words alone: ids, points and sources stay.",
        reason="The same answers must come to the same result in every language.",
        cure="Copy what the message names. If you do not know the language, leave the words in English; whoever does will translate them.",
        scope="every quiz and tool",
        check=quizzes,
    ),
    Rule(
        id="words of a language",
        says="A language says all that English says.",
        reason="A reader should not meet English where the page is in their language. You need not know it: whoever does can follow.",
        cure="Write the lines into the file that the message names, or into the one of the same name beside the English that has them.",
        scope="every page",
        severity="advice",
        check=words,
    ),
)
