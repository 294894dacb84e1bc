"""Labels and sources: what the pages claim to know agrees with what was read."""

from collections.abc import Iterator

from guidebook.book import marks
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.book.house_rules.said import Page
from guidebook.book.house_rules.settings import Settings
from guidebook.engine.problem import Problem, nearest


def labels(page: Page, settings: Settings) -> Iterator[Problem]:
    """A label does not contradict what data/verdicts.yml says of the same works."""
    for mark in marks.find(page.body):
        keys = {*mark.keys}
        judged = {v.label for v in settings.verdicts if keys <= {*v.works}}
        if mark.label in marks.LABELS and keys and judged and mark.label not in judged:
            message = (
                f'data/verdicts.yml says "{" or ".join(sorted(judged))}" of {" and ".join(mark.keys)}, '
                f'and this label says "{mark.label}"; choose that one, or change what the file says'
            )
            yield page.problem(mark.start, message)


def unjudged(page: Page, settings: Settings) -> Iterator[Problem]:
    """A label whose works nobody has judged together yet."""
    for mark in marks.find(page.body):
        keys = {*mark.keys}
        if mark.label and keys and not any(keys <= {*v.works} for v in settings.verdicts):
            message = (
                f"no entry of data/verdicts.yml has {' and '.join(mark.keys)} in its works yet; "
                "whoever knows the finding may add one"
            )
            yield page.problem(mark.start, message)


def not_to_cite(page: Page, settings: Settings) -> Iterator[Problem]:
    """No page rests on a work that we decided against."""
    for mark in marks.find(page.body):
        for key in mark.keys:
            if reason := settings.scope.not_to_cite.get(key):
                yield page.problem(mark.start, f'do not use "{key}": {reason}; cite another work')


def _labels(house: House) -> Iterator[Problem]:
    for page in house.pages:
        yield from labels(page, house.settings)


def _unjudged(house: House) -> Iterator[Problem]:
    for page in house.pages:
        yield from unjudged(page, house.settings)


def _not_to_cite(house: House) -> Iterator[Problem]:
    for page in house.pages_in_every_language:
        yield from not_to_cite(page, house.settings)


def _verdicts(house: House) -> Iterator[Problem]:
    """Every name in data/verdicts.yml is known."""
    source, ideas, works = house.source("verdicts"), house.book.ideas, house.book.works
    for n, verdict in enumerate(house.settings.verdicts if source else ()):
        assert source
        if verdict.label not in marks.LABELS:
            message = (
                f'"{verdict.label}" is no evidence label{nearest(verdict.label, marks.LABELS)}'
            )
            yield source.problem((n, "label"), message)
        for i, idea in enumerate(verdict.ideas):
            if ideas and idea not in ideas:
                message = f'no idea of the article has the id "{idea}"{nearest(idea, ideas)}'
                yield source.problem((n, "ideas", i), message)
        for w, key in enumerate(verdict.works):
            if fault := works.fault(key):
                yield source.problem((n, "works", w), fault)


RULES = (
    Rule(
        id="labels",
        says="A label says of its sources what data/verdicts.yml says of them.",
        reason="The same works cannot be well supported on one page and mixed on another.",
        cure="Choose the label that the message names; or, if you have read better, change the entry of that file.",
        scope="every page",
        check=_labels,
    ),
    Rule(
        id="not judged yet",
        says="Works that carry a label have an entry in data/verdicts.yml.",
        reason="It records which claim they were read for. You need not add it: whoever reads your change can.",
        cure="Add a line such as the others in that file, if you know the finding.",
        scope="every page",
        severity="advice",
        check=_unjudged,
    ),
    Rule(
        id="not to cite",
        says="No page rests on a work that we decided against.",
        reason="It was not found again, is contested, or could not be read; the message says which.",
        cure="Cite another work, or say it without a source and label it [experience].",
        scope="every page",
        check=_not_to_cite,
    ),
    Rule(
        id="verdicts",
        says="data/verdicts.yml names ideas, labels and works that exist.",
        reason="Or its verdicts would be about nothing.",
        cure="Take the name that the message offers.",
        scope="the files of data/",
        check=_verdicts,
    ),
)
