"""The house rules: what this book asks of its pages and quizzes beyond the format of any quiz.

A project has them by having `data/house-rules.yml`. Each file here holds one sort of rule, and
says of each what it asks, why, and what to do about it; `registry` lists them all.
"""
