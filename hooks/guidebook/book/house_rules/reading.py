"""How hard a page or a quiz is to read, and what stands before its questions."""

from collections.abc import Iterator

from guidebook.book import front_matter
from guidebook.book.house_rules import said
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.readability import grade, hardest
from guidebook.book.house_rules.rule import Rule
from guidebook.book.house_rules.said import EXAMPLES, Page
from guidebook.engine.problem import Problem

HARDEST = 8
"""Years of school: what a tired reader should not need more than."""
TELLING = 100
"""Words below which a grade says little."""


def of_page(page: Page, sort: str = "the page") -> Iterator[Problem]:
    """A page that is too hard, at the passage that is hardest."""
    if len(page.sentences.split()) >= TELLING and (level := grade(page.sentences)) > HARDEST:
        passage = hardest(page.sentences)
        at = max(0, page.text.find(passage[:40].splitlines()[0]))
        message = (
            f"{sort} asks for {level:.1f} years of school; shorten words and sentences until it is "
            f'{HARDEST}, first of all here: "{passage[:60]}…"'
        )
        yield page.problem(at, message)


def _pages(house: House) -> Iterator[Problem]:
    for page in house.pages:
        yield from of_page(page.without_examples)


def _examples(house: House) -> Iterator[Problem]:
    for page in house.pages:
        if EXAMPLES.search(page.body):
            yield from of_page(page.examples, "the examples ask together as one text that")


def _quizzes(house: House) -> Iterator[Problem]:
    for quiz in house.quizzes():
        texts = [*said.of_quiz(quiz)]
        whole = "\n\n".join(each.text for each in texts)
        if len(whole.split()) >= TELLING and (level := grade(whole)) > HARDEST:
            message = f"the quiz asks for {level:.1f} years of school; shorten words and sentences until it is {HARDEST}"
            yield quiz.source.problem((), message)
        for each in texts:
            if len(each.text.split()) >= TELLING and (level := grade(each.text)) > HARDEST:
                message = f"this text asks for {level:.1f} years of school; shorten words and sentences until it is {HARDEST}"
                yield each.problem(0, message)


def _help_before_questions(house: House) -> Iterator[Problem]:
    for page in house.pages_in_every_language:
        at = page.body.find("/// quiz |")
        if at >= 0 and "](/help.md" not in page.body[:at] + _introduction(house, page.body[at:]):
            message = "link to [help](/help.md) above the questions, or in the intro of the quiz"
            yield page.problem(at, message)


def _introduction(house: House, block: str) -> str:
    """What the quiz of a block says before its questions."""
    quiz = house.book.quizzes.get(block.partition("|")[2].split("\n")[0].strip())
    return quiz.written.intro or "" if quiz else ""


_CURE = "Cut a sentence in two, or take a shorter word; the message names the hardest passage."


def _heads(house: House) -> Iterator[Problem]:
    """What every page says of itself. That a key has its shape, the format asks already."""
    told = {*house.book.problems}
    for page in house.pages_in_every_language:
        yield from (p for p in front_matter.faults(page.path, page.text) if p not in told)


RULES = (
    Rule(
        id="front matter",
        says="Between the --- lines at the top a page says what it is in one sentence, and when a person last read it through.",
        reason="Search engines and previews show the sentence, and readers see the day.",
        cure="Write description: with 50 to 160 characters, and reviewed: with the day.",
        scope="every page",
        check=_heads,
    ),
    Rule(
        id="easy to read",
        says=f"A page asks for no more than {HARDEST} years of school, by the Flesch–Kincaid grade; its examples do not count.",
        reason="Readers come tired, hurt, or with English as their third language.",
        cure=_CURE,
        scope="every page",
        check=_pages,
    ),
    Rule(
        id="easy examples",
        says=f"Examples ask for no more than {HARDEST} years of school either.",
        reason="They are read by the same people; but a story may keep its teller's voice.",
        cure=_CURE,
        scope="every page",
        severity="advice",
        check=_examples,
    ),
    Rule(
        id="easy questions",
        says=f"A quiz, and each long text in it, asks for no more than {HARDEST} years of school.",
        reason="A question that has to be read twice gets a different answer the second time.",
        cure=_CURE,
        scope="the quizzes and tools of this book",
        elsewhere="advice",
        check=_quizzes,
    ),
    Rule(
        id="help before questions",
        says="A page with a quiz or a tool links to help before the first question.",
        reason="Questions can bring up what hurts.",
        cure="Write [help](/help.md) into a sentence above the quiz, or into its intro.",
        scope="every page",
        check=_help_before_questions,
    ),
)
