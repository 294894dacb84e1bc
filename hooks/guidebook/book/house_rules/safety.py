"""What a self-assessment owes its readers: safety first where cruelty is asked about, and a published note."""

from collections.abc import Callable, Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.scales import model
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile

NOTES = "docs/about/technical-notes.md"
"""The page that publishes how they are made."""

ByAuthor = Callable[[QuizFile, model.ScalesQuiz], Iterator[Problem]]


def safety(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """A question of safety first, whose every answer but "no" leads to help."""
    options = quiz.gate.options if quiz.gate else []
    stay = {option.id for option in options if not option.go}
    if stay != {"no"} or {option.go for option in options if option.go} != {"/help.md"}:
        where = ("gate",) if quiz.gate else ()
        message = 'begin with "gate": a question of safety, where only "no" goes on and all else goes to /help.md'
        yield file.source.problem(where, message)


def blameless(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """The heaviest reading of cruelty first says whose fault it is not."""
    for name, scale in quiz.scales.items():
        n, text = len(scale.bands) - 1, scale.bands[-1].text if scale.bands else scale.text or ""
        if not any(w in text.split(".")[0] for w in ("your fault", "nothing to earn")):
            message = 'begin with the sense of "this is not your fault"'
            yield file.source.problem(
                ("scales", name, *(("bands", n) if scale.bands else ()), "text"), message
            )


def _of_safety(check: ByAuthor) -> Callable[[House], Iterator[Problem]]:
    return lambda house: (
        p
        for file, quiz, scored in house.scored()
        if scored.name in house.settings.scope.safety_first
        for p in check(file, quiz)
    )


def _notes(house: House) -> Iterator[Problem]:
    """Every self-assessment has its published technical note."""
    notes = house.page(NOTES)
    for _, written, quiz in house.self_assessments() if notes else ():
        assert notes
        if f"/// technical-note | {quiz.name}\n" not in notes.body:
            message = f'add "## {written.title}", and below it /// technical-note | {quiz.name}'
            yield notes.problem(len(notes.text.rstrip()), message)


RULES = (
    Rule(
        id="technical note",
        says="Each self-assessment has a technical note, on the page for them.",
        reason="Anybody may see how it is made, and what it rests on.",
        cure="Add the heading and the block that the message names.",
        scope="the self-assessments of this book",
        check=_notes,
    ),
    Rule(
        id="safety first",
        says="The self-assessment about cruelty asks about safety before anything else.",
        reason="Somebody who is threatened needs help, and no score.",
        cure="Keep its gate: only “no” goes on.",
        scope="the self-assessments of this book",
        check=_of_safety(safety),
    ),
    Rule(
        id="no fault of theirs",
        says="The heaviest reading of cruelty first says whose fault it is not.",
        reason="People who are hurt look for the fault in themselves.",
        cure="Begin the text with the sense of “this is not your fault”.",
        scope="the self-assessments of this book",
        check=_of_safety(blameless),
    ),
)
