"""The same work for every tool: pages of ten questions with four answers and an explanation each.

Every word is made here. The plain page holds the same words as Markdown, so what a tool adds to it in
time and bytes is the tool's own.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

WHO = (
    *("a close friend", "a new colleague", "your manager", "a neighbour", "a stranger on a train"),
    *("your sister", "a group chat", "a recruiter", "an old teacher", "a client"),
)
DEED = (
    *("tell the whole story of last night", "answer a question that nobody asked"),
    *("share what another person told you", "talk about money in detail"),
    *("go on after the other has looked away", "post a picture of someone else"),
    *("describe your day at length over lunch", "explain a decision before saying hello"),
    *("give your opinion on a quarrel", "send a long voice message at midnight"),
)
ANSWERS = (
    "It is fine at any time and with anybody",
    "It depends on how close you are and on the place",
    "It is better kept for another day",
    "It only matters when somebody complains about it",
)
WHY = (
    "Closeness, place and timing decide together whether a story is welcome.",
    "Asking first whether there is a minute gives the other person a choice.",
    "What is shared cannot be taken back, so a pause costs little and saves a lot.",
)
INTRO = "Ten short cases about sharing. Read each one and choose."
BANDS = (
    ("Steady", "Your answers suggest that you look at the place before you tell a story."),
    ("Worth a look", "Your answers suggest that some stories leave before you have looked."),
)
RIGHT = ANSWERS[1]


@dataclass(frozen=True)
class Question:
    """One of a page's."""

    stem: str
    answers: tuple[str, ...]
    why: str


def questions(page: int, number: int = 10) -> list[Question]:
    """The questions of one page; no two pages have the same."""
    order = random.Random(1000 + page)  # noqa: S311 (the same on every machine)
    return [
        Question(
            f"Case {page}.{n + 1}: you are with {WHO[(n + page) % 10]} and you want to "
            f"{DEED[(n * 3 + page) % 10]}. Which fits best?",
            tuple(order.sample(ANSWERS, 4)),
            WHY[(n + page) % 3],
        )
        for n in range(number)
    ]


def _head(page: int) -> str:
    return f"# Self-check {page}\n\n{INTRO}\n\n"


def _foot() -> str:
    return "".join(f"**{title}**\n\n{text}\n\n" for title, text in BANDS)


def plain(page: int, asked: list[Question]) -> str:
    """The words alone."""
    return _head(page) + "".join(map(_plain, asked)) + _foot()


def _plain(q: Question) -> str:
    return f"{q.stem}\n\n" + "".join(f"- {a}\n" for a in q.answers) + f"\n{q.why}\n\n"


def guidebook(page: int, _: list[Question]) -> str:
    """A page of this book; the questions are in a file of their own, see `quiz`."""
    return f"# Self-check {page}\n\n/// quiz | check-{page}\n///\n"


def quiz(page: int, asked: list[Question]) -> str:
    """A self-assessment as this book has them."""
    return "".join(_quiz(page, asked))


def _quiz(page: int, asked: list[Question]) -> Iterator[str]:
    half = len(asked) * 3 // 2
    yield f"kind: scales\ntitle: Self-check {page}\nsummary: Ten short cases about sharing.\nintro: {INTRO}\n"
    yield "scales:\n  place:\n    title: Place and time\n    bands:\n"
    for start, (title, text) in zip((0, half), BANDS, strict=True):
        name = title.split()[0].lower()
        yield f"      - {{from: {start}, id: {name}, title: {title}, text: {text}}}\n"
    yield "blocks:\n  - title: Cases\n    items:\n"
    for n, q in enumerate(asked, 1):
        yield f"      - id: case-{n}\n        stem: {json.dumps(q.stem)}\n        scale: place\n"
        yield f"        why: {json.dumps(q.why)}\n        responses:\n"
        for answer in q.answers:
            points = ANSWERS.index(answer)
            yield f"          - {{id: a{points}, label: {answer}, points: {points}}}\n"


def mkdocs_quiz(page: int, asked: list[Question]) -> str:
    """For mkdocs-quiz."""
    body = "".join(f"<quiz>\n{q.stem}\n{_marked(q)}\n{q.why}\n</quiz>\n\n" for q in asked)
    return (
        _head(page)
        + "<!-- mkdocs-quiz intro -->\n\n"
        + body
        + "<!-- mkdocs-quiz results -->\n\n"
        + _foot()
    )


def superquiz(page: int, asked: list[Question]) -> str:
    """For mkdocs-superquiz, whose questions have no explanation: that stands below each."""

    def one(n: int, q: Question) -> str:
        answers = "".join(f"      - {f'[{a}]' if a == RIGHT else a}\n" for a in q.answers)
        return f'!!! scquiz "Case {n}"\n    {q.stem}\n\n    answers:\n{answers}\n{q.why}\n\n'

    return _head(page) + "".join(one(n, q) for n, q in enumerate(asked, 1)) + _foot()


def mcq(page: int, asked: list[Question]) -> str:
    """For mkdocs-mcq."""

    def one(q: Question) -> str:
        answers = _marked(q).replace(RIGHT, f"{RIGHT}\n  > {q.why}")
        return f"```mcq\n---\ntype: single\nquestion: {json.dumps(q.stem)}\n---\n\n{answers}```\n\n"

    return _head(page) + "".join(map(one, asked)) + _foot()


def _marked(q: Question) -> str:
    return "".join(f"- [{'x' if a == RIGHT else ' '}] {a}\n" for a in q.answers)
