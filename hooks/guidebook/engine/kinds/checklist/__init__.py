"""Choices that become a page of lines."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.checklist.compile import compile_checklist
from guidebook.engine.kinds.checklist.model import ChecklistQuiz

KIND = Kind(ChecklistQuiz, compile_checklist, formerly=("lines",))
