"""The widgets as one plain script, for pages that are opened from a folder: there, browsers load no modules.

Each module becomes a function, called when another needs it. Takes what this project's modules are:
`import { a, b } from "./x.mjs";`, `import "./x.mjs";`, `import("./x.mjs")` and `export const`, `export
class` or `export function`, each at the start of its line.
"""

import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guidebook.publishing.built import within
from guidebook.publishing.bundle import BundleError

_IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]+\}) from )?"(?P<path>[^"]+)";', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(?P<path>[^"]+)"\)')
_EXPORT = re.compile(
    r"^export (?P<kind>async function|class|const|function|let) (?P<name>\w+)", re.MULTILINE
)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_SCRIPT = """(() => {{
"use strict";
const HERE = document.currentScript.src, made = {{}};
const need = (name) => (made[name] ??= modules[name]());
const modules = {{
{modules}}};
for (const widget of {widgets}) need(widget);
}})();
"""


def script(folder: Path, widgets: Iterable[str]) -> str:
    """All of these widgets, named by their modules in `folder`, where the script is to lie too.

    Raises BundleError where a line of a module is not understood, or a module is not in the folder.
    """
    asked = sorted(widgets)
    found: dict[str, str] = {}
    todo = list(asked)
    while todo:
        name = todo.pop()
        if name not in found:
            path = within(folder, name)
            if path is None:
                raise BundleError(f"{name}: no such module")
            found[name] = path.read_text(encoding="utf-8")
            todo += _needed(found[name], name)
    modules = "".join(_function(found[name], name) for name in sorted(found))
    return _SCRIPT.format(modules=modules, widgets=json.dumps(asked))


def _needed(text: str, name: str) -> Iterator[str]:
    for pattern in (_IMPORT, _LATER):
        yield from (_beside(name, match["path"]) for match in pattern.finditer(text))


def _beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


def _function(text: str, name: str) -> str:
    """One module: what it exports is what its function gives back."""

    def imported(match: re.Match[str]) -> str:
        taken = f"const {match['names']} = " if match["names"] else ""
        return f'{taken}need("{_beside(name, match["path"])}");'

    def later(match: re.Match[str]) -> str:
        return f'Promise.resolve().then(() => need("{_beside(name, match["path"])}"))'

    exports = ", ".join(match["name"] for match in _EXPORT.finditer(text))
    body = _LATER.sub(later, _IMPORT.sub(imported, _EXPORT.sub(r"\g<kind> \g<name>", text)))
    if left := _LEFT.search(body):
        raise BundleError(f"{name}: cannot make the line {left[0]!r} a part of a plain script")
    body = body.replace("import.meta.url", f'new URL("{name}", HERE).href')
    return f'"{name}": () => {{\n{body}return {{ {exports} }};\n}},\n'
