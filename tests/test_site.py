"""A site of somebody else, read without a build: no page for help, none for results, and its own words on pages."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import nodes

from guidebook.engine.kinds import KINDS
from guidebook.engine.quizzes import Quizzes
from guidebook.engine.site import Folders, Site
from tests.drawing import html
from tests.project import REPOSITORY

WIDGETS = REPOSITORY / "overrides/widgets"
PAGES = {"help.md": "# Help", "hyper-active-engagement.md": "# Work\n\n## The problem"}
"""What the worked examples lead to."""


def site(folder: Path, pages: Mapping[str, str] | None = None) -> Site:
    """One with every worked example as a quiz, by the name of its kind."""
    for kind in KINDS:
        example = (REPOSITORY / f"quizzes/examples/{kind}.yml").read_bytes()
        (folder / "quizzes").mkdir(exist_ok=True)
        (folder / f"quizzes/{kind}.yml").write_bytes(example)
    (folder / "docs").mkdir(exist_ok=True)
    for name, text in {**PAGES, **(pages or {})}.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    folders = Folders(folder, folder / "docs", folder / "quizzes", [WIDGETS / "engine"])
    return Site(folders, "en", "my-results.md")


def quizzes(folder: Path) -> Quizzes:
    found = site(folder)
    assert found.problems == []
    return found.quizzes


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_speaks_of_help_where_the_site_has_no_line_for_it(
    kind: str, tmp_path: Path
) -> None:
    assert "quiz__help" not in html(quizzes(tmp_path).drawn[kind])


def test_no_template_hides_what_all_templates_may_say(tmp_path: Path) -> None:
    """An included template sees the names of the one around it before those that every template has."""
    renderer = site(tmp_path).languages.renderer()
    assert renderer is not None
    environment = renderer.environment
    ours = {"t", "said", "link", "pages"}
    assert ours < {*environment.globals}
    for path in WIDGETS.rglob("*.html"):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        names = {n.name for n in tree.find_all(nodes.Name) if n.ctx in ("store", "param")}
        names |= {macro.name for macro in tree.find_all(nodes.Macro)}
        assert not names & ours, path
