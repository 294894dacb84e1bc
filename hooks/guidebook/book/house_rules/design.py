"""The agreed make of a self-assessment: its parts, and how many of each."""

from collections.abc import Callable, Iterator

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.base import Quiz
from guidebook.engine.kinds.check import walk
from guidebook.engine.kinds.scales import model
from guidebook.engine.kinds.table.model import Item as TableItem
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import QuizFile

SCALES = (3, 4)
PRESSURE = 4
"""Items that count on each scale: with four, even thirds of the range come out most evenly."""
PROTECTION = (0.20, 0.35)
"""The share of strengths among the items that belong to a scale or name a strength."""
ANSWERS = (
    ("never", "Never", 0),
    ("rarely", "Rarely", 1),
    ("sometimes", "Sometimes", 2),
    ("often", "Often", 3),
    ("always", "Very often", 4),
)
RARE = (("none", "Not at all", 0), ("once", "Once", 2), ("more", "More than once", 4))
"""For what happens rarely: nobody could say how often."""
SKIP = "Not sure, or does not apply"
BANDS = ((0, "steady"), (6, "look"), (11, "weighing"))
"""Even thirds of 0 to 16, as /about/limits.md tells readers."""
INTRO = {
    "our minutes": "how long it takes",
    "stop at any time": "that one may stop",
    "a mirror, not a test": "what it is not",
    "nothing is sent": "what becomes of the answers",
    "](/help.md)": "where help is",
}
"""Words that must stand before the first question, and what they tell."""


def items(quiz: model.ScalesQuiz) -> list[model.Item]:
    """Every item, in order."""
    return [item for block in quiz.blocks for item in block.items]


def parts(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """B02: three or four scales, four items each, and enough that helps."""
    if len(quiz.scales) not in SCALES:
        message = f"{len(quiz.scales)} scales; a self-assessment has {SCALES[0]} or {SCALES[1]}"
        yield file.source.problem(("scales",), message)
    for name in quiz.scales:
        counted = [item for item in items(quiz) if name in item.scale]
        if len(counted) != PRESSURE:
            message = f'{len(counted)} items count on "{name}"; give it {PRESSURE}'
            yield file.source.problem(("scales", name), message, key=True)
        if not any(item.strength == name for item in items(quiz)):
            message = f'no item names a strength for "{name}"; add one to "What already helps"'
            yield file.source.problem(("scales", name), message, key=True)
    strengths = [item for item in items(quiz) if item.strength]
    share = len(strengths) / max(1, sum(bool(i.scale or i.strength) for i in items(quiz)))
    if not PROTECTION[0] <= share <= PROTECTION[1]:
        low, high = (f"{100 * bound:.0f}" for bound in PROTECTION)
        message = f"{100 * share:.0f} % of the items ask what helps; make it {low} to {high} %"
        yield file.source.problem(("blocks",), message)


def answers(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """B03: every item on one scale at most, the five answers or those for a rare event, and a way to skip."""
    given = tuple((r.id, r.label, r.points) for r in quiz.responses or ())
    if given != ANSWERS:
        message = (
            f"all self-assessments share five answers: {', '.join(a[1] for a in ANSWERS)} (0 to 4)"
        )
        yield file.source.problem(("responses",), message)
    if quiz.skip != SKIP:
        yield file.source.problem(("skip",), f'write "skip: {SKIP}", as in all of them')
    for where, item in walk(quiz):
        if not isinstance(item, model.Item):
            continue
        if len(item.scale) > 1:
            message = "counts on several scales; ask about one thing"
            yield file.source.problem((*where, "scale"), message)
        own = tuple((r.id, r.label, r.points) for r in item.responses or ())
        if own not in ((), RARE) or item.reverse or item.weight != 1:
            rare = ", ".join(f"{label} ({points})" for _, label, points in RARE)
            message = f"has answers, a direction or a weight of its own; keep to those of all, or for what happens rarely to {rare}"
            yield file.source.problem(where, message)


def bands(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """B08: three bands, at even thirds."""
    for name, scale in quiz.scales.items():
        if tuple((band.from_, band.id) for band in scale.bands) != BANDS:
            wanted = ", ".join(f"{band} from {start}" for start, band in BANDS)
            yield file.source.problem(("scales", name, "bands"), f"the bands are: {wanted}")
        if scale.min_answered != PRESSURE - 1:
            message = f'write "min_answered: {PRESSURE - 1}"; with fewer there is too little to say'
            yield file.source.problem(("scales", name), message, key=True)


def steps(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """Each reading ends with one step, offered and small, and opens a tool for it."""
    for name, scale in quiz.scales.items():
        for n, band in enumerate(scale.bands):
            where = ("scales", name, "bands", n)
            if band.step is None:
                yield file.source.problem(where, f'"{band.id}" has no step; add one small one')
            elif band.step.count(". ") > 1:
                message = "offer one small step, in a sentence or two"
                yield file.source.problem((*where, "step"), message)
            elif band.tool is None:
                message = f'"{band.id}" opens no tool; add "tool:", the page that helps to take it'
                yield file.source.problem(where, message)
        if scale.passage is None:
            message = 'add "passage:", the tip of the chapter to read on in'
            yield file.source.problem(("scales", name), message, key=True)


def grounds(file: QuizFile, quiz: Quiz) -> Iterator[Problem]:
    """B15: each item says why it is asked, what of the article it stands for and what it rests on."""
    for where, item in walk(quiz):
        if isinstance(item, model.Item | TableItem):
            for key in ("why", "covers", "evidence"):
                if not getattr(item, key):
                    yield file.source.problem(where, f'"{item.id}" lacks "{key}"; add it')


def intro(file: QuizFile, quiz: model.ScalesQuiz) -> Iterator[Problem]:
    """What a reader knows before the first question."""
    for words, what in INTRO.items():
        if words not in (quiz.intro or ""):
            message = f'"intro" must tell {what}, in the words "{words}"'
            yield file.source.problem(("intro",), message)


ByAuthor = Callable[[QuizFile, model.ScalesQuiz], Iterator[Problem]]


def _of_each(check: ByAuthor) -> Callable[[House], Iterator[Problem]]:
    return lambda house: (
        p for file, quiz, _ in house.self_assessments() for p in check(file, quiz)
    )


def _grounds(house: House) -> Iterator[Problem]:
    for file in house.ours():
        yield from grounds(file, file.written)


RULES = (
    Rule(
        id="parts",
        says=f"A self-assessment has {SCALES[0]} or {SCALES[1]} scales of {PRESSURE} items, and asks for each what already helps.",
        reason="With four items even thirds come out most evenly, and a quiz of faults alone is unkind.",
        cure="Give each scale four items and one or two with strength:.",
        scope="the self-assessments of this book",
        check=_of_each(parts),
    ),
    Rule(
        id="answers",
        says=f"All self-assessments share five answers, from {ANSWERS[0][1]} to {ANSWERS[-1][1]}, and “{SKIP}”; an item about what happens rarely has {', '.join(label for _, label, _ in RARE)}.",
        reason="Whoever has taken one can take them all, and no answer weighs more in one than in another.",
        cure="Copy responses: and skip: from another of them; for rare events, from Am I oversharing?",
        scope="the self-assessments of this book",
        check=_of_each(answers),
    ),
    Rule(
        id="bands",
        says="A scale has three bands, at even thirds, and needs three answers.",
        reason="The page on limits tells readers that the lines are ours, and even.",
        cure="Start the bands at 0, 6 and 11, and write min_answered: 3.",
        scope="the self-assessments of this book",
        check=_of_each(bands),
    ),
    Rule(
        id="one step",
        says="Each reading ends with one small step that is offered, and opens a tool for it.",
        reason="Being asked changes little; a plan does more.",
        cure="Write step:, in a sentence or two, and tool:, and passage: for the scale. The page says that it is offered.",
        scope="the self-assessments of this book",
        check=_of_each(steps),
    ),
    Rule(
        id="introduction",
        says="Before the first question a reader knows how long it takes, that one may stop, what it is not, where answers go and where help is.",
        reason="Nobody should find that out halfway.",
        cure="Write the words that the message names into intro:.",
        scope="the self-assessments of this book",
        check=_of_each(intro),
    ),
    Rule(
        id="grounds",
        says="Each item says why it is asked, what of the article it stands for, and what it rests on.",
        reason="The technical note shows it, so that anybody can judge the quiz.",
        cure="Add why:, covers: and evidence: to the item.",
        scope="the quizzes and tools of this book",
        check=_grounds,
    ),
)
