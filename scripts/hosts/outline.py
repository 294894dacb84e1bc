"""Templates that are no page (llms.txt, robots.txt), for a host that leaves them as they are."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment

_TITLE = re.compile(r"<h1[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h1>", re.DOTALL)
_DESCRIPTION = re.compile(r'<meta name="description" content="(.*?)"')


def rendered(template: str, site: Path, settings: dict[str, Any]) -> str:
    """A template as MkDocs renders it, from the pages of a built site and the settings it was built with."""
    config = SimpleNamespace(**{"site_url": "", **settings})
    config.extra = SimpleNamespace(**settings["extra"])
    nav = SimpleNamespace(items=list(_items(settings["nav"], site, config.site_url)))
    environment = Environment(autoescape=False, trim_blocks=False)  # noqa: S701 (plain text)
    return environment.from_string(template).render(config=config, nav=nav)


def _items(entries: Iterable[Any], site: Path, address: str) -> Iterator[Any]:
    """The entries of `nav` as MkDocs hands them to templates."""
    for entry in entries:
        title, what = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(what, list):
            children = list(_items(what, site, address))
            yield SimpleNamespace(title=title, is_section=True, is_page=False, children=children)
        else:
            yield _page(title, what, site, address)


def _page(title: str, path: str, site: Path, address: str) -> Any:
    """A page; its title, if the navigation gives none, is its heading."""
    url = re.sub(r"(?:(?<=/)|^)index\.md$", "", path).replace(".md", "/")
    html = (site / url / "index.html").read_text(encoding="utf-8")
    heading, described = _TITLE.search(html), _DESCRIPTION.search(html)
    return SimpleNamespace(
        title=title or (unescape(heading[1]).strip() if heading else ""),
        url=url,
        canonical_url=f"{address}{url}" if address else "",
        meta=SimpleNamespace(description=unescape(described[1]) if described else ""),
        is_section=False,
        is_page=True,
    )
