"""A quiz file, all the way from YAML text to a quiz as scored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from guidebook.links import Docs
from guidebook.problem import Problem, ProblemsFound, nearest
from guidebook.quiz import compiled, model, wording
from guidebook.quiz.compile import compile_scales
from guidebook.quiz.path import PathQuiz, compile_path
from guidebook.quiz.rules import RulesQuiz, compile_rules
from guidebook.source import Source, read


@dataclass(frozen=True)
class Kind:
    """One kind of quiz: how it is written, and how it is compiled."""

    model: type[model.Quiz]
    compile: Callable[[Any, Source, str, Docs], tuple[compiled.Quiz | None, list[Problem]]]


KINDS = {
    "scales": Kind(model.ScalesQuiz, compile_scales),
    "path": Kind(PathQuiz, compile_path),
    "rules": Kind(RulesQuiz, compile_rules),
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
    source = read(path, root)
    kind = _kind(source)
    try:
        written = kind.model.model_validate(source.data)
    except ValidationError as error:
        raise ProblemsFound(wording.problems(error, kind.model, source)) from None
    quiz, problems = kind.compile(written, source, path.stem, docs)
    if quiz is None:
        raise ProblemsFound(problems)
    return QuizFile(written, quiz, source)


def _kind(source: Source) -> Kind:
    data, kinds = source.data, ", ".join(KINDS)
    fault: Problem | None = None
    if data is None:
        fault = source.problem((), f"the file is empty; a quiz begins with `kind:` ({kinds})")
    elif not isinstance(data, dict):
        what = wording.shape(data)
        fault = source.problem((), f"a quiz is made of keys such as `kind: scales`, not {what}")
    elif "kind" not in data:
        fault = source.problem((), f'the key "kind" is missing: what sort of quiz it is ({kinds})')
    elif not isinstance(data["kind"], str) or data["kind"] not in KINDS:
        kind = data["kind"]
        near = nearest(kind, KINDS) if isinstance(kind, str) else f" (known: {kinds})"
        fault = source.problem(("kind",), f"there is no kind {wording.shape(kind)}{near}")
    else:
        return KINDS[data["kind"]]
    raise ProblemsFound([fault])
