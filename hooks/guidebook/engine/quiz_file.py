"""A quiz file, all the way from YAML text to a quiz as scored."""

from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from guidebook.engine.kinds import FORMERLY, KINDS
from guidebook.engine.kinds.base import CompiledQuiz, Kind, Quiz
from guidebook.engine.links import Docs
from guidebook.engine.messages import sentences, wording
from guidebook.engine.messages.repair import repaired
from guidebook.engine.problem import Problem, ProblemsFound, nearest
from guidebook.engine.yaml.source import Source, survey


@dataclass(frozen=True)
class QuizFile:
    """A valid quiz: as written, as scored, and where each part stood."""

    written: Quiz
    compiled: CompiledQuiz
    source: Source
    notices: tuple[Problem, ...] = ()
    """What works, and is written in another way now."""


def read_quiz(path: Path, root: Path, docs: Docs) -> QuizFile:
    """Read, check and compile one quiz file. Raises ProblemsFound."""
    source, notices = _today(survey(path, root))
    kind = _kind(source)
    written, problems = _written(kind.model, source)
    quiz: CompiledQuiz | None = None
    if written is not None:
        quiz, found = kind.compile(written, source, path.stem, docs)
        problems += found
    if written is None or quiz is None or problems:
        raise ProblemsFound(problems)
    return QuizFile(written, quiz, source, notices)


def _today(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """The source with the name that its kind has today, and a notice where it had another."""
    if not isinstance(source.data, dict):
        return source, ()
    old = source.data.get("kind")
    if not isinstance(old, str) or old not in FORMERLY:
        return source, ()
    now = FORMERLY[old]
    message = f'"kind: {old}" goes on working; its name is "kind: {now}" now'
    return replace(source, data={**source.data, "kind": now}), (source.problem(("kind",), message),)


def _written(kind: type[Quiz], source: Source) -> tuple[Quiz | None, list[Problem]]:
    """The quiz as written, if only after mending its keys, and what is wrong with it so far."""
    problems = list(source.problems)
    try:
        return kind.model_validate(source.data), problems
    except ValidationError as error:
        problems += wording.problems(error, kind, source)
        data = repaired(source.data, error)
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
