"""A spreadsheet of items made into a quiz file, and a quiz into a codebook for researchers.

python -m scripts.spreadsheet import items.csv > quizzes/my-quiz.yml
python -m scripts.spreadsheet codebook quizzes/my-quiz.yml > my-quiz.txt
python -m scripts.spreadsheet table quizzes/my-quiz.yml > my-quiz.csv
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))  # as MkDocs does: no setting is needed on any system

from guidebook.engine.spreadsheet.__main__ import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main())
