"""The browser gets no script that somebody else wrote, besides the theme's."""

import re
from collections.abc import Iterator

from tests.project import REPOSITORY


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
