"""What the sheets of paper share: answers put into words."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from guidebook.engine.kinds.base import Inline, Item, Say


class Sheet:
    """The words of one quiz's sheet; its public methods are what a template may call."""

    def __init__(self, say: Say, inline: Inline, items: Mapping[str, Item]) -> None:
        self.say = say
        self.inline = inline
        self.items = items

    def any_of(self, parts: Sequence[Markup]) -> Markup:
        """`Often, Very often or Always`."""
        return self._join("list_or", parts)

    def _join(self, word: str, parts: Sequence[Markup]) -> Markup:
        *others, last = parts
        return self.say("list_comma").join(others) + self.say(word) + last if others else last

    def _chosen(self, chosen: Mapping[str, Sequence[str]]) -> Iterator[Markup]:
        for name, wanted in chosen.items():
            item = self.items[name]
            labels = [Markup("<em>{}</em>").format(label) for label in self._labels(item, wanted)]
            yield self.say("note_item", answers=self.any_of(labels), number=item.number)

    def _labels(self, item: Item, wanted: Sequence[str]) -> list[Markup]:
        return [self.inline(answer.label) for answer in item.answers if answer.id in wanted]
