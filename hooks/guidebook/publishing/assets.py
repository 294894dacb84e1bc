"""What pages load, as it is served: small, and under names that change whenever the content does.

Such a file can be kept for ever by browsers and hosts, for a change of it is another file.
"""

import posixpath
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from guidebook.publishing import widgets
from guidebook.publishing.built import Built, within
from guidebook.publishing.bundle import BundleError
from guidebook.publishing.minify import KINDS, minify, served, version

_NAMED = re.compile(r"\.[0-9a-f]{8}\.")
"""In the name of a file that says its content already, as those of the theme and the bundles do."""
_PAGE_LOADS = re.compile(r'(?P<before>\b(?:href|src)=")(?P<path>[^"#?:]+)(?=")')
_FILE_LOADS = re.compile(r'(?P<before>\burl\(["\']?|\bimport\(")(?P<path>[^"\')#?:]+)(?=["\']?\))')


def publish(built: Built) -> None:
    """Make what pages load small, rename it, and tell the pages."""
    bundles = widgets.publish(built.folder)
    files = _Files(built.folder, bundles)
    root = urlsplit(built.address).path or "/"
    for page in sorted(built.folder.rglob("*.html")):
        folder = page.parent.relative_to(built.folder).as_posix()
        html = widgets.tell(page.read_bytes().decode(), bundles)
        page.write_bytes(_told(html, _PAGE_LOADS, files.renamed, folder, root).encode())


class _Files:
    """The files of a site, by their paths from its root; renamed when something asks for them."""

    def __init__(self, site: Path, bundles: dict[str, str]) -> None:
        self.site = site
        self.open: set[str] = set()
        """Those whose own names wait for those of files that they load."""
        self.names = {
            f"{widgets.FOLDER}/{old}": f"{widgets.FOLDER}/{new}" for old, new in bundles.items()
        }

    def renamed(self, at: str) -> str:
        """The path of a file from now on."""
        if at in self.names:
            return self.names[at]
        if at in self.open:
            raise BundleError(f"{at}: loads itself by way of others")
        path = within(self.site, at)
        if path is None or path.suffix not in KINDS or _NAMED.search(at):
            return self.names.setdefault(at, at)
        text = minify(path.read_text(encoding="utf-8"), path.suffix)
        self.open.add(at)
        text = _told(text, _FILE_LOADS, self.renamed, posixpath.dirname(at))
        self.open.remove(at)
        name = f"{path.stem}.{version(text)}{served(path.suffix)}"
        path.unlink()
        path.with_name(name).write_text(text, encoding="utf-8")
        return self.names.setdefault(at, posixpath.join(posixpath.dirname(at), name))


def _told(
    text: str, loads: re.Pattern[str], renamed: Callable[[str], str], folder: str, root: str = "/"
) -> str:
    """A text whose addresses follow the files; `folder` is where it lies, and `root` the site's own address."""

    def follow(match: re.Match[str]) -> str:
        path = match["path"]
        absolute = path.startswith(root)
        at = posixpath.normpath(
            path.removeprefix(root) if absolute else posixpath.join(folder, path)
        )
        now = renamed(at)
        if now == at:
            return match[0]
        to = root + now if absolute else posixpath.relpath(now, folder or ".")
        return f"{match['before']}{to if absolute or to.startswith('.') else f'./{to}'}"

    return loads.sub(follow, text)
