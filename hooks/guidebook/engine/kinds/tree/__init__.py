"""A decision tree: one question a step, each way ending in an outcome."""

from guidebook.engine.kinds.base import Kind
from guidebook.engine.kinds.tree.compile import compile_tree
from guidebook.engine.kinds.tree.model import TreeQuiz
from guidebook.engine.kinds.tree.paper import paper

KIND = Kind(TreeQuiz, compile_tree, paper, formerly=("path",))
