"""The scripts that a theme writes into its pages, as its own templates have them.

These and no others may run inline: what else stands in a page was brought there by somebody's words.
"""

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "partials/javascripts"
"""Where Material keeps them, one or two in a file."""

_SCRIPT = re.compile("<script>(.*?)</script>", re.DOTALL)
_GAP = re.compile(r"\{\{.*?\}\}")
_FILLED = r"[\w./~%-]*"
"""What a template fills in: the way to the root of the site, which differs with the depth of a page."""


class Scripts:
    """Those of some folders of templates."""

    def __init__(self, templates: Iterable[Path]) -> None:
        found = (path for folder in templates for path in sorted(folder.glob(f"{FOLDER}/*.html")))
        self._patterns = {
            re.compile(_FILLED.join(map(re.escape, _GAP.split(script))))
            for path in found
            for script in _SCRIPT.findall(path.read_text(encoding="utf-8"))
        }

    def __contains__(self, script: object) -> bool:
        return any(pattern.fullmatch(str(script)) for pattern in self._patterns)
