"""The shape of the code: who may import whom, what is said of it, and how long a file may be."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.project import REPOSITORY

HOOKS = REPOSITORY / "hooks"
MODULES = {
    ".".join(path.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(HOOKS.rglob("*.py"))
}
LONGEST = 200
"""Lines of a file. A longer one holds two ideas."""

HOMES = {
    "jinja2": {"guidebook.render", "guidebook.templates"},
    "markupsafe": {"guidebook.render", "guidebook.sheet"},
    "minify": {"guidebook.site.small"},
    "mkdocs": {"build"},
    "pybtex": {"guidebook.bibliography"},
    "pymdownx": {"guidebook.block", "guidebook.extension"},
    "tinycss2": {"guidebook.site.unused"},
    "yaml": {"guidebook.guards", "guidebook.source", "guidebook.syntax"},
}
"""Package → the modules that may know it: whoever replaces the package changes these and no others."""

KNOWS = {
    "guidebook.problem": set(),
    "guidebook.scalars": set(),
    "guidebook.syntax": set(),
    "guidebook.characters": set(),
    "guidebook.signs": {"guidebook.problem"},
    "guidebook.indentation": {"guidebook.problem"},
    "guidebook.slips": {
        "guidebook.indentation",
        "guidebook.problem",
        "guidebook.signs",
        "guidebook.syntax",
    },
    "guidebook.guards": {
        "guidebook.characters",
        "guidebook.problem",
        "guidebook.signs",
        "guidebook.syntax",
    },
    "guidebook.source": {
        "guidebook.characters",
        "guidebook.guards",
        "guidebook.problem",
        "guidebook.scalars",
        "guidebook.signs",
        "guidebook.slips",
        "guidebook.syntax",
    },
    "guidebook.text": set(),
    "guidebook.tree": {"guidebook.problem"},
    "guidebook.addresses": {"guidebook.problem", "guidebook.source"},
    "guidebook.links": {
        "guidebook.addresses",
        "guidebook.page_text",
        "guidebook.problem",
        "guidebook.tree",
    },
    "guidebook.bibliography": {
        "guidebook.addresses",
        "guidebook.characters",
        "guidebook.problem",
    },
    "guidebook.quiz.shapes": {"guidebook.source"},
    "guidebook.quiz.model": {"guidebook.quiz.shapes"},
    "guidebook.quiz.compiled": set(),
    "guidebook.quiz.scoring": set(),
    "guidebook.quiz.attainable": {"guidebook.quiz.scoring"},
    "guidebook.quiz.described": {"guidebook.source"},
    "guidebook.quiz.meant": {"guidebook.problem", "guidebook.signs", "guidebook.source"},
    "guidebook.quiz.wording": {
        "guidebook.problem",
        "guidebook.quiz.described",
        "guidebook.quiz.meant",
        "guidebook.quiz.sentences",
        "guidebook.source",
    },
    "guidebook.quiz.sentences": {"guidebook.source"},
    "guidebook.site.built": {"guidebook.addresses"},
    "build": {
        "guidebook.book",
        "guidebook.front_matter",
        "guidebook.house_rules.review",
        "guidebook.page_text",
        "guidebook.preview",
        "guidebook.problem",
        "guidebook.site.built",
        "guidebook.site.bundle",
        "guidebook.site.finish",
        "guidebook.site.origin",
        "guidebook.templates",
        "guidebook.tree",
        "guidebook.unsearched",
        "guidebook.watching",
    },
}
"""Module → all of ours that it may know. These are the ground that the others stand on."""

BELOW_QUIZ = {
    "guidebook.links",
    "guidebook.problem",
    "guidebook.signs",
    "guidebook.source",
    "guidebook.text",
    "guidebook.tree",
}
"""What the compiler of quizzes may know besides itself: nothing of pages, widgets or sites."""


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """Every name a module imports, whole: `guidebook.quiz.model`, `yaml`."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            within = {f"{node.module}.{alias.name}" for alias in node.names}
            yield from (within & MODULES.keys()) or {node.module}


def ours(module: str) -> set[str]:
    return {name for name in imported(module) if name in MODULES} - {module}


def test_imports_go_round_in_no_circle() -> None:
    TopologicalSorter({module: ours(module) for module in MODULES}).prepare()


@pytest.mark.parametrize("module", KNOWS)
def test_the_ground_knows_nothing_of_what_stands_on_it(module: str) -> None:
    assert ours(module) <= KNOWS[module]


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("guidebook.quiz.")])
def test_the_compiler_of_quizzes_knows_nothing_of_pages_and_sites(module: str) -> None:
    beyond = {name for name in ours(module) if not name.startswith("guidebook.quiz")}
    assert beyond <= BELOW_QUIZ


@pytest.mark.parametrize("package", HOMES)
def test_a_package_is_known_where_it_is_at_home(package: str) -> None:
    users = {m for m in MODULES if any(n.split(".")[0] == package for n in imported(m))}
    assert users == HOMES[package]


def test_only_adapters_stand_beside_the_core() -> None:
    assert {name for name in MODULES if not name.startswith("guidebook")} == {
        "build",
        "without_hooks",
    }


@pytest.mark.parametrize("module", MODULES)
def test_a_file_is_short_enough_to_hold_one_idea(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_the_hook_of_the_host_is_thin() -> None:
    assert len(MODULES["build"].read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("module", MODULES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(tree(module))


def undocumented(path: Path) -> list[str]:
    """The public functions and classes of a file that say nothing of themselves."""
    nodes = ast.parse(path.read_text(encoding="utf-8")).body
    return [
        node.name
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith(("_", "on_"))  # on_…: the host's names, told in its manual
        and not ast.get_docstring(node)
    ]


@pytest.mark.parametrize("module", MODULES)
def test_what_others_may_call_says_what_they_get(module: str) -> None:
    assert undocumented(MODULES[module]) == []


def test_no_name_in_the_hooks_folder_hides_a_package() -> None:
    beside = {path.stem for path in HOOKS.iterdir()}
    assert not beside & {"jinja2", "markdown", "mkdocs", "pybtex", "pydantic", "pymdownx", "yaml"}
