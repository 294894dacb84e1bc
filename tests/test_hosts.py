"""Other site generators draw the same widgets.

ProperDocs takes the hook as it is, Zensical `hooks/without_hooks.py` in its place.
"""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.publishing.minify import minify_page
from tests.project import REPOSITORY, Project

QUIZZES = ("do-birds-wake-me", "way", "table")
"""The sample's self-assessment, and the worked examples of the other kinds."""


def settings(**changes: Any) -> str:
    """The repository's own settings, in one file: Zensical does not inherit an empty navigation."""
    book = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: book[key] for key in ("markdown_extensions", "validation", "extra_javascript")}
    theme = {**book["theme"], "custom_dir": "overrides"}
    return yaml.safe_dump({"site_name": "A small book", "theme": theme, **kept, **changes})


def extensions(*more: str) -> list[Any]:
    book = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    return [*book["markdown_extensions"], *more]


HOSTS: dict[str, tuple[list[str], str]] = {
    "mkdocs": (["mkdocs", "build"], settings(hooks=[str(REPOSITORY / "hooks/build.py")])),
    "properdocs": (["properdocs", "build"], settings(hooks=[str(REPOSITORY / "hooks/build.py")])),
    "zensical": (
        ["zensical", "build"],
        settings(markdown_extensions=extensions("without_hooks")),
    ),
}
"""Generator → its command, and its settings."""


def drawn(host: str, folder: Path) -> list[str]:
    """The widgets that a generator puts on a page, small, without what only its search wants and where scripts lie."""
    page = "".join(f"## {name}\n\n/// quiz | {name}\n///\n\n" for name in QUIZZES)
    examples = REPOSITORY / "quizzes/examples"
    way = (examples / "tree.yml").read_text(encoding="utf-8")
    command, config = HOSTS[host]
    project = Project(
        folder,
        {
            "quizzes/way.yml": way.replace("/hyper-active-engagement.md", "/help.md"),
            "quizzes/table.yml": (examples / "table.yml").read_bytes(),
            "docs/deep/er/page.md": f"# Page\n\n{page}",
            "mkdocs.yml": config,
        },
    )
    subprocess.run(
        [sys.executable, "-m", *command, "-f", "mkdocs.yml"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "hooks"), "NO_MKDOCS_2_WARNING": "1"},
        check=True,
        capture_output=True,
    )
    html = (project.site / "deep/er/page/index.html").read_text(encoding="utf-8")
    found = re.finditer(r"<(quiz-\w+) .*?</\1>", html, re.DOTALL)
    widgets = [re.sub(r' data-(search-exclude|widget="[^"]+")', "", match[0]) for match in found]
    assert len(widgets) == len(QUIZZES)
    return [minify_page(widget) for widget in widgets]


@pytest.mark.sample(0)
@pytest.mark.parametrize("host", ["properdocs", "zensical"])
def test_another_generator_draws_the_same_widgets(host: str, tmp_path: Path) -> None:
    assert drawn(host, tmp_path / host) == drawn("mkdocs", tmp_path / "mkdocs")
