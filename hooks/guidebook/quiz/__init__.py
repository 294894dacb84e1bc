"""A quiz, from its file to its score.

As written (`model`), its faults in the author's words (`wording`), its arithmetic (`scoring`,
`attainable`), as scored (`compile`); `path` and `rules` are kinds of their own; `read` begins.
"""
