"""The book as the rules look at it: read once, in pieces."""

from collections.abc import Iterator
from functools import cache

from guidebook.book import Book
from guidebook.quiz import compiled, model
from guidebook.quiz.check import walk
from guidebook.quiz.path import PathQuiz, Step
from guidebook.quiz.read import QuizFile
from guidebook.quiz.rules import Item as Question
from guidebook.quiz.rules import RulesQuiz
from tests.editorial import said
from tests.editorial.said import Page, Said
from tests.project import REPOSITORY


@cache
def book() -> Book:
    return Book(REPOSITORY)


@cache
def pages() -> tuple[Page, ...]:
    """Those in English, which the rules of prose are about."""
    return tuple(
        said.page(REPOSITORY / page.path) for page in book().pages if page.language is None
    )


@cache
def pages_in_every_language() -> tuple[Page, ...]:
    return tuple(said.page(REPOSITORY / page.path) for page in book().pages)


def page(path: str) -> Page:
    return next(page for page in pages() if page.path == path)


def quizzes() -> list[QuizFile]:
    """Those in English. What the others share with them, tests/test_languages.py looks at."""
    return [quiz for quiz in quizzes_in_every_language() if quiz.written.language is None]


def quizzes_in_every_language() -> list[QuizFile]:
    return list(book().quizzes.values())


def of_pages() -> Iterator[Said]:
    """What the pages say, to readers and to search engines."""
    for each in pages():
        yield each.prose
        yield each.description


def of_quizzes() -> Iterator[Said]:
    """What the quizzes say, and what their widgets say by themselves."""
    for quiz in quizzes():
        yield from said.of_quiz(quiz)
    yield from said.of_yaml(REPOSITORY / "overrides/widgets/locales/en.yml")


def of_front() -> Iterator[Said]:
    """What whoever opens the project's folder reads first."""
    for path in sorted(REPOSITORY.glob("*.md")):
        yield said.page(path).prose


def of_site() -> Iterator[Said]:
    """What the settings say of the site."""
    for key in ("site_name", "site_description", "copyright"):
        for each in said.lines(REPOSITORY / "mkdocs.yml"):
            if each.text.startswith(f"{key}:"):
                yield each


def everything() -> Iterator[Said]:
    yield from of_pages()
    yield from of_quizzes()
    yield from of_front()
    yield from of_site()


def stems() -> Iterator[Said]:
    """Every item of every self-assessment, at its place."""
    yield from _stems(model.Item)


def questions() -> Iterator[Said]:
    """Every question of every table and decision tree, at its place."""
    yield from _stems(Question, Step)


def _stems(*kinds: type[model.Item | Question | Step]) -> Iterator[Said]:
    for quiz in quizzes():
        for where, part in walk(quiz.written):
            if isinstance(part, kinds):
                yield Said(quiz.source.path, part.stem, quiz.source.place((*where, "stem")))


def scored() -> list[tuple[QuizFile, model.ScalesQuiz, compiled.ScalesQuiz]]:
    """The quizzes with scales: the file, as written, as scored."""
    return [
        (quiz, quiz.written, quiz.compiled)
        for quiz in quizzes()
        if isinstance(quiz.written, model.ScalesQuiz)
        and isinstance(quiz.compiled, compiled.ScalesQuiz)
    ]


def with_outcomes() -> list[QuizFile]:
    """The tables and decision trees."""
    return [quiz for quiz in quizzes() if isinstance(quiz.written, RulesQuiz | PathQuiz)]
