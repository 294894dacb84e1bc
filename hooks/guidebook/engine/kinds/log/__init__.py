"""Entries of the same few fields, which make a record."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.log.compile import compile_log
from guidebook.engine.kinds.log.model import LogQuiz

KIND = Kind(LogQuiz, compile_log)
