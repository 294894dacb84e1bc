"""What make does can be done without it, on every system."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from scripts import preview, tasks
from tests.project import REPOSITORY

NOT_ON_WINDOWS = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "termios"}
MADE_FOR_MAKE = {"scripts/environment.py"}
"""Only the Makefile runs it."""


def test_every_program_of_a_check_is_found_beside_python() -> None:
    for commands in tasks.COMMANDS.values():
        for command in commands:
            assert Path(tasks.words(command)[0]).is_file()


def test_no_star_is_left_to_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    words = tasks.words("typos docs *.md")[1:]
    assert words[0] == "docs"
    assert "README.md" in words
    assert not any("*" in word for word in words)


@pytest.mark.parametrize("arguments", [[], ["sreve"]])
def test_an_unknown_task_is_told_what_there_is(arguments: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "scripts", *arguments],
        cwd=REPOSITORY,
        check=False,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert "python -m scripts serve" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("address", ["8000", "localhost", "localhost:web"])
def test_a_preview_says_what_an_address_looks_like(address: str) -> None:
    with pytest.raises(SystemExit, match=r"looks like 127\.0\.0\.1:8000"):
        preview.main(address)


@pytest.mark.parametrize("folder", ["hooks", "scripts"])
def test_no_module_asks_for_what_windows_lacks(folder: str) -> None:
    for path in (REPOSITORY / folder).rglob("*.py"):
        name = path.relative_to(REPOSITORY).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked = {
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        assert name in MADE_FOR_MAKE or not asked & NOT_ON_WINDOWS, name


@pytest.mark.parametrize("folder", ["hooks", "scripts"])
def test_every_text_file_is_opened_as_utf_8(folder: str) -> None:
    """Windows would take it for the writing of its country."""
    for path in (REPOSITORY / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr not in {"read_text", "write_text"}:
                continue
            given = {keyword.arg for keyword in node.keywords}
            place = f"{path.relative_to(REPOSITORY).as_posix()}:{node.lineno}"
            assert "encoding" in given, f'{place}: say encoding="utf-8"'


def test_uv_brings_no_more_than_a_preview_needs_unless_it_is_asked() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["uv"]["default-groups"] == []


def test_the_commands_of_the_readme_are_those_that_each_system_tries() -> None:
    workflow = yaml.safe_load(
        (REPOSITORY / ".github/workflows/systems.yml").read_text(encoding="utf-8")
    )
    tried = "\n".join(
        step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]
    )
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    told = [line.split("  ")[0] for line in re.findall(r"^uv run .*$", readme, re.MULTILINE)]
    assert len(told) == 2
    assert all(command in tried for command in told)
