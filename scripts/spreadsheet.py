"""A spreadsheet of items made into a quiz file, and a quiz into a codebook for researchers.

python -m scripts.spreadsheet import items.csv > quizzes/my-quiz.yml
python -m scripts.spreadsheet codebook quizzes/my-quiz.yml > my-quiz.txt
python -m scripts.spreadsheet table quizzes/my-quiz.yml > my-quiz.csv
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))  # as MkDocs does: no setting is needed on any system

from guidebook.engine import spreadsheet  # noqa: E402
from guidebook.engine.kinds.scales.model import ScalesQuiz  # noqa: E402
from guidebook.engine.links import scan  # noqa: E402
from guidebook.engine.problem import ProblemsFound  # noqa: E402
from guidebook.engine.quiz_file import read_quiz  # noqa: E402


def made(act: str, path: Path, root: Path = ROOT) -> str:
    """What an act makes of a file. Raises ProblemsFound."""
    if act == "import":
        title = path.stem.replace("-", " ").capitalize()
        found = spreadsheet.rows(path.read_text(encoding="utf-8"), path.name)
        return spreadsheet.quiz(found, title)
    written = read_quiz(path.resolve(), path.resolve().parent, scan(root / "docs")).written
    if not isinstance(written, ScalesQuiz):
        sys.exit(f"{path}: only a self-assessment (kind: scales) has a codebook")
    return spreadsheet.codebook(written) if act == "codebook" else spreadsheet.table(written)


def main() -> int:
    """Print it; 1 if the file has faults."""
    acts = ("import", "codebook", "table")
    if len(sys.argv) != 3 or sys.argv[1] not in acts or not Path(sys.argv[2]).is_file():
        sys.exit((__doc__ or "").strip())
    try:
        sys.stdout.write(made(sys.argv[1], Path(sys.argv[2])))
    except ProblemsFound as found:
        print(found, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
