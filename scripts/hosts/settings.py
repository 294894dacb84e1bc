"""What each host is given: the packages to install, its command, and mkdocs.yml as it must be for it."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guidebook.book.book import Book

Settings = dict[str, Any]
"""What mkdocs.yml says."""
Change = Callable[[Settings, Book], None]

OURS = ("adopt-styles.js", "zensical.css")
"""Files beside this one that a host without hooks gets in overrides/search: docs takes no files of these kinds."""


@dataclass(frozen=True)
class Host:
    """A site generator, and the theme that it brings along or not."""

    packages: tuple[str, ...]
    """To install beside those of requirements.lock."""
    command: tuple[str, ...]
    """After `python -m`; `-f mkdocs.yml` follows."""
    change: Change
    instead: tuple[str, ...] = ()
    """Packages to take out first: another of these lies in the same folder."""
    runs_hooks: bool = True
    """Whether hooks/build.py finishes the site. If not, we do."""


def _same(_: Settings, __: Book) -> None:
    """Today's settings."""


def _materialx(settings: Settings, _: Book) -> None:
    """A head in our colours, and a search that needs no WebAssembly, which the policy forbids."""
    settings["theme"] |= {"name": "materialx", "topbar_style": "primary"}
    settings["plugins"] = [{"search": {"provider": "lunr"}}]


def _zensical(settings: Settings, book: Book) -> None:
    """No hooks: an extension draws the quizzes, and what the hook would tell the templates stands here."""
    del settings["hooks"], settings["watch"]
    settings["markdown_extensions"].insert(0, "without_hooks")
    settings["strict"] = False  # its own check knows no links from the docs folder
    settings["theme"]["palette"] = []  # it takes our empty one for one palette, and notes which
    extra = settings["extra"]
    extra["words"] = book.languages.html
    extra["help_lines"] = book.help_lines.markdown if book.help_lines else ""
    extra["help_on_paper"] = book.help_lines.on_paper if book.help_lines else {}
    extra["polyfills"] = ["search/adopt-styles.js"]
    settings["extra_css"].append("search/zensical.css")
    if repository := str(extra.get("repository") or "").rstrip("/"):
        settings["edit_uri"] = f"{repository}/edit/main/docs/"


HOSTS = {
    "mkdocs": Host((), ("mkdocs", "build", "--strict"), _same),
    "properdocs": Host(("properdocs>=1.6.7,<2",), ("properdocs", "build", "--strict"), _same),
    "materialx": Host(
        ("mkdocs-materialx>=10.2,<11",),
        ("properdocs", "build", "--strict"),
        _materialx,
        instead=("mkdocs-material",),
    ),
    "zensical": Host(
        # 0.1 is tried first; where its templates (zensical-ui) cannot be had, 0.0.73 brings its own.
        ("zensical>=0.0.73,<0.2",),
        ("zensical", "build"),
        _zensical,
        runs_hooks=False,
    ),
}
"""Name → host. The newest of each within its bounds: a trial should meet what others would install today."""


def of(host: Host, today: Settings, book: Book, address: str) -> Settings:
    """mkdocs.yml for a host; `address` is where the site will be, or empty."""
    settings = copy.deepcopy(today)
    host.change(settings, book)
    if address:
        settings["site_url"] = address
    settings["site_dir"] = "site"
    settings["extra"]["generator"] = False  # the line at the foot leads where the book does not
    return settings
