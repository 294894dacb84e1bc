"""The pages of the book that the tests open, by kind."""

import yaml

from tests.project import REPOSITORY

_HOUSE = yaml.safe_load((REPOSITORY / "data/house-rules.yml").read_text(encoding="utf-8"))

SELF_ASSESSMENTS = tuple(sorted(_HOUSE["self_assessments"]))
"""This book's own, made as agreed: several scales, five answers, three bands. Each has a page of its name."""

WITH_SCALES = tuple(
    path.stem
    for path in sorted((REPOSITORY / "docs/self-assessments").glob("*.md"))
    for quiz in [REPOSITORY / f"quizzes/{path.stem}.yml"]
    if quiz.is_file() and "\nkind: scales\n" in f"\n{quiz.read_text(encoding='utf-8')}"
)
"""Those, and whatever else with scales has a page of its name: they have only what the format asks for."""

ASKING = sorted(
    path.relative_to(REPOSITORY / "docs").with_suffix("").as_posix() + "/"
    for folder in ("self-assessments", "tools")
    for path in (REPOSITORY / "docs" / folder).glob("*.md")
    if path.stem != "index"
)
"""The pages that ask something, by their paths from the site's address."""

OURS = [page for page in ASKING if page.split("/")[1] in {*SELF_ASSESSMENTS, *_HOUSE["tools"]}]
"""Those of this book's own quizzes and tools, whose words keep to its rules."""


def assessment(name: str) -> str:
    """The page of a self-assessment, by its path from the site's address."""
    return f"self-assessments/{name}/"


KINDS = {
    "home": "",
    "chapter": "exposing-vulnerabilities/",
    "list of self-assessments": "self-assessments/",
    "self-assessment": assessment("who-runs-my-day"),
    "self-assessment with a gate": assessment("how-heavy-are-the-nasty-comments"),
    "my results": "my-results/",
    "plan of a week": "tools/plan-my-week/",
    "page of lines": "tools/rules-of-engagement/",
    "card for a friend": "tools/how-friends-can-help/",
    "record": "tools/keep-a-record/",
    "card of values": "tools/my-values/",
    "decision tree": "tools/a-nasty-comment/",
    "help": "help/",
    "table": "about/limits/",
    "evidence": "about/method/",
    "sources": "about/sources/",
    "form": "contribute/add-your-example/",
    "switch": "about/privacy/",
    "technical notes": "about/technical-notes/",
    "whole book": "whole-book/",
    "another language": "zh/hyper-active-engagement/",
    "wrong address": "404.html",
}
"""One page of each kind; what holds for these holds for all."""
