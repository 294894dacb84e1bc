"""Style sheets that import others, as one: a browser would learn of an imported sheet only once it has the first."""

import re
from pathlib import Path

_IMPORT = re.compile(r'^@import "(?P<path>[^":]+\.css)";\n', re.MULTILINE)


class StyleSheetError(ValueError):
    """What a style sheet imports, and cannot."""


def inline(folder: Path) -> None:
    """Put what the sheets of a built site import into the place of each import; those that were imported go.

    Raises StyleSheetError where a sheet is not there, or imports itself.
    """
    imported: set[Path] = set()
    for sheet in sorted(folder.resolve().rglob("*.css")):
        text = sheet.read_text(encoding="utf-8")
        if _IMPORT.search(text):
            sheet.write_text(_whole(text, (sheet,), folder.resolve(), imported), encoding="utf-8")
    for sheet in imported:
        sheet.unlink()


def _whole(text: str, above: tuple[Path, ...], folder: Path, imported: set[Path]) -> str:
    """The text of the last sheet of `above`, each of which the one before it imports."""

    def read(match: re.Match[str]) -> str:
        path = (above[-1].parent / match["path"]).resolve()
        if path in above:
            raise StyleSheetError(f"{path.name}: imports itself by way of others")
        if not (path.is_relative_to(folder) and path.is_file()):
            raise StyleSheetError(f"{above[-1].name}: imports {match['path']}, which is not there")
        imported.add(path)
        return _whole(path.read_text(encoding="utf-8"), (*above, path), folder, imported)

    return _IMPORT.sub(read, text)
