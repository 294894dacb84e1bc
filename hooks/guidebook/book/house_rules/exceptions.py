"""The few passages in which a rule gives way, from `data/exceptions.yml`."""

from collections.abc import Iterator, Sequence

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import ProseRule, Rule
from guidebook.engine.problem import Problem, nearest


def of(rules: Sequence[Rule]) -> Rule:
    """The rule that keeps the list of exceptions short; `rules` are those one can be made from."""
    prose = {rule.id: rule for rule in rules if isinstance(rule, ProseRule)}
    return Rule(
        id="exceptions",
        says="An exception in data/exceptions.yml names a rule and a passage that still needs it.",
        reason="A list that nobody clears allows more than anybody meant.",
        cure="Remove the entry, or write the passage as it now stands.",
        scope="the files of data/",
        check=lambda house: _unneeded(house, prose),
    )


def _unneeded(house: House, rules: dict[str, ProseRule]) -> Iterator[Problem]:
    source = house.source("exceptions")
    for n, exception in enumerate(house.settings.exceptions if source else ()):
        assert source
        rule = rules.get(exception.rule)
        if rule is None:
            message = f'no rule is called "{exception.rule}", or none with exceptions{nearest(exception.rule, rules)}'
            yield source.problem((n, "rule"), message)
            continue
        here = [said for said in rule.pieces(house) if said.path == exception.path]
        if all(
            [*rule.finds(said, house)] == [*rule.finds(said.without([exception.passage]), house)]
            for said in here
        ):
            message = f"nothing in {exception.path} needs this exception any more; remove it"
            yield source.problem((n,), message)
