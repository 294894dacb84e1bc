"""A tree's sheet: a numbered list, each answer with the number that it leads to."""

from typing import Any

from guidebook.engine.kinds.base import Inline, Say
from guidebook.engine.kinds.tree.model import CompiledTree


def paper(quiz: CompiledTree, say: Say, inline: Inline) -> dict[str, Any]:  # noqa: ARG001 (as `Kind.paper`)
    """What the template needs besides the quiz."""
    return {"numbers": quiz.numbers}
