"""Everything that words, YAML or data can break, in a few seconds and without a browser.

    python -m scripts.check

Prints every fault as `path:line:column: what, and what would be right`: first what has to be mended,
then what is for the writer to weigh. Exits with 1 if there is something to mend.
"""

import sys
import traceback
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))  # as MkDocs does: no setting is needed on any system

from guidebook.book.book import Book  # noqa: E402
from guidebook.book.house_rules.review import Review  # noqa: E402
from guidebook.engine import schema  # noqa: E402
from guidebook.engine.problem import Place, Problem, ProblemsFound  # noqa: E402
from guidebook.engine.yaml.source import read as read_yaml  # noqa: E402
from scripts import spelling, strict_build  # noqa: E402

SCHEMA = "quizzes/quiz.schema.json"
WRITE_SCHEMA = "python -m scripts.check --write-schema"
LOG = ".cache/check.log"


@dataclass(frozen=True)
class Found:
    """What a project is told. Both in the order of the files."""

    refusals: tuple[Problem, ...]
    advice: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        lines = [*map(str, self.refusals)]
        if self.advice:
            gap = [""] if lines else []
            lines += [*gap, "To consider; nothing has to change:", *map(str, self.advice)]
        mend = f"{len(self.refusals) or 'nothing'} to mend"
        weigh = f", {len(self.advice)} to consider" if self.advice else ""
        return "\n".join([*lines, *([""] if lines else []), f"{mend}{weigh}".capitalize()])


def check(root: Path, *, build: bool = True) -> Found:
    """Look at a project. The site is built only if nothing else is to be mended, for it would not be."""
    try:
        settings = read_yaml(root / "mkdocs.yml", root).data
    except ProblemsFound as found:
        return Found(found.problems)
    except FileNotFoundError:
        return Found((Problem("mkdocs.yml", Place(), "the file is missing; bring it back"),))
    theme = settings.get("theme") if isinstance(settings, dict) else None
    language = theme.get("language") if isinstance(theme, dict) else None
    review = Review(Book(root, str(language or "en")))
    refusals = {*review.refusals, *_schema(root)}
    told = {(problem.path, problem.place.line) for problem in refusals}
    refusals |= {p for p in spelling.faults(review.book) if (p.path, p.place.line) not in told}
    if build and not refusals:
        refusals |= {*strict_build.faults(root)}
    return Found(tuple(sorted(refusals)), review.advice)


def _schema(root: Path) -> list[Problem]:
    path = root / SCHEMA
    if path.is_file() and path.read_text(encoding="utf-8") != schema.written():
        message = f"editors would complete by an older format; run: {WRITE_SCHEMA}"
        return [Problem(SCHEMA, Place(), message)]
    return []


def main(root: Path = ROOT) -> int:
    """Print what is found; 1 if there is something to mend."""
    if sys.argv[1:] == ["--write-schema"]:
        (root / SCHEMA).write_text(schema.written(), encoding="utf-8", newline="\n")
        return 0
    try:
        found = check(root)
    except Exception as broken:  # noqa: BLE001 (whatever it is, a writer is told in words)
        log = root / LOG
        log.parent.mkdir(exist_ok=True)
        log.write_text(traceback.format_exc(), encoding="utf-8")
        print(f"The check itself broke down ({type(broken).__name__}), which is no fault of yours.")
        print(f"Please send {LOG} to whoever looks after the project.")
        return 2
    print(found)
    return 1 if found.refusals else 0


if __name__ == "__main__":
    sys.exit(main())
