"""What a device needs to put the book among its programs: a name, and pictures of the moon."""

import json
import posixpath
import re

from guidebook.publishing.built import Built

FILE = "manifest.webmanifest"
ICONS = "assets/icons"
"""Where the pictures lie, named by their width: night-192.png, night-512.png."""
TOUCH = "night-180.png"
"""The one that phones of Apple take; they read no manifest for it."""
NIGHT = "#1a2238"
"""The colour of the header; see overrides/styles/colours.css."""

_WIDTH = re.compile(r"-(\d+)\.png$")


def write(built: Built) -> None:
    """Write it, and tell every page of it; nothing, where a site has no such pictures."""
    icons = sorted((built.folder / ICONS).glob("night-*.png"))
    if not icons:
        return
    said = json.dumps(described(built, [icon.name for icon in icons]), ensure_ascii=False, indent=1)
    (built.folder / FILE).write_text(f"{said}\n", encoding="utf-8")
    for page in built.folder.rglob("*.html"):
        if page.name == "404.html":
            continue  # served from any folder
        folder = page.parent.relative_to(built.folder).as_posix()
        links = (("manifest", FILE), ("apple-touch-icon", f"{ICONS}/{TOUCH}"))
        told = "".join(
            f'<link rel="{rel}" href="{posixpath.relpath(at, folder)}">\n' for rel, at in links
        )
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace("</head>", f"{told}</head>", 1), encoding="utf-8")


def described(built: Built, icons: list[str]) -> dict[str, object]:
    """The manifest; its addresses are from the root of the site."""
    widths = {name: found[1] for name in icons if (found := _WIDTH.search(name))}
    return {
        "name": built.name,
        "short_name": built.name.partition(":")[0],
        "lang": built.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",  # with the ways back that a book needs
        "theme_color": NIGHT,
        "background_color": NIGHT,
        "icons": [
            {
                "src": f"{ICONS}/{name}",
                "sizes": f"{width}x{width}",
                "type": "image/png",
                "purpose": "any maskable",  # the moon keeps within the circle that is never cut
            }
            for name, width in widths.items()
        ],
    }
