"""Search is fetched only when somebody searches."""

import json
from pathlib import Path

import pytest

from guidebook.book.book import Book
from guidebook.publishing.built import Built
from guidebook.publishing.search import WORDS, defer
from tests.drawing import having, html, parsed
from tests.project import REPOSITORY

INDEX = '{"config":{"lang":["en"]},"docs":[{"location":"","title":"Start","text":"Words."}]}'
ENGINE = "assets/javascripts/workers/search.0a1b2c3d.min.js"
FILES = {
    "search/search_index.json": INDEX,
    "search/lazy-worker.js": 'const ENGINE = "";\nconst INDEX = "";\n',
    ENGINE: "// the theme's",
    "index.html": f'<script type="application/json">{{"search": "{ENGINE}"}}</script>',
    "deep/page/index.html": f'<script type="application/json">{{"search": "../../{ENGINE}"}}</script>',
}


def built(folder: Path, files: dict[str, str]) -> Built:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Built(folder, "", "Book", "en")


def test_the_words_of_all_pages_wait_in_a_file_of_their_own(tmp_path: Path) -> None:
    defer(built(tmp_path, FILES))
    [words] = tmp_path.glob(WORDS)
    at_once = (tmp_path / "search/search_index.json").read_text(encoding="utf-8")
    assert words.read_text(encoding="utf-8") == INDEX
    assert json.loads(at_once) == {"config": {"lang": ["en"]}, "docs": []}


def test_every_page_asks_for_the_worker_that_waits(tmp_path: Path) -> None:
    defer(built(tmp_path, FILES))
    [worker] = tmp_path.glob("assets/javascripts/workers/lazy-worker.*.js")
    name = f"assets/javascripts/workers/{worker.name}"
    assert f'"{name}"' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert f'"../../{name}"' in (tmp_path / "deep/page/index.html").read_text(encoding="utf-8")


def test_the_worker_knows_where_both_lie(tmp_path: Path) -> None:
    defer(built(tmp_path, FILES))
    [worker] = tmp_path.glob("assets/javascripts/workers/lazy-worker.*.js")
    [words] = tmp_path.glob(WORDS)
    said = worker.read_text(encoding="utf-8").splitlines()
    assert said == [
        'const ENGINE = "search.0a1b2c3d.min.js";',
        f'const INDEX = "../../../search/{words.name}";',
    ]


@pytest.mark.parametrize("missing", ["search/search_index.json", "search/lazy-worker.js", ENGINE])
def test_a_site_without_the_search_of_the_theme_stays_as_it_is(
    tmp_path: Path, missing: str
) -> None:
    files = {name: text for name, text in FILES.items() if name != missing}
    defer(built(tmp_path, files))
    left = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert left == set(files)


def test_what_is_not_to_be_found_holds_no_element_of_its_own_name() -> None:
    """At the end of one, the search of the theme would take the rest for a part of the page."""
    widgets = [parsed(html(drawn)) for drawn in Book(REPOSITORY).drawn.values()]
    excluded = [e for widget in widgets for e in having(widget, "data-search-exclude")]
    assert excluded
    assert [e.attrib for e in excluded if len([*e.iter(str(e.tag))]) > 1] == []
