"""A self-assessment: items whose points add up on scales, each with its readings."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.scales.compile import compile_scales
from guidebook.engine.kinds.scales.model import ScalesQuiz
from guidebook.engine.kinds.scales.paper import paper

KIND = Kind(ScalesQuiz, compile_scales, paper)
