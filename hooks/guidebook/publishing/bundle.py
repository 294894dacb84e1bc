"""Modules of the browser as a few scripts, so that they travel and compress together.

One by one, those of a self-assessment weigh 5.8 kB with Brotli in eight requests, and together 4.4 in one. The
bundlers that are kept fetch themselves at build time.

Takes what this project's modules are: `import { a, b } from "./x.mjs";`, `export const`, `export class`
and `export function`, each at the start of its line. What a bundle holds stands in a block, where a
minifier may shorten every name; what others take of it leaves the block under a name that is short already.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]+)\} from )?"(?P<path>[^"]+)";.*\n', re.MULTILINE)
_DECLARED = r"(?:async function|class|const|function|let)"
_EXPORT = re.compile(rf"^export (?={_DECLARED}\b)", re.MULTILINE)
_NAME = re.compile(rf"^(export )?{_DECLARED} (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import\b(?!\()|export\b).*", re.MULTILINE)


class BundleError(ValueError):
    """What a module says that cannot be bundled."""


class Bundles:
    """Which module is in which bundle: in the first of those that need it.

    Made from bundle → the modules that it is for, all of them below `folder`. Raises BundleError where
    modules import each other, or one that is not there.
    """

    def __init__(self, entries: Mapping[str, Sequence[Path]], folder: Path) -> None:
        self.entries = entries
        self.homes: dict[Path, str] = {}
        for name, paths in entries.items():
            for path in modules(paths, folder):
                self.homes.setdefault(path, name)
        self.imports = {path: imports(path) for path in self.homes}

    def text(self, name: str, address: Callable[[str], str]) -> str:
        """One bundle as a module, which imports from `address(other)` what other bundles have.

        What its entries export keeps its own name, for whoever calls `import()`. Raises BundleError
        where two modules have a name in common, or a line is not understood.
        """
        paths = [path for path, home in self.homes.items() if home == name]
        others = {self.homes[needed] for path in paths for needed in self.imports[path]} - {name}
        needs = {
            other: {n: s for n, s in self._shared(other).items() if n in self._taken(other, name)}
            for other in self.entries
            if other in others
        }
        given = self._shared(name)
        own = [n for path in self.entries[name] for n in _names(path, exported=True)]
        outside = [*given.values(), *(f"${n}" for n in own)]
        return "".join(
            (
                *(
                    f'import{f"*as {other}$ from" if shorts else ""}"{address(other)}";'
                    for other, shorts in needs.items()
                ),
                f"let {','.join(outside)};" if outside else "",
                "{",
                *(
                    f"const{{{','.join(f'{short}:{n}' for n, short in shorts.items())}}}={other}$;"
                    for other, shorts in needs.items()
                    if shorts
                ),
                *_bodies(paths),
                *(f"{place}={n};" for n, place in given.items()),
                *(f"${n}={n};" for n in own),
                "}",
                f"export{{{','.join([*given.values(), *(f'${n} as {n}' for n in own)])}}}"
                if outside
                else "",
            )
        )

    def _taken(self, name: str, by: str | None = None) -> set[str]:
        """What another bundle, or any other, takes from this one."""
        return {
            n
            for path, home in self.homes.items()
            if home != name and by in {None, home}
            for needed, names in self.imports[path].items()
            if self.homes[needed] == name
            for n in names
        }

    def _shared(self, name: str) -> dict[str, str]:
        """What others take from a bundle → its short name."""
        return {n: f"${place}" for place, n in enumerate(sorted(self._taken(name)))}


def modules(entries: Sequence[Path], folder: Path) -> list[Path]:
    """All modules that the entries need, each after those that it needs itself; none outside of `folder`."""
    found: list[Path] = []
    home = folder.resolve()

    def visit(path: Path, above: tuple[Path, ...]) -> None:
        if path in above:
            raise BundleError(f"{path}: imports itself by way of others")
        if path in found:
            return
        for needed in imports(path):
            if not (needed.is_relative_to(home) and needed.is_file()):
                raise BundleError(f"{path}: imports {needed.name}, which is not there")
            visit(needed, (*above, path))
        found.append(path)

    for entry in entries:
        visit(entry.resolve(), ())
    return found


def imports(path: Path) -> dict[Path, list[str]]:
    """Module → the names that the one at `path` takes from it."""
    return {
        (path.parent / match["path"]).resolve(): re.findall(r"\w+", match["names"] or "")
        for match in _IMPORT.finditer(path.read_text(encoding="utf-8"))
    }


def _names(path: Path, *, exported: bool = False) -> list[str]:
    """What a module declares at its top."""
    found = _NAME.finditer(path.read_text(encoding="utf-8"))
    return [match[2] for match in found if match[1] or not exported]


def _bodies(paths: Sequence[Path]) -> Iterator[str]:
    homes: dict[str, Path] = {}
    for path in paths:
        for name in _names(path):
            if name in homes:
                raise BundleError(f"{path}: {homes[name].name} too has a {name}; rename one")
            homes[name] = path
        body = _EXPORT.sub("", _IMPORT.sub("", path.read_text(encoding="utf-8")))
        if left := _LEFT.search(body):
            raise BundleError(f"{path}: cannot bundle the line {left[0]!r}")
        yield body
