"""How a self-assessment finds which category leads, told for whoever wants to check it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from guidebook.book.technical_note.item import plain
from guidebook.engine.kinds.scales.compiled import Scale, ScalesQuiz
from guidebook.engine.kinds.scales.lead_runs import lead_spread, run_with
from guidebook.engine.kinds.scales.leading import LEADING

RESULT = (
    "**The result.** It names the part that has the most points, and tells the share of each in all points. Parts that "
    "have the same share the lead, and the text of each is shown. If all have 0, or too few questions of a part were "
    "answered, none leads. Shares are whole percents by largest remainder. Equal points have equal shares, even where "
    "these do not add up to 100 then."
)


class LeadingNote:
    """What a technical note says of a quiz in which one scale leads."""

    def __init__(self, quiz: ScalesQuiz) -> None:
        self.quiz = quiz
        self._spread = lead_spread(quiz)

    def paragraphs(self) -> Iterator[str]:
        """Markdown: how the result is found, and how often none leads."""
        yield RESULT
        runs = [run_with(self.quiz, scale.id) for scale in self.quiz.scales]
        if all(run.answers for run in runs):
            yield "For each part the build has found answers with which it leads alone."
        else:
            yield "For some part no answers were found with which it leads alone, and not all could be tried."
        if self._spread:
            yield f"By chance, no part leads alone in {percent(self._spread[1])} of all runs."

    def row(self, scale: Scale) -> str:
        """Of a table: what a scale may have, and how often it leads by chance."""
        shown, n = scale.measure.shown, self.quiz.scales.index(scale)
        share = percent(self._spread[0][n]) if self._spread else "not counted"
        return f"| leads alone | {shown(scale.lowest)} to {shown(scale.highest)} | {share} |"


def condition(scale: Scale, readings: Sequence[str]) -> str:
    """When a note on a category is shown."""
    says = ("leads" if reading == LEADING else "does not lead" for reading in readings)
    return f"{plain(scale.title)} {' or '.join(says)}"


def percent(share: Fraction) -> str:
    """With one decimal."""
    return f"{float(100 * share):.1f} %"
