"""How a self-assessment is made, told from its file: Markdown for whoever wants to check it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from guidebook.book.bibliography import Bibliography
from guidebook.book.technical_note.item import ItemNote, plain
from guidebook.book.technical_note.leading import LeadingNote, condition, percent
from guidebook.book.validation import Validation
from guidebook.engine.kinds.scales import compiled, model
from guidebook.engine.kinds.scales.compiled import Passage, Scale
from guidebook.engine.kinds.scales.spread import spread

CHANCE = (
    "The last column of each table is a sanity check and no sign of validity: how often a reading "
    "would come up if every question were answered, and each answer were as likely as any other."
)
_MEASURES = {
    "sum": "",
    "mean": " (their mean)",
    "count": " (how many answers have {at} points or more)",
}


@dataclass(frozen=True)
class TechnicalNote:
    """One self-assessment as written and as scored, with what its items refer to."""

    written: model.ScalesQuiz
    quiz: compiled.ScalesQuiz
    works: Bibliography
    ideas: Mapping[str, str]
    """Id → gist."""
    validation: Validation | None = None

    @property
    def markdown(self) -> str:
        """The whole note, in paragraphs, lists and tables narrow enough for a phone."""
        parts = [
            self._size(),
            *self._origin(),
            *self._open_steps(),
            *self._answers(),
            *self._gate(),
            *(self._lead.paragraphs() if self._lead else ()),
            CHANCE,
            *(part for scale in self.quiz.scales for part in self._scale(scale)),
            *self._unscored(),
            *self._notes(),
            *self._covered(),
        ]
        return "\n\n".join(parts)

    def _size(self) -> str:
        scored = sum(bool(item.scored.scales) for item in self._items.values())
        period = f" about {plain(self.written.period)}" if self.written.period else ""
        read = (
            f" Last read through on {_day(self.written.reviewed)}." if self.written.reviewed else ""
        )
        return f"{len(self._items)} questions{period}; {scored} of them are scored.{read}"

    def _origin(self) -> Iterator[str]:
        if self.written.origin:
            yield f"**Where it comes from.** {plain(self.written.origin)}"

    def _answers(self) -> Iterator[str]:
        if self.written.responses:
            points = ", ".join(f"{plain(r.label)} {r.said}" for r in self.written.responses)
            yield f"**Answers and points.** {points}."
        if ends := self.written.range:
            yield f"**Answers.** {ends.from_} ({plain(ends.low)}) to {ends.to} ({plain(ends.high)})."
        if self.quiz.skip:
            yield f'"{plain(self.quiz.skip)}" is left out of every score, and is never a zero.'

    def _gate(self) -> Iterator[str]:
        if self.quiz.gate:
            stem = plain(self.quiz.gate.stem)
            yield f"**Asked first.** {stem} It scores nothing, and some answers lead to another page."

    def _scale(self, scale: Scale) -> Iterator[str]:
        items = self._on(scale)
        same = len({item.key for item in items}) == 1
        yield f"### {plain(scale.title)}"
        shown = scale.measure.shown
        said = f"{_count(len(items), 'question')}, {shown(scale.lowest)} to {shown(scale.highest)} points"
        said += f"{_MEASURES[scale.measure.how].format(at=scale.measure.at)}; "
        said += f"at least {scale.least} must be answered."
        yield f"{said} In each: {items[0].key}" if same else said
        rows = ["| Reading | Points | By chance |", "| --- | --- | --- |", *self._bands(scale)]
        yield "\n".join(rows)
        yield "\n".join(item.line("" if same else item.key) for item in items)
        if scale.strengths:
            yield "These score nothing, and name a strength:"
            yield "\n".join(map(self._strength, scale.strengths))

    def _bands(self, scale: Scale) -> Iterator[str]:
        items, shown = [item.scored for item in self._on(scale)], scale.measure.shown
        if self._lead:
            yield self._lead.row(scale)
            return
        points = [scale.ways(item) for item in items]
        weight = sum(item.weight for item in items)
        shares = spread(points, [band.low for band in scale.bands], weight, scale.measure.how)
        for n, band in enumerate(scale.bands):
            share = percent(shares[n]) if shares else "not counted"
            yield f"| {plain(band.title)} | {shown(band.low)} to {shown(band.high)} | {share} |"

    def _strength(self, strength: Passage) -> str:
        ((item_id, wanted),) = strength.chosen.items()
        item = self._items[item_id]
        return item.line(f"Named after {item.labels(wanted)}.")

    def _unscored(self) -> Iterator[str]:
        items = [
            i
            for i in self._items.values()
            if not i.scored.scales
            and not i.written.strength
            and not (i.written.reflect or i.written.rank)
        ]
        if items:
            yield "### Not scored"
            yield "\n".join(item.line("Adds no points; a passage depends on it.") for item in items)

    def _notes(self) -> Iterator[str]:
        if self.quiz.notes:
            yield "### Added passages"
            yield "\n".join(
                f"- {plain(note.text)} *Shown after {' and '.join(self._conditions(note))}.*"
                for note in self.quiz.notes
            )

    def _conditions(self, note: Passage) -> Iterator[str]:
        for item_id, wanted in note.chosen.items():
            item = self._items[item_id]
            yield f"{item.labels(wanted)} to question {item.scored.number}"
        for scale in self.quiz.scales:
            named = note.bands.get(scale.id, ())
            if named and self.quiz.leading:
                yield condition(scale, named)
            elif named:
                titles = [plain(band.title) for band in scale.bands if band.id in named]
                yield f"{' or '.join(titles)} on {plain(scale.title)}"

    def _covered(self) -> Iterator[str]:
        listed = {idea for item in self._items.values() for idea in item.written.covers}
        if listed:
            yield "### What it covers"
            yield "Ideas of the article, with their number in our list of them:"
            yield "\n".join(
                f"- {idea}: {plain(gist)}" for idea, gist in self.ideas.items() if idea in listed
            )

    def _open_steps(self) -> Iterator[str]:
        if self.validation and self.validation.open:
            steps = (f"{n}. {plain(s.what)} ({s.done})" for n, s in self.validation.open)
            yield (
                f"**Not validated.** A tested measure takes "
                f"{_count(len(self.validation.steps), 'step')} "
                f"({self.works.in_passing(self.validation.source)}). Still to be taken: {'; '.join(steps)}."
            )

    def _on(self, scale: Scale) -> list[ItemNote]:
        return [item for item in self._items.values() if scale.id in item.scored.scales]

    @cached_property
    def _lead(self) -> LeadingNote | None:
        return LeadingNote(self.quiz) if self.quiz.leading else None

    @cached_property
    def _items(self) -> dict[str, ItemNote]:
        written = {item.id: item for block in self.written.blocks for item in block.items}
        return {
            item.id: ItemNote(written[item.id], item, self.works)
            for block in self.quiz.blocks
            for item in block.items
        }


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _day(day: str) -> str:
    read = date.fromisoformat(day)
    return f"{read.day} {read:%B %Y}"
