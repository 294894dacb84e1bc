"""Every page can be found: the list of pages in mkdocs.yml names each once, and no other."""

from collections.abc import Iterator

from guidebook.house_rules.house import House
from guidebook.house_rules.rule import Rule
from guidebook.problem import Place, Problem, ProblemsFound, nearest
from guidebook.source import Value, Where
from guidebook.source import read as read_yaml

SETTINGS = "mkdocs.yml"


def faults(house: House) -> Iterator[Problem]:
    """A page that the list does not name, and a name that is no page."""
    path = house.book.root / SETTINGS
    try:
        source = read_yaml(path, house.book.root) if path.is_file() else None
    except ProblemsFound as found:
        yield from found.problems
        return
    nav = source.data.get("nav") if source and isinstance(source.data, dict) else None
    if source is None or nav is None:
        return
    pages, named = house.book.docs.pages, set[str]()
    for where, name in _names(nav, ("nav",)):
        if "://" in name or name.startswith("/"):
            continue
        named.add(name)
        if name not in pages:
            message = f'there is no page "{name}" in docs/{nearest(name, pages)}'
            yield source.problem(where, message)
    for name in sorted(pages.keys() - named):
        message = f'no line under "nav:" in mkdocs.yml leads to this page; add one, as in `- Its title: {name}`'
        yield Problem(f"docs/{name}", Place(), message)


def _names(value: Value, where: Where) -> Iterator[tuple[Where, str]]:
    """The page that each entry names, and where it stands."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, list):
        for n, entry in enumerate(value):
            yield from _names(entry, (*where, n))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _names(entry, (*where, key))


RULES = (
    Rule(
        id="menu",
        says="Each page in docs/ has a line under nav: in mkdocs.yml, and each line there has its page.",
        reason="A page that no menu names is found by nobody.",
        cure="Add the line that the message shows, where the page belongs.",
        scope="every page",
        check=faults,
    ),
)
