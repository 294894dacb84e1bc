"""An item whose answers are put in order: nothing beside it that an order cannot have."""

from guidebook.engine.kinds.scales import model
from guidebook.engine.kinds.scales.answers import MOST_RANKED, RankedAnswer
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.yaml.source import Where

_BESIDE = {
    "scale": 'the places of "rank" count on a scale by answer; give each answer its "scale", and leave this out',
    "strength": 'an order has no upper half; leave "strength" or "rank" out',
    "text": 'an order has no upper half to which "text" could belong; leave it out',
    "reverse": 'an order is turned round by its stem, as in "what matters least?"; leave "reverse" out',
    **{
        key: f'"rank" stands in place of "{key}"; leave one of them out'
        for key in ("responses", "range", "several", "reflect")
    },
}
"""Key that an item with `rank` cannot have → why, and what would be right."""


def check_ranked(item: model.Item, answers: list[RankedAnswer], where: Where, parts: Parts) -> None:
    """Every fault of an item with `rank` that can be seen without adding anything up."""
    check, before = parts.check, len(parts.check.problems)
    for key, message in _BESIDE.items():
        if key in item.model_fields_set:
            check.say((*where, key), message, key=True)
    where = (*where, "rank")
    check.unique(((answer.id, (*where, n, "id")) for n, answer in enumerate(answers)), "answer")
    if len(answers) > MOST_RANKED:
        message = (
            f'"rank" has {len(answers)} answers, and more than {MOST_RANKED} are hard to keep apart; '
            "leave some out, or make two items of it"
        )
        check.say(where, message, key=True)
    for n, answer in enumerate(answers):
        if answer.scale:
            check.known(answer.scale, parts.written.scales, (*where, n, "scale"), "scale")
        parts.check_skip(answer.id, (*where, n, "id"))
    named = {answer.scale for answer in answers}
    if len(named) == 1 and named != {None}:
        message = (
            f'every answer counts on "{named.pop()}", so every order brings the same; '
            "let them name several scales, or none"
        )
        check.say(where, message, key=True)
    parts.countable &= len(check.problems) == before
