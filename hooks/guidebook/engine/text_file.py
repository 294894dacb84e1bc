"""A file that a person wrote, as text: within its bounds, no document of another program, in UTF-8."""

from pathlib import Path

from guidebook.engine.problem import Place, Problem, ProblemsFound, place_of_offset, shown_path

_DOCUMENTS = {
    b"{\\rtf": "a word processor (RTF)",
    b"PK\x03\x04": "a word processor, or an archive (ZIP)",
    b"%PDF": "a reader of PDF",
}
"""How the files of other programs begin."""


def read(path: Path, root: Path, largest: int, *, what: str = "file", cure: str = "") -> str:
    """The text. Raises ProblemsFound where there is none, or more than `largest` bytes of it.

    `what` such a file is called, and the `cure` where it is too large, are for the message.
    """
    name = shown_path(path, root)
    if (size := path.stat().st_size) > largest:
        message = f"the {what} has {size:,} bytes; the limit is {largest:,}{cure}"
        raise ProblemsFound([Problem(name, Place(), message)])
    raw = path.read_bytes()
    if program := next((said for start, said in _DOCUMENTS.items() if raw.startswith(start)), None):
        message = f"this is a document of {program}; save it as plain text, in UTF-8"
        raise ProblemsFound([Problem(name, Place(), message)])
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(errors="replace")
        message = "not UTF-8; save the file with the encoding UTF-8"
        raise ProblemsFound(
            [Problem(name, place_of_offset(before, len(before)), message)]
        ) from None
