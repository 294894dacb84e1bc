"""What HTML would do that no page of the book does: run, fetch, send a reader away. Knows nothing of our own checks."""

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser

_RUNS = frozenset(
    (
        *(
            "applet",
            "base",
            "embed",
            "foreignobject",
            "frame",
            "iframe",
            "math",
            "object",
            "portal",
        ),
        *("animate", "audio", "set", "source", "style", "video"),
    )
)
_FETCHED = ("action", "background", "data", "formaction", "poster", "src", "srcset", "xlink:href")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):|//|\\", re.IGNORECASE)
_SAFE = frozenset({"http", "https", "mailto", "tel", "sms"})
_ODD = re.compile(r"[\x00-\x20]")
_NAMED = frozenset(("alternate", "canonical", "edit", "feed", "license", "next", "prev"))
_LOADED = frozenset(("icon", "modulepreload", "prefetch", "stylesheet"))
"""What a <link> may be: one that names a place, or one that fetches it."""


class Harm(HTMLParser):
    """Reads one page or a part of one; `found` says what it would do. `scripts` are known, and may run."""

    def __init__(self, html: str, scripts: Collection[str] = ()) -> None:
        super().__init__()
        self.found: list[str] = []
        self._known = scripts
        self._script: str | None = None
        self.feed(html)
        self.close()
        self.found += ["a script that never ends"] if self.is_open else []

    @property
    def is_open(self) -> bool:
        """Whether a script is being read."""
        return self._script is not None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += _of_element(tag, given)
        if tag == "script" and "src" not in given and "json" not in given.get("type", ""):
            self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            if self._script.strip() and self._script not in self._known:
                self.found.append(f"the script {self._script[:60]}")
            self._script = None


def _of_element(tag: str, given: dict[str, str]) -> Iterator[str]:
    if tag in _RUNS:
        yield f"<{tag}>"
    if tag == "meta" and "http-equiv" in given:
        yield f"<meta http-equiv={given['http-equiv']}>"
    if tag == "link" and not (_NAMED | _LOADED).issuperset(given.get("rel", "").split()):
        yield f"<link rel={given.get('rel')}>"
    for name, value in given.items():
        if name.startswith("on") or name in ("style", "srcdoc", "ping", "is"):
            yield f"<{tag} {name}={value[:60]}>"
        elif name in (*_FETCHED, "href"):
            scheme = _SCHEME.match(_ODD.sub("", value))
            leads = tag == "a" or (
                tag == "link" and _LOADED.isdisjoint(given.get("rel", "").split())
            )
            if scheme and not (leads and (scheme[1] or "").lower() in _SAFE):
                yield f"<{tag} {name}={value[:60]}>"
        elif name == "data-widget" and not re.fullmatch(r"(?:[a-z]+/)*[a-z-]+\.mjs", value):
            yield f"<{tag} {name}={value[:60]}>"
