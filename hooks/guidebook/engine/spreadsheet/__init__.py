"""A self-assessment from a spreadsheet of its items (CSV), and as one again; and its codebook for researchers."""

from guidebook.engine.spreadsheet.codebook import codebook
from guidebook.engine.spreadsheet.convert import quiz, table
from guidebook.engine.spreadsheet.rows import rows

__all__ = ["codebook", "quiz", "rows", "table"]
