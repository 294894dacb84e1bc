"""A table's sheet: the answers that lead to each row, put into words."""

from typing import Any

from markupsafe import Markup

from guidebook.engine.kinds.base import Inline, Say
from guidebook.engine.kinds.paper import Sheet
from guidebook.engine.kinds.table.model import CompiledTable, Row


class TableSheet(Sheet):
    """The words of one table's sheet."""

    def row_in_words(self, row: Row) -> Markup:
        """Everything that must hold for a row."""
        return self._join("list_and", list(self._chosen(row.when or {})))


def paper(quiz: CompiledTable, say: Say, inline: Inline) -> dict[str, Any]:
    """What the template needs besides the quiz."""
    return {"sheet": TableSheet(say, inline, {item.id: item for item in quiz.items})}
