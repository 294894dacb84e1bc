"""A picture in SVG as a browser would run it: whether it is a picture and nothing else."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

LARGEST = 200_000
"""Bytes. The largest of ours has two thousand."""

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_NAMED = tuple(f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space"))
_ELEMENTS = frozenset(
    (
        *("circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker"),
        *("mask", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "stop"),
        *("style", "svg", "symbol", "text", "title", "tspan", "use"),
    )
)
"""Shapes and colours: no script, no page within, no link, nothing that moves."""
_DECLARED = re.compile(r"<!(?!--)|<\?(?!xml[ \t\n])")
_LEADS_AWAY = re.compile(
    r"url\((?!\s*[\"']?#)|@import|image-set\(|\bsrc\(|expression\(|javascript:|://|\\",
    re.IGNORECASE,
)


def faults(text: str) -> Iterator[str]:
    """What is in the picture that no picture needs."""
    if len(text) > LARGEST:
        yield f"has {len(text):,} characters; the limit is {LARGEST:,}"
    elif found := _DECLARED.search(text):
        yield f"has {found[0]}, which a picture does not need; leave it out"
    else:
        try:
            root = fromstring(text.lstrip("\ufeff"))  # noqa: S314 (nothing is declared in it: see above)
        except (ParseError, ValueError) as error:
            yield f"is no SVG: {error}"
        else:
            yield from sorted({fault for part in root.iter() for fault in _of_element(part)})


def _of_element(part: Element) -> Iterator[str]:
    tag = str(part.tag)
    if tag.removeprefix(_SVG) not in _ELEMENTS or not tag.startswith(_SVG):
        yield f"has <{tag.rpartition('}')[2]}>, which can do more than a picture; leave it out"
    if tag == f"{_SVG}style" and (found := _LEADS_AWAY.search(part.text or "")):
        yield f"has {found[0]} in its styles, which leads out of it; leave it out"
    for name, value in part.attrib.items():
        if name.lower().startswith("on"):
            yield f"has the attribute {name}, which runs script; leave it out"
        elif name in ("href", _XLINK):
            if not value.startswith("#"):
                yield f'names "{value[:60]}"; a picture takes only parts of itself, as in #moon'
        elif name.startswith("{") and name not in _NAMED:
            yield f"has the attribute {name.rpartition('}')[2]} of another language; leave it out"
        elif _LEADS_AWAY.search(value):
            yield f'says "{value[:60]}"; a picture takes only parts of itself, as in url(#moon)'
