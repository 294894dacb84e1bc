"""The widgets' scripts and styles as they are served: a few bundles that know each other's names."""

import re
from collections.abc import Mapping
from pathlib import Path

from guidebook.publishing.bundle import Bundles
from guidebook.publishing.minify import minify, served, version

FOLDER = "widgets"
LOADER = "loader.mjs"
SHARED = {
    "quiz": "engine/kinds/scales/scales.mjs",
    "deferred": "engine/deferred.mjs",
    "tool": "engine/tool.mjs",
}
"""Bundle → the module it is for. A self-assessment needs the first; the second comes with the first answer; the
third is for tools. Every other widget has a bundle of its own, with the name of its folder."""

_WIDGET = re.compile(r'(?P<before>\bdata-widget=")(?P<path>[^"]+)(?=")')
_OTHER = re.compile(r'"\.{1,2}/(?:[\w-]+/)*(?P<name>[\w-]+)(?P<suffix>\.(?:css|m?js))"')


def publish(site: Path) -> dict[str, str]:
    """Put bundles in the place of the modules; what was called what, from the folder of the widgets.

    Raises BundleError where a module cannot be bundled.
    """
    folder = site / FOLDER
    modules = sorted(folder.rglob("*.mjs"))
    entries = {name: folder / path for name, path in SHARED.items() if (folder / path) in modules}
    taken = set(entries.values())
    entries |= {p.stem: p for p in modules if p.stem == p.parent.name and p not in taken}
    bundles = Bundles({name: [path] for name, path in entries.items()}, site)
    texts = {f"{name}.js": minify(bundles.text(name, "./{}.js".format), ".mjs") for name in entries}
    styles = {
        path: minify(path.read_text(encoding="utf-8"), ".css")
        for path in sorted(folder.rglob("*.css"))
    }
    texts |= {path.name: text for path, text in styles.items()}
    # One version for all, for some name each other.
    common = version(*(text for _, text in sorted(texts.items())))
    names = {name: _named(name, common) for name in texts}
    for name, text in texts.items():
        known = _OTHER.sub(lambda m: f'"./{m["name"]}.{common}{served(m["suffix"])}"', text)
        (folder / names[name]).write_text(known, encoding="utf-8")
    for path in {*modules, *bundles.homes, *styles} - {folder / LOADER}:
        path.unlink(missing_ok=True)
    return {
        **{
            path.relative_to(folder).as_posix(): names[f"{name}.js"]
            for name, path in entries.items()
        },
        **{path.relative_to(folder).as_posix(): names[path.name] for path in styles},
    }


def tell(html: str, names: Mapping[str, str]) -> str:
    """A page that asks for the bundles."""
    return _WIDGET.sub(lambda m: m["before"] + names.get(m["path"], m["path"]), html)


def _named(name: str, common: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{common}{dot}{suffix}"
