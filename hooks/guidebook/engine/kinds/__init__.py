"""The kinds of quiz: one folder each, found by being there, beside what they share.

A folder holds `KIND` (its `base.Kind`), and says what the kind is. Its widget lies in a folder of the same name.
"""

from importlib import import_module
from pkgutil import iter_modules

from guidebook.engine.kinds.base import Kind

KINDS: dict[str, Kind] = {
    found.name: import_module(f"{__name__}.{found.name}").KIND
    for found in iter_modules(__path__)
    if found.ispkg
}
"""What a file's `kind` may say."""

FORMERLY = {old: name for name, kind in KINDS.items() for old in kind.formerly}
"""What `kind` said before, and says now."""
