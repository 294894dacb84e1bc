"""A self-assessment's sheet: its lines, its conditions and the pages it leads to, put into words."""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import Any

from markupsafe import Markup

from guidebook.engine.kinds.base import Answer, Inline, Item, Say
from guidebook.engine.kinds.paper import Sheet
from guidebook.engine.kinds.scales.compiled import GateOption, Passage, Scale, ScalesQuiz


class ScalesSheet(Sheet):
    """The words of one self-assessment's sheet."""

    def __init__(self, quiz: ScalesQuiz, say: Say, inline: Inline) -> None:
        super().__init__(say, inline, {i.id: i for block in quiz.blocks for i in block.items})
        self.scales = {scale.id: scale for scale in quiz.scales}
        self.leading = quiz.leading
        alike = {scale.least for scale in quiz.scales}
        self.least = min(alike) if len(alike) == 1 < len(quiz.scales) else None
        """How many questions of a part have to be answered, if that is the same for all of several parts."""
        self.letters = _letters(quiz)
        """Scale → what stands before its points, where an answer gives several scales points of their own."""
        self.orders = any(item.ranked and item.scales for item in self.items.values())
        """Whether places count somewhere."""

    def points(self, item: Item, answer: Answer) -> str:
        """What is added up for an answer: `2`, or `A 2, B 1`; nothing if its label says it."""
        if answer.points is None and not answer.by_scale:
            return ""
        if not self.letters:
            return "" if answer.label == f"{answer.points}" else f"{answer.points}"
        given = [(self.letters[scale], answer.on(scale)) for scale in item.scales]
        return ", ".join(f"{letter} {points}" for letter, points in given if points) or "0"

    def to_work_out(self, scale: Scale) -> Markup:
        """How a scale's score is worked out, with room for it."""
        measure, how = scale.measure, scale.measure.how
        one = "_one" if how == "sum" and len(scale.items) == 1 else ""
        low, high = measure.shown(scale.lowest), measure.shown(scale.highest)
        numbers = self.say("list_comma").join(map(str, scale.items))
        said = [self.say(f"paper_{how}{one}", numbers=numbers, low=low, high=high, at=measure.at)]
        if more := [self._more(item, scale) for item in self._counted_more(scale)]:
            key = "paper_more_count" if how == "count" else "paper_more"
            said.append(self.say(key, questions=self.say("list_comma").join(more)))
        if scale.least > 1 and self.least is None:
            said.append(self.say("paper_least", least=scale.least))
        return Markup("<br>\n").join(said)

    def _counted_more(self, scale: Scale) -> list[Item]:
        """The items that count more than once; none on a sum where all weigh the same, for it is all one there."""
        items = [item for item in self.items.values() if scale.id in item.scales]
        alike = len({item.weight for item in items}) == 1
        return [
            item for item in items if item.weight > 1 and not (alike and scale.measure.how == "sum")
        ]

    def _more(self, item: Item, scale: Scale) -> Markup:
        at = scale.measure.at
        if at is None:
            return self.say("paper_more_one", number=item.number, weight=item.weight)
        # the points beside its answers are weighted, so what they must reach is, too
        return self.say(
            "paper_more_count_one", number=item.number, weight=item.weight, at=at * item.weight
        )

    def sums(self, quiz: ScalesQuiz) -> Markup:
        """The scales that are sums, if others are not."""
        titles = [self.inline(scale.title) for scale in quiz.scales if scale.measure.how == "sum"]
        return Markup() if len(titles) == len(quiz.scales) else self._join("list_and", titles)

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

    def places(self, item: Item) -> Markup:
        """The points of an item's places, from the first on: `4, 3, 2, 1`."""
        points = (str(n * item.weight) for n in range(len(item.answers), 0, -1))
        return self.say("list_comma").join(points)

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

    def _bands(self, bands: Mapping[str, Sequence[str]]) -> Iterator[Markup]:
        for name, wanted in bands.items():
            scale = self.scales[name]
            if self.leading:
                yield self.any_of(
                    [self.say(f"note_{each}", scale=self.inline(scale.title)) for each in wanted]
                )
                continue
            titles = [self.inline(band.title) for band in scale.bands if band.id in wanted]
            yield self.say("note_band", scale=self.inline(scale.title), bands=self.any_of(titles))


def _letters(quiz: ScalesQuiz) -> dict[str, str]:
    """A letter for each scale, after the last of the alphabet a number; none where one number says it."""
    answers = (answer for block in quiz.blocks for item in block.items for answer in item.answers)
    if not any(answer.by_scale for answer in answers):
        return {}
    names = [*ascii_uppercase, *map(str, range(27, len(quiz.scales) + 1))]
    return {scale.id: name for scale, name in zip(quiz.scales, names, strict=False)}


def paper(quiz: ScalesQuiz, say: Say, inline: Inline) -> dict[str, Any]:
    """What the template needs besides the quiz."""
    aways = _aways(quiz.gate.options if quiz.gate else (), inline)
    return {"sheet": ScalesSheet(quiz, say, inline), "aways": aways}


def _aways(options: Sequence[GateOption], inline: Inline) -> list[Mapping[str, Any]]:
    """The pages a gate leads to, each with the answers that lead there."""
    pages: dict[str, list[GateOption]] = {}
    for option in options:
        if option.go:
            pages.setdefault(option.go, []).append(option)
    return [
        {
            "go": go,
            "ids": [option.id for option in leading],
            "labels": [inline(option.label) for option in leading],
        }
        for go, leading in pages.items()
    ]
