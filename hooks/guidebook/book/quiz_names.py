"""What the items of quizzes name from elsewhere in the book: ideas and works."""

from collections.abc import Collection, Iterable, Iterator

from guidebook.book.bibliography import EXPERIENCE, Bibliography
from guidebook.engine.kinds.check import walk
from guidebook.engine.problem import Problem, nearest
from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.yaml.source import Where


def named(quizzes: Iterable[QuizFile], key: str) -> Iterator[tuple[QuizFile, Where, str]]:
    """What the items of all quizzes list under a key, and where."""
    for quiz in quizzes:
        for where, part in walk(quiz.written):
            for n, name in enumerate(getattr(part, key, ())):
                yield quiz, (*where, key, n), name


def faults(
    quizzes: Collection[QuizFile], ideas: Collection[str], works: Bibliography
) -> Iterator[Problem]:
    """A problem for each name that is not known. Without `ideas` every id is taken."""
    for quiz, where, idea in named(quizzes, "covers"):
        if ideas and idea not in ideas:
            message = f'no idea of the article has the id "{idea}"{nearest(idea, ideas)}'
            yield quiz.source.problem(where, message)
    for quiz, where, key in named(quizzes, "evidence"):
        if key != EXPERIENCE and (fault := works.fault(key)):
            yield quiz.source.problem(where, fault)
