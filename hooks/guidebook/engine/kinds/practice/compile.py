"""From scenes as written to scenes as drawn: what no single value of the file can show."""

from collections.abc import Iterable

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.practice.model import CompiledPractice, PracticeQuiz, Scene
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.yaml.source import Source, Where


def compile_practice(
    written: PracticeQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledPractice | None, list[Problem]]:
    """The scenes, or None and everything that is wrong with them."""
    check = Check(source, docs)
    check.texts(written)
    scenes = enumerate(written.scenes)
    check.unique(((scene.id, ("scenes", n, "id")) for n, scene in scenes), "scene")
    for n, scene in enumerate(written.scenes):
        _check_ways(scene, ("scenes", n, "ways"), check)
    quiz = CompiledPractice(**shared(written, name), scenes=tuple(written.scenes))
    return (None if check.problems else quiz), check.problems


def _check_ways(scene: Scene, where: Where, check: Check) -> None:
    check.unique(((way.id, (*where, n, "id")) for n, way in enumerate(scene.ways)), "way")
    _check_own(
        (way.label for way in scene.ways), "label", "say what sets this way apart", where, check
    )
    _check_own(
        (way.leads for way in scene.ways),
        "leads",
        "say what only this way might bring",
        where,
        check,
    )


def _check_own(texts: Iterable[str], key: str, cure: str, where: Where, check: Check) -> None:
    """A problem for each text that a way above it has, too."""
    first: dict[str, Where] = {}
    for n, text in enumerate(texts):
        here = (*where, n, key)
        if text in first:
            line = check.source.place(first[text]).line
            check.say(here, f"the same words as in line {line}; {cure}")
        first.setdefault(text, here)
