"""How a self-assessment is made, told from its file: Markdown for whoever wants to check it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from guidebook import text
from guidebook.bibliography import EXPERIENCE, Bibliography
from guidebook.quiz import compiled, model
from guidebook.quiz.compiled import Answer, Item, Passage, Scale
from guidebook.quiz.spread import spread
from guidebook.validation import Validation

CHANCE = (
    "The last column of each table is a sanity check and no sign of validity: how often a reading "
    "would come up if every question were answered, and each answer were as likely as any other."
)


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
            *self._open_steps(),
            *self._answers(),
            *self._gate(),
            CHANCE,
            *(part for scale in self.quiz.scales for part in self._scale(scale)),
            *self._unscored(),
            *self._notes(),
            *self._covered(),
        ]
        return "\n\n".join(parts)

    def _size(self) -> str:
        scored = sum(bool(item.scales) for item in self._items.values())
        period = f" about {_plain(self.written.period)}" if self.written.period else ""
        read = (
            f" Last read through on {_day(self.written.reviewed)}." if self.written.reviewed else ""
        )
        return f"{len(self._items)} questions{period}; {scored} of them are scored.{read}"

    def _answers(self) -> Iterator[str]:
        if self.written.responses:
            points = ", ".join(f"{_plain(r.label)} {r.points}" for r in self.written.responses)
            yield f"**Answers and points.** {points}."
        if self.quiz.skip:
            yield f'"{_plain(self.quiz.skip)}" is left out of every score, and is never a zero.'

    def _gate(self) -> Iterator[str]:
        if self.quiz.gate:
            stem = _plain(self.quiz.gate[0])
            yield f"**Asked first.** {stem} It scores nothing, and some answers lead to another page."

    def _scale(self, scale: Scale) -> Iterator[str]:
        items = [item for item in self._items.values() if scale.id in item.scales]
        keys = {item.id: _key(self._written[item.id], item) for item in items}
        shared = " ".join({*keys.values()}) if len({*keys.values()}) == 1 else ""
        yield f"### {_plain(scale.title)}"
        yield (
            f"{_count(len(items), 'question')}, {scale.lowest} to {scale.highest} points; at least "
            f"{scale.least} must be answered. {shared and f'In each: {shared}'}"
        ).rstrip()
        yield "\n".join(
            ["| Reading | Points | By chance |", "| --- | --- | --- |", *self._bands(scale)]
        )
        yield "\n".join(self._line(item, "" if shared else keys[item.id]) for item in items)
        if scale.strengths:
            yield "These score nothing, and name a strength:"
            yield "\n".join(map(self._strength, scale.strengths))

    def _bands(self, scale: Scale) -> Iterator[str]:
        items = [item for item in self._items.values() if scale.id in item.scales]
        points = [[answer.points or 0 for answer in item.answers] for item in items]
        shares = spread(points, [band.low for band in scale.bands])
        for n, band in enumerate(scale.bands):
            share = f"{float(100 * shares[n]):.1f} %" if shares else "not counted"
            yield f"| {_plain(band.title)} | {band.low} to {band.high} | {share} |"

    def _strength(self, strength: Passage) -> str:
        ((item_id, wanted),) = strength.chosen.items()
        item = self._items[item_id]
        return self._line(item, f"Named after {_labels(item, wanted)}.")

    def _unscored(self) -> Iterator[str]:
        items = [
            item
            for item in self._items.values()
            if not item.scales and not self._written[item.id].strength
        ]
        if items:
            yield "### Not scored"
            yield "\n".join(
                self._line(item, "Adds no points; a passage depends on it.") for item in items
            )

    def _notes(self) -> Iterator[str]:
        if self.quiz.notes:
            yield "### Added passages"
            yield "\n".join(
                f"- {_plain(note.text)} *Shown after {' and '.join(self._conditions(note))}.*"
                for note in self.quiz.notes
            )

    def _conditions(self, note: Passage) -> Iterator[str]:
        for item_id, wanted in note.chosen.items():
            item = self._items[item_id]
            yield f"{_labels(item, wanted)} to question {item.number}"
        for scale in self.quiz.scales:
            if named := note.bands.get(scale.id):
                bands = " or ".join(_plain(band.title) for band in scale.bands if band.id in named)
                yield f"{bands} on {_plain(scale.title)}"

    def _covered(self) -> Iterator[str]:
        listed = {idea for item in self._written.values() for idea in item.covers}
        if listed:
            yield "### What it covers"
            yield "Ideas of the article, with their number in our list of them:"
            yield "\n".join(
                f"- {idea}: {_plain(gist)}" for idea, gist in self.ideas.items() if idea in listed
            )

    def _open_steps(self) -> Iterator[str]:
        if self.validation and self.validation.open:
            steps = (f"{n}. {_plain(s.what)} ({s.done})" for n, s in self.validation.open)
            yield (
                f"**Not validated.** A tested measure takes "
                f"{_count(len(self.validation.steps), 'step')} "
                f"({self._source(self.validation.source)}). Still to be taken: {'; '.join(steps)}."
            )

    def _line(self, item: Item, key: str) -> str:
        written = self._written[item.id]
        parts = [f"- **{item.number}. {_plain(item.stem)}**", key and f"*{key}*"]
        parts.append(_plain(item.why or ""))
        if written.covers:
            parts.append(f"Covers {', '.join(written.covers)}.")
        if written.evidence:
            parts.append(f"Rests on {', '.join(map(self._source, written.evidence))}.")
        return " ".join(filter(None, parts))

    def _source(self, key: str) -> str:
        work = self.works.works.get(key)
        if key == EXPERIENCE or work is None:
            return "the contributors' experience" if key == EXPERIENCE else key
        name = f"{work.authors} {work.year}"
        return f"[{name}]({work.address})" if work.address else name

    @property
    def _items(self) -> dict[str, Item]:
        return {item.id: item for block in self.quiz.blocks for item in block.items}

    @property
    def _written(self) -> dict[str, model.Item]:
        return {item.id: item for block in self.written.blocks for item in block.items}


def _key(written: model.Item, item: Item) -> str:
    """How an item counts: which way, and how often."""
    own = f" Answers of its own: {_own(item.answers)}." if written.responses else ""
    times = "counts once" if item.weight == 1 else f"counts {item.weight} times"
    return f"{_direction(item.answers)}; {times}.{own}"


def _direction(answers: Sequence[Answer]) -> str:
    points = [answer.points or 0 for answer in answers]
    if points == sorted(points):
        return "later answers bring more points"
    if points == sorted(points, reverse=True):
        return "later answers bring fewer points"
    return "the points follow no order"


def _own(answers: Sequence[Answer]) -> str:
    return ", ".join(f"{_plain(answer.label)} {answer.points}" for answer in answers)


def _labels(item: Item, wanted: Sequence[str]) -> str:
    return " or ".join(f'"{_plain(a.label)}"' for a in item.answers if a.id in wanted)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _day(day: str) -> str:
    read = date.fromisoformat(day)
    return f"{read.day} {read:%B %Y}"


def _plain(words: str) -> str:
    return text.inline(words).markdown
