"""Whatever stands in a file, an author gets a widget or a list of faults: no traceback, no hang."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from guidebook.book import pages
from guidebook.book.book import Book
from guidebook.engine import text
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.quiz_file import read_quiz
from guidebook.engine.render import Renderer
from guidebook.engine.yaml import source
from tests.drawing import GOLDEN, html, parsed, words
from tests.project import REPOSITORY, Project
from tests.time_limit import ends

TIMES = settings().max_examples
"""Half as many in a sample (conftest.py)."""
many = settings(max_examples=TIMES)
few = settings(max_examples=TIMES // 3)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Book, Renderer]:
    project = Project(tmp_path_factory.mktemp("project"))
    book = project.book()
    assert book.renderer
    return project, book, book.renderer


Read = tuple[Project, Book, Renderer]


def compile_and_draw(content: bytes, project: Read) -> str | None:
    """The widget, or None if there were faults; each of them has a place in the file and says something."""
    folder, book, renderer = project
    path = folder.root / "quizzes/fuzz.yml"
    path.write_bytes(content)
    try:
        with ends():
            return html(renderer.draw(read_quiz(path, folder.root, book.docs).compiled))
    except ProblemsFound as found:
        lines = content.decode("utf-8-sig", "replace").splitlines()
        for problem in found.problems:
            assert 1 <= problem.place.line <= len(lines) + 1
            assert problem.place.column >= 1
            assert problem.message.strip()
        return None
    finally:
        path.unlink()


# Bytes

SOUND = [
    *((GOLDEN / f"{name}.yml").read_bytes() for name in ("every-feature", "leading")),
    *(path.read_bytes() for path in sorted((REPOSITORY / "quizzes/examples").glob("*.yml"))),
]
SPLINTERS = [
    *(
        b": ",
        b"- ",
        b"\n",
        b"\n\n",
        b"    ",
        b"\t",
        b"\r",
        b"'",
        b'"',
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
    ),
    *(b"#", b"&a ", b"*a", b"!x ", b"|\n", b">-\n", b"? ", b"---\n", b"...\n", b"%", b"@", b"`"),
    *(b"\xff", b"\x00", b"\xef\xbb\xbf", b"\xf0\x9f\x98\x80", b"\xe2\x80\xa8", b"~", b"0x", b"1e9"),
    *(b"-1", b"1000", b"true", b"no", b".nan", b"null", b"id: ", b"points: ", b"<<: ", b"9" * 400),
]
edits = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 12), st.sampled_from(SPLINTERS) | st.binary(max_size=3)
    ),
    min_size=1,
    max_size=4,
)


@many
@given(st.sampled_from(SOUND), edits)
def test_a_quiz_with_bytes_changed(
    project: Read, sound: bytes, edits: list[tuple[float, int, bytes]]
) -> None:
    content = sound
    for where, removed, put in edits:
        at = int(where * len(content))
        content = content[:at] + put + content[at + removed :]
    compile_and_draw(content, project)


@few
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
def test_a_quiz_of_any_bytes(project: Read, content: bytes) -> None:
    assert compile_and_draw(content, project) is None


@many
@given(st.lists(st.sampled_from(SPLINTERS), max_size=40))
def test_yaml_of_any_splinters(splinters: list[bytes]) -> None:
    with suppress(ProblemsFound):
        source.read_text(b"".join(splinters).decode("utf-8", "ignore"), "fuzz.yml")


# Structure


def _data(path: Path) -> Any:
    return source.read_text(path.read_text(encoding="utf-8"), "").data


def _places(part: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value of a quiz."""
    steps = (
        part.items()
        if isinstance(part, dict)
        else enumerate(part)
        if isinstance(part, list)
        else ()
    )
    return [way, *(found for step, value in steps for found in _places(value, (*way, step)))]


def _with(part: Any, way: tuple[Any, ...], value: Any) -> Any:
    if not way:
        return value
    step, *rest = way
    if isinstance(part, dict):
        return {k: _with(v, tuple(rest), value) if k == step else v for k, v in part.items()}
    return [_with(v, tuple(rest), value) if n == step else v for n, v in enumerate(part)]


QUIZZES = [
    _data(GOLDEN / "every-feature.yml"),
    *(_data(path) for path in sorted((REPOSITORY / "quizzes/examples").glob("*.yml"))),
]
PLACES = [(n, way) for n, quiz in enumerate(QUIZZES) for way in _places(quiz)]
WORDS = [
    "noise",
    "song",
    "loud",
    "never",
    "skip",
    "gate",
    "safe",
    "",
    " ",
    "Not an id",
    "/help.md",
    "x" * 70,
]
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-2_000, 2_000)
    | st.floats()
    | st.sampled_from(WORDS)
    | st.text(max_size=8)
)
keys = st.sampled_from(["id", "label", "points", "from", "scale", "go", "when", "bands", "odd"])
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=2 * TIMES)
@given(st.lists(st.tuples(st.sampled_from(PLACES), values), min_size=1, max_size=2))
def test_a_quiz_with_values_changed(
    project: Read, changes: list[tuple[tuple[int, tuple[Any, ...]], Any]]
) -> None:
    (first, _), _ = changes[0]
    data = QUIZZES[first]
    for (quiz, way), value in changes:
        if quiz == first and way in _places(data):
            data = _with(data, way, value)
    compile_and_draw(json.dumps(data).encode(), project)


# Pages

PAGE_SPLINTERS = [
    *(
        "\n",
        "\n\n",
        " ",
        "    ",
        "> ",
        "- ",
        "1. ",
        "# ",
        "\\",
        "|",
        "*",
        "[",
        "]",
        "(",
        ")",
        "word\n---\n",
    ),
    *(
        "`code`",
        "\n\n```\n/// quizz [@nobody]\n```\n\n",
        "\n\n<!-- /// quizz -->\n\n",
        "\n\n<div>\n",
        "\n</div>\n\n",
    ),
    *(
        "/// quiz | do-birds-wake-me\n///\n",
        "/// quiz | do-birds-wake-me",
        "/// quizz",
        "///",
        "//",
        "////",
    ),
    *(
        "/// help-lines\n///",
        "[mixed @lark2019]",
        "[experience]",
        "[@wren2021]",
        "@lark2019",
        "[^lark2019]",
    ),
    *("[x](/help.md)", "| a |\n|---|\n", "word", "two words", "one ` alone"),
]
"""What a page is made of, whole and in parts. Code is whole: an open end of it may be anything."""


@settings(max_examples=3 * TIMES)
@given(st.lists(st.sampled_from(PAGE_SPLINTERS), max_size=14))
def test_a_page_without_faults_shows_no_slashes_and_no_marks(
    project: Read, splinters: list[str]
) -> None:
    folder, book, _ = project
    blocks = {"quiz": {"do-birds-wake-me"}, "help-lines": None}
    path = folder.root / "fuzz.md"
    path.write_text("".join(splinters), encoding="utf-8")
    known = pages.Known(blocks, book.ideas, book.works, book.docs, book.languages.fault)
    faults = pages.read(path, folder.root, known).problems
    names = ["attr_list", "footnotes", "toc", "tables", "fenced_code"]
    drawn = Markdown(extensions=[*names, book.extension()]).convert("".join(splinters))
    if not faults:
        shown = parsed(drawn)
        for code in [e for e in shown.iter() if e.tag == "code"]:
            code.clear()
        assert "///" not in words(shown)
        assert "[@wren2021]" not in words(shown)


@pytest.mark.parametrize("aside", ["- ", "> ", "1. ", "    ", " "])
def test_a_preview_comes_back_from_a_block_in_a_list(project: Read, aside: str) -> None:
    _, book, _ = project
    block = "/// quiz | do-birds-wake-me"
    page = f"{aside}{block}\n///\n{block}"
    assert "///" in Markdown(extensions=["attr_list", "footnotes", book.extension()]).convert(page)


# Text


@many
@given(st.text(max_size=200) | st.lists(st.sampled_from(PAGE_SPLINTERS), max_size=30).map("".join))
def test_a_text_is_words_and_harmless_markup(words: str) -> None:
    harmless = {"p", "a", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br"}
    for piece in (text.inline(words), text.block(words)):
        elements = list(parsed(piece.html).iter())[1:]
        assert {e.tag for e in elements} <= harmless
        assert {(e.tag, name) for e in elements for name in e.attrib} <= {("a", "href")}
