"""A decision table: the first row that the answers fit is the outcome."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.table.compile import compile_table
from guidebook.engine.kinds.table.model import TableQuiz
from guidebook.engine.kinds.table.paper import paper

KIND = Kind(TableQuiz, compile_table, paper, formerly=("rules",))
