"""Every page can be found: the list of pages in mkdocs.yml names each once, and no other; lists of links lead on."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.rule import Rule
from guidebook.book.house_rules.said import Page
from guidebook.book.house_rules.sections import sections
from guidebook.book.house_rules.tools import leads_to
from guidebook.engine.problem import Place, Problem, ProblemsFound, nearest
from guidebook.engine.yaml.source import Source, Value, Where
from guidebook.engine.yaml.source import read as read_yaml

SETTINGS = "mkdocs.yml"
HOME = "docs/index.md"
SELF_ASSESSMENTS = "docs/self-assessments/"

_LINK = re.compile(r"\]\((/[^)#\s]*)")


def faults(house: House) -> Iterator[Problem]:
    """A page that the list does not name, and a name that is no page."""
    try:
        source, nav = _listed(house)
    except ProblemsFound as found:
        yield from found.problems
        return
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


def onward(house: House) -> Iterator[Problem]:
    """A chapter whose last line leads elsewhere than the foot of its page."""
    try:
        _, nav = _listed(house)
    except ProblemsFound:
        return  # told by `faults`
    order = [f"/{name}" for _, name in _names(nav or [], ("nav",))]
    after = dict(pairwise(order))
    for page, chapter in house.chapters:
        here = next((s for s in sections(page) if s.words == "Next"), None)
        following = after.get(chapter.page)
        if here and following and _LINK.findall(here.body)[-1:] != [following]:
            message = f"the foot of this page leads to {following}; let the last line of the text lead there, too"
            yield page.problem(here.start, message)


def from_home(house: House) -> Iterator[Problem]:
    """A chapter that the home page does not lead to."""
    yield from _not_led_to(house, HOME, (page for page, _ in house.chapters))


def from_list(house: House) -> Iterator[Problem]:
    """A self-assessment that the page of all of them does not lead to."""
    index = f"{SELF_ASSESSMENTS}index.md"
    pages = (p for p in house.pages if p.path.startswith(SELF_ASSESSMENTS) and p.path != index)
    yield from _not_led_to(house, index, pages)


def _not_led_to(house: House, index: str, pages: Iterable[Page]) -> Iterator[Problem]:
    start = house.page(index)
    for page in pages if start else ():
        if start and not leads_to(start.body, page):
            entry = f"- **[Its title]({page.path.removeprefix('docs')})** For whom it is."
            yield page.problem(0, f"{index} does not lead here; add a line to its list: `{entry}`")


def _listed(house: House) -> tuple[Source | None, Value]:
    """The settings, and the list of pages in them. Raises ProblemsFound."""
    path = house.book.root / SETTINGS
    source = read_yaml(path, house.book.root) if path.is_file() else None
    return source, source.data.get("nav") if source and isinstance(source.data, dict) else None


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
    Rule(
        id="next page",
        says="The last line of a chapter leads to the page that its foot leads to.",
        reason="Two different answers to “what next?” are one too many.",
        cure="Let the last link below “Next” be the page that follows in nav: of mkdocs.yml.",
        scope="every chapter",
        check=onward,
    ),
    Rule(
        id="on the home page",
        says="The home page leads to every chapter.",
        reason="There a reader chooses what to read.",
        cure="Add the line that the message shows to the list of chapters. A picture before it is welcome, and not needed.",
        scope="every chapter",
        check=from_home,
    ),
    Rule(
        id="self-assessments listed",
        says="The page of the self-assessments leads to every one of them.",
        reason="There a reader looks for one.",
        cure="Add the line that the message shows, and say in it for whom it is. A picture before it is welcome, and not needed.",
        scope="every page",
        check=from_list,
    ),
)
