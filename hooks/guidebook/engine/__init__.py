"""Quiz files in, widgets out, for any site: files with places, messages, kinds, drawing, the Markdown block.

Start reading at `quiz_file`.
"""
