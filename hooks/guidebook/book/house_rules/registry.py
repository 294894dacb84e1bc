"""All the house rules, and what they find in a book."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidebook.book.house_rules import (
    aftermath,
    arithmetic,
    caution,
    chapters,
    design,
    evidence,
    exceptions,
    freshness,
    ideas,
    manner,
    menu,
    outcomes,
    people,
    reading,
    required_words,
    results,
    safety,
    stems,
    tips,
    tools,
    translations,
    words,
)
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Finding, Rule

_RULES: tuple[Rule, ...] = (
    *(*people.RULES, *words.RULES, *manner.RULES, *reading.RULES, *freshness.RULES, *menu.RULES),
    *(*chapters.RULES, *tips.RULES, *tools.RULES, *translations.RULES),
    *(*evidence.RULES, *ideas.RULES, *required_words.RULES),
    *(
        *design.RULES,
        *safety.RULES,
        *arithmetic.RULES,
        *results.RULES,
        *stems.RULES,
        *outcomes.RULES,
        *caution.RULES,
        *aftermath.RULES,
    ),
)
RULES: tuple[Rule, ...] = (*_RULES, exceptions.of(_RULES))
"""In the order in which the guide tells them."""


def findings(house: House, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """What breaks a rule, refusals and advice, in the order of the files; faulty files of data/ too."""
    found = {Finding(problem, "data", "refusal") for problem in house.settings.problems}
    return tuple(sorted(found.union(*(_of(rule, house) for rule in rules))))


def _of(rule: Rule, house: House) -> Iterator[Finding]:
    foreign = {q.source.path for q in house.book.quizzes.values() if not house.is_ours(q)}
    for problem in rule.check(house):
        severity = (problem.path in foreign and rule.elsewhere) or rule.severity
        message = f"{problem.message} (rule: {rule.id})"
        yield Finding(replace(problem, message=message), rule.id, severity)
