"""What a book says of itself: its title, edition and date, who may use it, and where it is from."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.utils.meta import get_data


@dataclass(frozen=True)
class Edition:
    """Of one site, at one time."""

    title: str
    subtitle: str
    description: str
    language: str
    number: str
    day: date
    address: str
    """With a slash at its end; empty if it is not known."""
    license: str
    copyright: str
    nav: list[Any]

    @property
    def license_name(self) -> str:
        """As people write it: CC BY 4.0 for creativecommons.org/licenses/by/4.0/."""
        kind, version = self.license.rstrip("/").rsplit("/", 2)[1:]
        return f"CC {kind.upper()} {version}"

    @property
    def date(self) -> str:
        return f"{self.day.day} {self.day:%B %Y}"


def read(root: Path) -> Edition:
    """The edition of the book in a project folder. Its day is the last one on which a page was reviewed."""
    config = load_config(str(root / "mkdocs.yml"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    title, _, subtitle = config.site_name.partition(": ")
    return Edition(
        title=title,
        subtitle=subtitle[:1].upper() + subtitle[1:],
        description=config.site_description or "",
        language=str(config.theme["language"] or "en"),
        number=project["version"],
        day=max(map(_reviewed, (root / "docs").rglob("*.md"))),
        address=config.site_url or "",
        license=config.extra["license"],
        copyright=config.copyright or "",
        nav=config.nav or [],
    )


def _reviewed(page: Path) -> date:
    _, said = get_data(page.read_text(encoding="utf-8"))
    day: date = said.get("reviewed", date.min)
    return day
