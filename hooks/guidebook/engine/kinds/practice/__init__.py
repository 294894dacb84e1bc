"""Scenes to practise with: a few ways to go on, each answered at once with what it might lead to."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.practice.compile import compile_practice
from guidebook.engine.kinds.practice.model import PracticeQuiz

KIND = Kind(PracticeQuiz, compile_practice)
