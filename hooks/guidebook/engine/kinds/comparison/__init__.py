"""Words sorted, then compared in pairs, that become a card."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.comparison.compile import compile_comparison
from guidebook.engine.kinds.comparison.model import ComparisonQuiz

KIND = Kind(ComparisonQuiz, compile_comparison, formerly=("values",))
