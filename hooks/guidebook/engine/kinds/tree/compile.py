"""From a tree as written to one as compiled: what no single value of the file can show."""

from collections.abc import Iterator

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.tree.model import CompiledStep, CompiledTree, Option, TreeQuiz
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.yaml.source import Source


def compile_tree(
    written: TreeQuiz, source: Source, name: str, docs: Docs
) -> tuple[CompiledTree | None, list[Problem]]:
    """The tree with its steps in reading order, or None and everything that is wrong with it."""
    check = Check(source, docs)
    check.texts(written)
    _check_names(written, check)
    order = _reached(written)
    _check_reached(written, order, check)
    _check_loops(written, check)
    if check.problems:
        return None, check.problems
    steps = tuple(
        CompiledStep(step_id, n, step.stem, step.text, tuple(step.options))
        for n, (step_id, step) in enumerate(
            ((step_id, written.steps[step_id]) for step_id in order if step_id in written.steps), 1
        )
    )
    ends = [outcome_id for outcome_id in order if outcome_id in written.outcomes]
    outcomes = tuple(
        (outcome_id, n, written.outcomes[outcome_id])
        for n, outcome_id in enumerate(ends, len(steps) + 1)
    )
    return CompiledTree(**shared(written, name), steps=steps, outcomes=outcomes), []


def _check_names(written: TreeQuiz, check: Check) -> None:
    known = [*written.steps, *written.outcomes]
    check.known(written.start, written.steps, ("start",), "step")
    for outcome_id in written.outcomes:
        if outcome_id in written.steps:
            message = (
                f'a step has the id "{outcome_id}" too, so "go" would lead two ways; rename one'
            )
            check.say(("outcomes", outcome_id), message, key=True)
    for step_id, step in written.steps.items():
        where = ("steps", step_id, "options")
        check.unique(((o.id, (*where, n, "id")) for n, o in enumerate(step.options)), "answer")
        for n, option in enumerate(step.options):
            check.known(option.go, known, (*where, n, "go"), "step or outcome")


def _reached(written: TreeQuiz) -> list[str]:
    """Every step and outcome that some way reaches, nearest to the start first."""
    order = dict.fromkeys([written.start])
    waiting = [written.start]
    while waiting:
        step = written.steps.get(waiting.pop(0))
        for option in step.options if step else ():
            if option.go not in order:
                order[option.go] = None
                waiting.append(option.go)
    return list(order)


def _check_reached(written: TreeQuiz, order: list[str], check: Check) -> None:
    if written.start not in written.steps:
        return  # said already; everything else would follow from it
    for key, names in (("steps", written.steps), ("outcomes", written.outcomes)):
        for name in names:
            if name not in order:
                message = f'no way from "{written.start}" leads to "{name}"; lead one there, or leave it out'
                check.say((key, name), message, key=True)


def _check_loops(written: TreeQuiz, check: Check) -> None:
    """A problem at each option that leads back to a step on the way to it."""
    done: set[str] = set()
    for first in written.steps:
        way: dict[str, Iterator[tuple[int, Option]]] = {}
        waiting = [first] if first not in done else []
        while waiting or way:
            if waiting:
                step_id = waiting.pop()
                way[step_id] = enumerate(written.steps[step_id].options)
            step_id = next(reversed(way))
            found = next(way[step_id], None)
            if found is None:
                done.add(step_id)
                del way[step_id]
                continue
            n, option = found
            if option.go in way:
                message = (
                    f'"{option.go}" comes before this step, so a reader would go round in circles; '
                    "lead on to another step"
                )
                check.say(("steps", step_id, "options", n, "go"), message)
            elif option.go in written.steps and option.go not in done:
                waiting.append(option.go)
