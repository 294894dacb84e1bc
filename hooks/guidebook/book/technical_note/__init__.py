"""How a self-assessment is made, told from its file for whoever wants to check it."""

from guidebook.book.technical_note.note import TechnicalNote

__all__ = ["TechnicalNote"]
