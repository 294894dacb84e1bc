"""A site as its generator left it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Built:
    """Where a site is, and where it will be."""

    folder: Path
    address: str
    """With a slash at its end, as in https://example.org/book/; empty if it is not known."""
    name: str
    language: str
