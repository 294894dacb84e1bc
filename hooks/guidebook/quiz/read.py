"""A quiz file, all the way from YAML text to a quiz as scored."""

from pathlib import Path

from pydantic import ValidationError

from guidebook.links import Docs
from guidebook.problem import Problem, ProblemsFound, nearest
from guidebook.quiz import wording
from guidebook.quiz.compile import compile_scales
from guidebook.quiz.compiled import ScalesQuiz
from guidebook.quiz.model import ScalesQuiz as WrittenScales
from guidebook.source import Source, read

KINDS = {"scales": WrittenScales}
"""What a file's `kind` may say."""


def read_quiz(path: Path, root: Path, docs: Docs) -> tuple[ScalesQuiz, WrittenScales, Source]:
    """Read, check and compile one quiz file. Raises ProblemsFound."""
    source = read(path, root)
    model = _model(source)
    try:
        written = model.model_validate(source.data)
    except ValidationError as error:
        raise ProblemsFound(wording.problems(error, model, source)) from None
    quiz, problems = compile_scales(written, source, path.stem, docs)
    if quiz is None:
        raise ProblemsFound(problems)
    return quiz, written, source


def _model(source: Source) -> type[WrittenScales]:
    data, kinds = source.data, ", ".join(KINDS)
    fault: Problem | None = None
    if data is None:
        fault = source.problem((), f"the file is empty; a quiz begins with `kind:` ({kinds})")
    elif not isinstance(data, dict):
        what = wording.shape(data)
        fault = source.problem((), f"a quiz is made of keys such as `kind: scales`, not {what}")
    elif "kind" not in data:
        fault = source.problem((), f'the key "kind" is missing: what sort of quiz it is ({kinds})')
    elif data["kind"] not in KINDS:
        kind = data["kind"]
        near = nearest(kind, KINDS) if isinstance(kind, str) else f" (known: {kinds})"
        fault = source.problem(("kind",), f'there is no kind {wording.shape(kind)}{near}')
    if fault:
        raise ProblemsFound([fault])
    assert isinstance(data, dict)
    return KINDS[str(data["kind"])]
