"""The shape of the code: who may import whom, what is said of it, and how long a file may be."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter

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
    "jinja2": {"guidebook.engine.render", "guidebook.engine.templates"},
    "minify": {"guidebook.publishing.minify"},
    "mkdocs": {"guidebook.engine.plugin", "guidebook.engine.report", "guidebook.hook"},
    "pybtex": {"guidebook.book.bibliography"},
    "tinycss2": {"guidebook.publishing.purge_css"},
    "yaml": {
        "guidebook.engine.yaml.guards",
        "guidebook.engine.yaml.source",
        "guidebook.engine.yaml.syntax",
    },
}
"""Package → the modules that may know it: whoever replaces the package changes these and no others."""

ROOMS = {
    "guidebook.engine": {"guidebook.engine"},
    "guidebook.book": {"guidebook.engine", "guidebook.book"},
    "guidebook.publishing": {"guidebook.engine", "guidebook.publishing"},
    "guidebook.engine.yaml": {
        "guidebook.engine.yaml",
        "guidebook.engine.problem",
        "guidebook.engine.text_file",
    },
    "guidebook.engine.messages": {
        "guidebook.engine.messages",
        "guidebook.engine.problem",
        "guidebook.engine.yaml",
    },
}
"""Room → all of ours that its modules may know. `guidebook.hook` and `hooks/without_hooks.py` join them."""

KINDS = sorted(
    path.name
    for path in (HOOKS / "guidebook/engine/kinds").iterdir()
    if (path / "__init__.py").is_file()
)
BELOW_KINDS = {
    "guidebook.engine.links",
    "guidebook.engine.problem",
    "guidebook.engine.shapes",
    "guidebook.engine.text",
    "guidebook.engine.yaml",
    *(f"guidebook.engine.kinds.{shared}" for shared in ("base", "check", "choices", "paper")),
}
"""What a kind may know besides itself: nothing of other kinds, of pages, widgets or sites."""


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """Every name a module imports, whole: `guidebook.engine.kinds.scales.model`, `yaml`."""
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


def within(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_no_more_than_the_rooms_below_it(room: str) -> None:
    beyond = {
        f"{module}: {name}"
        for module in MODULES
        if within(module, {room})
        for name in ours(module)
        if not within(name, ROOMS[room])
    }
    assert beyond == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_knows_nothing_of_other_kinds_or_of_pages_and_sites(kind: str) -> None:
    room = f"guidebook.engine.kinds.{kind}"
    beyond = {
        f"{module}: {name}"
        for module in MODULES
        if within(module, {room})
        for name in ours(module)
        if not within(name, BELOW_KINDS | {room})
    }
    assert beyond == set()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_folder_of_the_same_name_for_the_browser(kind: str) -> None:
    folder = REPOSITORY / "overrides/widgets/engine/kinds" / kind
    assert {f"{kind}.html", f"{kind}.mjs"} <= {path.name for path in folder.iterdir()}
    assert (REPOSITORY / f"quizzes/examples/{kind}.yml").is_file()


@pytest.mark.parametrize("package", HOMES)
def test_a_package_is_known_where_it_is_at_home(package: str) -> None:
    users = {m for m in MODULES if any(n.split(".")[0] == package for n in imported(m))}
    assert users == HOMES[package]


def test_only_adapters_stand_beside_the_core() -> None:
    assert {name for name in MODULES if not name.startswith("guidebook")} == {
        "build",
        "without_hooks",
    }


def test_a_file_is_short_enough_to_hold_one_idea() -> None:
    lengths = {
        module: len(path.read_text(encoding="utf-8").splitlines())
        for module, path in MODULES.items()
    }
    assert {module: length for module, length in lengths.items() if length > LONGEST} == {}


def test_the_file_that_mkdocs_reads_only_hands_events_on() -> None:
    assert ours("build") == {"guidebook.hook"}
    assert len(MODULES["guidebook.hook"].read_text(encoding="utf-8").splitlines()) <= 160


def test_every_module_says_what_it_is_for() -> None:
    assert [module for module in MODULES if not ast.get_docstring(tree(module))] == []


def undocumented(module: str) -> list[str]:
    """The public functions and classes of a module that say nothing of themselves."""
    nodes = tree(module).body
    return [
        node.name
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith(("_", "on_"))  # on_…: the host's names, told in its manual
        and not ast.get_docstring(node)
    ]


def test_what_others_may_call_says_what_they_get() -> None:
    found = {module: undocumented(module) for module in MODULES}
    assert {module: names for module, names in found.items() if names} == {}


def test_no_name_in_the_hooks_folder_hides_a_package() -> None:
    beside = {path.stem for path in HOOKS.iterdir()}
    assert not beside & {"jinja2", "markdown", "mkdocs", "pybtex", "pydantic", "pymdownx", "yaml"}


def test_the_words_and_templates_of_the_engine_lead_to_no_page_of_this_book() -> None:
    engine = REPOSITORY / "overrides/widgets/engine"
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in engine.rglob("*")
        if path.suffix in {".html", ".mjs", ".yml"}
    }
    leading = {name for name, text in texts.items() if re.search(r"\]\(/|[\"']/[\w/-]+\.md", text)}
    assert len(texts) > 40
    assert leading == set()
