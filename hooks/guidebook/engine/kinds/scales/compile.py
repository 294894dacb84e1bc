"""From a quiz as written to a quiz as scored: what no single value of the file can show."""

from guidebook.engine.kinds.base import shared
from guidebook.engine.kinds.check import Check
from guidebook.engine.kinds.scales import compiled, model
from guidebook.engine.kinds.scales.items import check_items, compile_block
from guidebook.engine.kinds.scales.lead_check import check_leads, check_readings
from guidebook.engine.kinds.scales.notes import compile_notes
from guidebook.engine.kinds.scales.parts import Parts
from guidebook.engine.kinds.scales.scale import compile_scale
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.yaml.source import Source, Where


def compile_scales(
    written: model.ScalesQuiz, source: Source, name: str, docs: Docs
) -> tuple[compiled.ScalesQuiz | None, list[Problem]]:
    """The quiz as scored, or None and everything that is wrong with it."""
    check = Check(source, docs)
    parts = Parts(written, check)
    check.texts(written)
    check_items(parts)
    check_readings(parts)
    quiz = compiled.ScalesQuiz(
        **shared(written, name),
        period=written.period,
        gate=_gate(written.gate, check),
        skip=written.skip,
        blocks=tuple(compile_block(block, parts) for block in written.blocks),
        scales=tuple(compile_scale(scale_id, parts) for scale_id in written.scales),
        notes=tuple(compile_notes(parts)),
        leading=parts.leading,
    )
    if parts.leading and parts.countable:
        check_leads(quiz, parts)
    return (None if check.problems else quiz), check.problems


def _gate(gate: model.Gate | None, check: Check) -> compiled.Gate | None:
    if gate is None:
        return None
    where: Where = ("gate", "options")
    check.unique(((o.id, (*where, n, "id")) for n, o in enumerate(gate.options)), "answer")
    if all(option.go for option in gate.options):
        message = 'every answer leads away; leave "go" out of the one that begins the quiz'
        check.say(where, message)
    if not any(option.go for option in gate.options):
        message = 'no answer leads anywhere; give one a "go", or leave the gate out'
        check.say(where, message)
    options = tuple(compiled.GateOption(o.id, o.label, o.go) for o in gate.options)
    return compiled.Gate(gate.stem, options, gate.text, gate.first)
