"""The bill of materials: everything that the locks name, with its hashes, in a form that others read."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from scripts.bill import THEME, bill
from scripts.locks import EXPORTS
from tests.project import REPOSITORY

Hashes = dict[tuple[str, str], set[str]]
"""Name and version → the hashes of the files that may be installed."""


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return bill()


def billed(made: dict[str, Any]) -> Hashes:
    return {
        (part["name"], part["version"]): {
            found["content"]
            for file in part["externalReferences"]
            for found in file.get("hashes", [])
        }
        for part in made["components"]
    }


def locked(name: str) -> Hashes:
    """What pip installs from a lock."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    parts = re.split(r"^([a-z0-9-]+)==([^ \\]+)", text, flags=re.MULTILINE)[1:]
    return {
        (name, version): set(re.findall(r"--hash=sha256:([0-9a-f]{64})", rest))
        for name, version, rest in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    }


def test_the_bill_is_one_that_other_programs_can_read(made: dict[str, Any]) -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_5)
    assert validator.validate_str(json.dumps(made)) is None


@pytest.mark.parametrize("lock", EXPORTS)
def test_everything_that_can_be_installed_is_billed_with_its_hashes(
    lock: str, made: dict[str, Any]
) -> None:
    found, named = billed(made), locked(lock)

    assert named
    assert all(named.values())
    assert {package for package, hashes in named.items() if not hashes <= found[package]} == set()


def test_what_no_reader_gets_is_marked_as_such(made: dict[str, Any]) -> None:
    kept = {
        (part["name"], part["version"]) for part in made["components"] if part.get("scope") is None
    }
    assert kept == set(locked("requirements.lock"))


def test_what_a_site_is_made_with_states_its_licence(made: dict[str, Any]) -> None:
    versions = {part["name"]: part for part in made["components"] if "licenses" in part}
    assert {name for name, _ in locked("requirements.lock")} <= versions.keys()


def test_the_scripts_of_the_theme_are_billed_as_they_are(made: dict[str, Any]) -> None:
    (theme,) = [part for part in made["components"] if part["name"] == THEME]
    inside = {part["name"] for file in theme["components"] for part in file["components"]}
    folder = Path(str(distribution(THEME).locate_file("material/templates/assets/javascripts")))
    there = {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in [*folder.glob("*.js"), *folder.glob("workers/*.js")]
    }

    assert {"lunr", "rxjs"} <= inside
    assert {file["name"]: file["hashes"][0]["content"] for file in theme["components"]} == there


def test_the_same_locks_make_the_same_bill(made: dict[str, Any]) -> None:
    assert bill() == made


def imports() -> Iterator[tuple[str, str]]:
    """Script → what it imports."""
    for path in sorted((REPOSITORY / "overrides").rglob("*.mjs")):
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(
            r"""(?:\bfrom|^import|\bimport\()\s*["'`]([^"'`]+)""", text, re.MULTILINE
        ):
            yield path.name, match[1]


def test_our_own_scripts_depend_on_nobody() -> None:
    found = set(imports())

    assert len(found) > 5
    assert {(path, name) for path, name in found if not name.startswith(("./", "../"))} == set()
    assert not list(REPOSITORY.glob("package*.json"))
