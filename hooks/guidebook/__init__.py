"""Compiles YAML self-assessments and the marks of a page into HTML. Knows no site generator.

Start reading at `book.Book`; `hooks/build.py` shows how MkDocs uses it.
"""
