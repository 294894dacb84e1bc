"""What only the paper sheet says: conditions and answers, put into words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from guidebook.quiz import compiled
from guidebook.quiz.compiled import GateOption, Item, Passage, Scale, ScalesQuiz
from guidebook.quiz.path import CompiledPath
from guidebook.quiz.rules import CompiledRules, Row

Say = Callable[..., Markup]
"""A phrase of the widget by its key, its gaps filled."""
Inline = Callable[[str], Markup]
"""A line of an author's Markdown."""


class Sheet:
    """The words of one quiz's sheet; its public methods are what a template may call."""

    def __init__(self, say: Say, inline: Inline) -> None:
        self.say = say
        self.inline = inline

    def context(self, quiz: compiled.Quiz) -> dict[str, Any]:
        """What the template of the quiz's kind needs besides the quiz."""
        match quiz:
            case ScalesQuiz():
                self.items = {item.id: item for block in quiz.blocks for item in block.items}
                self.scales = {scale.id: scale for scale in quiz.scales}
                return {"aways": self._aways(quiz.gate.options if quiz.gate else ())}
            case CompiledPath():
                return {"numbers": quiz.numbers}
            case CompiledRules():
                self.items = {item.id: item for item in quiz.items}
        return {}

    def lines(self, scale: Scale) -> list[float]:
        """Where the bands meet, in hundredths of the way from the lowest score to the highest."""
        span = max(1, scale.highest - scale.lowest)
        return [round(100 * (band.low - 0.5 - scale.lowest) / span, 1) for band in scale.bands[1:]]

    def steps(self, quiz: ScalesQuiz) -> list[str]:
        """The scales that offer a step for some reading."""
        return [scale.id for scale in quiz.scales if any(band.step for band in scale.bands)]

    def tools(self, quiz: ScalesQuiz) -> list[str]:
        """The pages that help to take its steps, each once."""
        bands = (band for scale in quiz.scales for band in scale.bands)
        return list(dict.fromkeys(band.tool for band in bands if band.tool))

    def any_of(self, parts: Sequence[Markup]) -> Markup:
        """`Often, Very often or Always`."""
        return self._join("list_or", parts)

    def number(self, passage: Passage) -> int:
        """The number of the only item a passage depends on."""
        return self.items[next(iter(passage.chosen))].number

    def labels(self, passage: Passage) -> Markup:
        """The answers to the only item a passage depends on."""
        name, wanted = next(iter(passage.chosen.items()))
        return self.any_of(self._labels(self.items[name], wanted))

    def in_words(self, passage: Passage) -> Markup:
        """Everything that must hold for a note."""
        return self._join("list_and", [*self._chosen(passage.chosen), *self._bands(passage.bands)])

    def row_in_words(self, row: Row) -> Markup:
        """Everything that must hold for a row of a table."""
        return self._join("list_and", list(self._chosen(row.when or {})))

    def _join(self, word: str, parts: Sequence[Markup]) -> Markup:
        *others, last = parts
        return self.say("list_comma").join(others) + self.say(word) + last if others else last

    def _chosen(self, chosen: Mapping[str, Sequence[str]]) -> Iterator[Markup]:
        for name, wanted in chosen.items():
            item = self.items[name]
            labels = [Markup("<em>{}</em>").format(label) for label in self._labels(item, wanted)]
            yield self.say("note_item", answers=self.any_of(labels), number=item.number)

    def _bands(self, bands: Mapping[str, Sequence[str]]) -> Iterator[Markup]:
        for name, wanted in bands.items():
            scale = self.scales[name]
            titles = [self.inline(band.title) for band in scale.bands if band.id in wanted]
            yield self.say("note_band", scale=self.inline(scale.title), bands=self.any_of(titles))

    def _labels(self, item: Item, wanted: Sequence[str]) -> list[Markup]:
        return [self.inline(answer.label) for answer in item.answers if answer.id in wanted]

    def _aways(self, options: Sequence[GateOption]) -> list[Mapping[str, Any]]:
        """The pages a gate leads to, each with the answers that lead there."""
        pages: dict[str, list[GateOption]] = {}
        for option in options:
            if option.go:
                pages.setdefault(option.go, []).append(option)
        return [
            {
                "go": go,
                "ids": [option.id for option in leading],
                "labels": [self.inline(option.label) for option in leading],
            }
            for go, leading in pages.items()
        ]
