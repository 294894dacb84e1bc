"""From a comparison as written to one as compiled: what no single value of the file can show."""

from collections.abc import Iterator

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.choices import gaps
from guidebook.engine.kinds.comparison.model import ComparisonQuiz, CompiledComparison, Word
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem, nearest
from guidebook.engine.yaml.source import Source, Where


def compile_comparison(
    written: ComparisonQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledComparison | None, list[Problem]]:
    """The words and the card, or None and everything that is wrong with them."""
    check = Check(source, docs)
    check.texts(written)
    _check_words(written.pick.words, check)
    lines = enumerate(written.card.lines)
    check.unique(((line.id, ("card", "lines", n, "id")) for n, line in lines), "line")
    for where, line, gap in _gaps(written):
        for found in gaps(line):
            if found != gap:
                check.say(where, f"nothing fills the gap {{{found}}}{nearest(found, [gap])}")
        if gap not in gaps(line):
            check.say(where, f"what is filled in must stand somewhere; add the gap {{{gap}}}")
    quiz = CompiledComparison(**shared(written, name), written=written)
    return (None if check.problems else quiz), check.problems


def _check_words(words: list[Word], check: Check) -> None:
    def where(n: int, key: str) -> Where:
        return ("pick", "words", n, key)

    check.unique(((word.id, where(n, "id")) for n, word in enumerate(words)), "word")
    first: dict[str, int] = {}
    for n, word in enumerate(words):
        if word.id in CompiledComparison.own:
            message = f'"{word.id}" is kept for a word of the reader\'s own; choose another id'
            check.say(where(n, "id"), message)
        before = first.setdefault(word.label.casefold(), n)
        if before != n:
            line = check.source.place(where(before, "label")).line
            message = f'the word "{word.label}" is there already (in line {line}); keep one'
            check.say(where(n, "label"), message)


def _gaps(written: ComparisonQuiz) -> Iterator[tuple[Where, str, str]]:
    """Every line with a gap: where, what it says, and what fills it."""
    yield ("card", "says"), written.card.says, "values"
    for n, line in enumerate(written.card.lines):
        yield ("card", "lines", n, "says"), line.says, "own"
