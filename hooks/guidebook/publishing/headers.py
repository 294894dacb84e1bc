"""The headers that every file of the site should be sent with, in a file that hosts read.

`_headers` is the form of Netlify and Cloudflare Pages; `make publish` turns it into what nginx and
Caddy read. Each file takes what all rules say that match it, so no header stands in two rules.
"""

import re
from collections.abc import Iterator, Mapping

from guidebook.publishing.built import Built

FILE = "_headers"
EVERYTHING = "/*"
HASHED = re.compile(r"\.[0-9a-f]{8,64}\.(min\.)?(css|js|png|svg|webp|woff2)$")
"""A name that changes whenever its content does."""
FOREVER = "public, max-age=31536000, immutable"
"""For those. A year, which is as long as the standard knows."""
ASK = "no-cache"
"""For all others: kept, but shown only once the host has said that it is still the same.

Not in `_headers`: its hosts do this by themselves, and would join it with the rule for the hashed.
"""

_UNUSED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope"),
    *("magnetometer", "microphone", "midi", "payment", "usb"),
)
"""What a page could ask the device for, and this site never does."""

Rules = Mapping[str, Mapping[str, str]]
"""Path, or path with a * at its end → the headers of what it matches."""


def write(built: Built, policy: str, referrer: str) -> None:
    """Leave `_headers` in the site."""
    names = (path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*"))
    lasting = {
        f"/{name}": {"Cache-Control": FOREVER} for name in sorted(names) if HASHED.search(name)
    }
    everywhere = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
        "Referrer-Policy": referrer,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    text = "".join(_rules({EVERYTHING: everywhere, **lasting}))
    (built.folder / FILE).write_text(text, encoding="utf-8")


def _rules(rules: Rules) -> Iterator[str]:
    for path, headers in rules.items():
        yield f"{path}\n"
        yield from (f"  {name}: {value}\n" for name, value in headers.items())


def read(text: str) -> dict[str, dict[str, str]]:
    """The rules of a `_headers` file."""
    rules: dict[str, dict[str, str]] = {}
    headers: dict[str, str] = {}
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("/"):
            headers = rules.setdefault(line.strip(), {})
        else:
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return rules


def of(path: str, rules: Rules) -> dict[str, str]:
    """The headers of one path, with those that the hosts of `_headers` give by themselves."""
    found = {"Cache-Control": ASK}
    for pattern, headers in rules.items():
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            found |= headers
    return found
