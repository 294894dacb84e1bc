"""A quiz file, all the way from YAML text to a quiz as scored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guidebook.links import Docs
from guidebook.problem import Problem, ProblemsFound, nearest
from guidebook.quiz import compiled, model, sentences, wording
from guidebook.quiz.compile import compile_scales
from guidebook.quiz.lines import LinesQuiz, compile_lines
from guidebook.quiz.log import LogQuiz, compile_log
from guidebook.quiz.mend import mended
from guidebook.quiz.path import PathQuiz, compile_path
from guidebook.quiz.rules import RulesQuiz, compile_rules
from guidebook.quiz.values import ValuesQuiz, compile_values
from guidebook.quiz.week import WeekQuiz, compile_week
from guidebook.source import Source, survey


@dataclass(frozen=True)
class Kind:
    """One kind of quiz: how it is written, and how it is compiled."""

    model: type[model.Quiz]
    compile: Callable[[Any, Source, str, Docs], tuple[compiled.Quiz | None, list[Problem]]]


KINDS = {
    "scales": Kind(model.ScalesQuiz, compile_scales),
    "path": Kind(PathQuiz, compile_path),
    "rules": Kind(RulesQuiz, compile_rules),
    "week": Kind(WeekQuiz, compile_week),
    "lines": Kind(LinesQuiz, compile_lines),
    "values": Kind(ValuesQuiz, compile_values),
    "log": Kind(LogQuiz, compile_log),
}
"""What a file's `kind` may say. Each has a folder of the same name under overrides/widgets."""


@dataclass(frozen=True)
class QuizFile:
    """A sound quiz: as written, as scored, and where each part stood."""

    written: model.Quiz
    compiled: compiled.Quiz
    source: Source


def read_quiz(path: Path, root: Path, docs: Docs) -> QuizFile:
    """Read, check and compile one quiz file. Raises ProblemsFound."""
    source = survey(path, root)
    kind = _kind(source)
    written, problems = _written(kind.model, source)
    quiz: compiled.Quiz | None = None
    if written is not None:
        quiz, found = kind.compile(written, source, path.stem, docs)
        problems += found
    if written is None or quiz is None or problems:
        raise ProblemsFound(problems)
    return QuizFile(written, quiz, source)


def _written(kind: type[model.Quiz], source: Source) -> tuple[model.Quiz | None, list[Problem]]:
    """The quiz as written, if only after mending its keys, and what is wrong with it so far."""
    problems = list(source.problems)
    try:
        return kind.model_validate(source.data), problems
    except ValidationError as error:
        problems += wording.problems(error, kind, source)
        data = mended(source.data, error)
    try:
        return kind.model_validate(data), problems
    except ValidationError:
        return None, problems


def _kind(source: Source) -> Kind:
    data, kinds = source.data, ", ".join(KINDS)
    fault: Problem | None = None
    if data is None:
        fault = source.problem((), f"the file is empty; a quiz begins with `kind:` ({kinds})")
    elif not isinstance(data, dict):
        what = sentences.shape(data)
        fault = source.problem((), f"a quiz is made of keys such as `kind: scales`, not {what}")
    elif "kind" not in data:
        message = f'the key "kind" is missing: what sort of quiz it is ({kinds})'
        fault = source.problem((), message)
        if other := next((key for key in data if key.strip().lower() == "kind"), None):
            message = f'unknown key "{other}"; did you mean "kind"?'
            fault = source.problem((other,), message, key=True)
    elif not isinstance(data["kind"], str) or data["kind"] not in KINDS:
        kind = data["kind"]
        near = nearest(kind, KINDS) if isinstance(kind, str) else f" (known: {kinds})"
        fault = source.problem(("kind",), f'"kind" cannot be {sentences.shape(kind)}{near}')
    else:
        return KINDS[data["kind"]]
    raise ProblemsFound([*source.problems, fault])
