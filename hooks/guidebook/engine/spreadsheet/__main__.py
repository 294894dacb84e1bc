"""A spreadsheet of items made into a quiz file, and a quiz into a codebook for researchers.

python -m guidebook.engine.spreadsheet import items.csv > quizzes/my-quiz.yml
python -m guidebook.engine.spreadsheet codebook quizzes/my-quiz.yml > my-quiz.txt
python -m guidebook.engine.spreadsheet table quizzes/my-quiz.yml > my-quiz.csv
"""

import sys
from pathlib import Path

from guidebook.engine import spreadsheet, text_file
from guidebook.engine.kinds.scales.model import ScalesQuiz
from guidebook.engine.links import scan
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.quiz_file import read_quiz

ACTS = ("import", "codebook", "table")
LARGEST = 1_000_000
"""Bytes of a table."""


def made(act: str, path: Path, docs: Path = Path("docs")) -> str:
    """What an act makes of a file, whose links lead below `docs`. Raises ProblemsFound."""
    if act == "import":
        title = path.stem.replace("-", " ").capitalize()
        text = text_file.read(path, path.parent, LARGEST, what="table")
        return spreadsheet.quiz(spreadsheet.rows(text, path.name), title)
    written = read_quiz(path.resolve(), path.resolve().parent, scan(docs)).written
    if not isinstance(written, ScalesQuiz):
        sys.exit(f"{path}: only a self-assessment (kind: scales) has a codebook")
    return spreadsheet.codebook(written) if act == "codebook" else spreadsheet.table(written)


def main() -> int:
    """Print it; 1 if the file has faults."""
    if len(sys.argv) != 3 or sys.argv[1] not in ACTS or not Path(sys.argv[2]).is_file():
        sys.exit((__doc__ or "").strip())
    try:
        sys.stdout.write(made(sys.argv[1], Path(sys.argv[2])))
    except ProblemsFound as found:
        sys.stderr.write(f"{found}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
