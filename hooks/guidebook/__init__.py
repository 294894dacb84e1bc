"""Compiles YAML self-assessments and the marks of a page into HTML, in three rooms.

`engine` makes widgets of quiz files, for any site; `book` is what this guidebook is besides; `publishing` completes a
built site. The engine knows neither of the others, and publishing nothing of the book. `hook` joins them for MkDocs.
"""
