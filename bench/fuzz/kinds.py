"""Each kind of file: what is spoilt of it, and what the build makes of one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bench.fuzz import seeds
from bench.fuzz.book import PAGE, SmallBook
from guidebook.book import bibliography, example_form, help_lines, pages
from guidebook.book.book import PAGES, ROOMS
from guidebook.engine import page_text, standalone
from guidebook.engine.languages import Languages, Rooms
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.quiz_file import read_quiz
from guidebook.engine.render import Drawn, SiteLink
from guidebook.publishing.csp_page import Page as Sealed
from guidebook.publishing.minify import minify_page


@dataclass(frozen=True)
class Made:
    """What became of an input: HTML, and whatever else a reader or an author is shown."""

    html: tuple[str, ...]
    """Whole, or in parts."""
    said: tuple[str, ...] = ()
    """What is wrong with it; a build stops at the first."""


@dataclass(frozen=True)
class Kind:
    """One kind of file."""

    make: seeds.Maker
    """An input, given the pieces that may come to stand in it."""
    give: Callable[[SmallBook, bytes], Made]
    """Raises ProblemsFound."""


def page(book: SmallBook, content: bytes) -> Made:
    """A page, checked, and drawn whatever the check has said: a preview does so."""
    path = book.root / "docs" / PAGE
    path.write_bytes(content)
    try:
        said = [*map(str, pages.read(path, book.root, book.book.known).problems)]
    finally:
        path.unlink()
    if not page_text.is_readable(content):
        return Made((), tuple(said))
    article, whole, left_out = book.draw(content.decode("utf-8-sig"))
    said += left_out
    sealed = Sealed(whole).problems(PAGE, book.scripts, book.book.docs.hosts)
    said += map(str, sealed)
    return Made((article, whole) if said else (article, whole, minify_page(whole)), tuple(said))


def head(book: SmallBook, content: bytes) -> Made:
    """Front matter above a page of a few words."""
    return page(book, b"---\n" + content + b"\n---\n# A page\n\nWords.\n")


def help_file(book: SmallBook, content: bytes) -> Made:
    """The help lines, on a page and in the outline for programs."""
    path = book.root / "data/fuzz.yml"
    path.write_bytes(content)
    try:
        found = help_lines.read(path, book.root, book.book.docs)
    finally:
        path.unlink()
    assert found
    book.extension.collaborators["help-lines"] = lambda: found.markdown
    return page(book, seeds.HEAD + b"# Help\n\n/// help-lines\n///\n")


def sources(book: SmallBook, content: bytes) -> Made:
    """The bibliography, as the list of all works."""
    path = book.root / "data/fuzz.bib"
    path.write_bytes(content)
    try:
        works = bibliography.read(path, book.root, book.book.docs.hosts)
    finally:
        path.unlink()
    book.extension.collaborators["sources"] = lambda: works.listed(works.works)
    return page(book, seeds.HEAD + b"# Sources\n\n/// sources\n///\n")


def words(book: SmallBook, content: bytes) -> Made:
    """The words of a language, on a page and in every widget."""
    own, _, phrases = content.partition(b"\n")
    path = book.root / f"overrides/widgets/engine/locales/{own.decode()}.yml"
    before = path.read_bytes()
    path.write_bytes(phrases)
    try:
        spoken = Languages(
            Rooms([book.root / "overrides/widgets" / room for room in ROOMS]),
            own.decode(),
            book.book.docs,
            book.root,
            PAGES,
        )
    finally:
        path.write_bytes(before)
    if spoken.problems:
        raise ProblemsFound(spoken.problems)
    book.config.extra["words"] = spoken.html
    book.extension.phrases = lambda _: spoken.phrases(own.decode())
    head = seeds.HEAD.decode().removesuffix("---\n") + f"lang: {own.decode()}\nexit: true\n---\n"
    article, whole, _ = book.draw(head + _SAYS)
    drawn = (article, whole, *_widgets(book, spoken))
    return Made(drawn, tuple(map(str, spoken.unsaid())))


def quiz(book: SmallBook, content: bytes) -> Made:
    """A quiz, as its widget."""
    path = book.root / "quizzes/fuzz.yml"
    path.write_bytes(content)
    try:
        found = read_quiz(path, book.root, book.book.docs)
    finally:
        path.unlink()
    assert book.book.renderer
    return Made((_html(book.book.renderer.draw(found.compiled)),))


_SAYS = "# A page\n\nOften. [mixed @lark2019]\n\n## Examples\n\n- *A.* B\n"


def _widgets(book: SmallBook, spoken: Languages) -> Iterator[str]:
    renderer = spoken.renderer()
    assert renderer
    for each in book.book.quizzes.values():
        yield _html(renderer.draw(each.compiled))
    yield _html(standalone.my_results(renderer, book.book.homes))
    yield _html(example_form.example_form(renderer, book.book.docs, ""))
    for name in ("offline", "download"):
        yield _html(standalone.plain(name, renderer))


def _html(drawn: Drawn) -> str:
    return "".join(part.html if isinstance(part, SiteLink) else part for part in drawn)


KINDS: Mapping[str, Kind] = {
    "quizzes": Kind(seeds.of(seeds.QUIZZES), quiz),
    "heads": Kind(seeds.of(seeds.HEADS), head),
    "pages": Kind(seeds.page, page),
    "help-lines": Kind(seeds.of(seeds.HELP), help_file),
    "sources": Kind(seeds.bibtex, sources),
    "words": Kind(seeds.language, words),
}
