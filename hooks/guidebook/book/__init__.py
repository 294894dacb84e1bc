"""What this guidebook is besides its quizzes: pages, marks, citations, help lines, ideas, house rules.

Start reading at `book.Book`.
"""
