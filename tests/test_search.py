"""Search is fetched only when somebody searches."""

import json
from pathlib import Path

import pytest

from guidebook.site.built import Built
from guidebook.site.search import WORDS, defer
from guidebook.unsearched import give_back, lend

INDEX = '{"config":{"lang":["en"]},"docs":[{"location":"","title":"Start","text":"Words."}]}'
ENGINE = "assets/javascripts/workers/search.0a1b2c3d.min.js"
FILES = {
    "search/search_index.json": INDEX,
    "search/later.js": 'const ENGINE = "";\nconst INDEX = "";\n',
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
    [worker] = tmp_path.glob("assets/javascripts/workers/later.*.js")
    name = f"assets/javascripts/workers/{worker.name}"
    assert f'"{name}"' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert f'"../../{name}"' in (tmp_path / "deep/page/index.html").read_text(encoding="utf-8")


def test_the_worker_knows_where_both_lie(tmp_path: Path) -> None:
    defer(built(tmp_path, FILES))
    [worker] = tmp_path.glob("assets/javascripts/workers/later.*.js")
    [words] = tmp_path.glob(WORDS)
    said = worker.read_text(encoding="utf-8").splitlines()
    assert said == [
        'const ENGINE = "search.0a1b2c3d.min.js";',
        f'const INDEX = "../../../search/{words.name}";',
    ]


@pytest.mark.parametrize("missing", ["search/search_index.json", "search/later.js", ENGINE])
def test_a_site_without_the_search_of_the_theme_stays_as_it_is(
    tmp_path: Path, missing: str
) -> None:
    files = {name: text for name, text in FILES.items() if name != missing}
    defer(built(tmp_path, files))
    left = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert left == set(files)


ASKED = '<div class="a" data-search-exclude><div><h3>One</h3></div> <div><h3>Two</h3></div></div>'


@pytest.mark.parametrize(
    ("page", "left"),
    [
        ("<p>Said.</p>", "<p>Said.</p>"),
        (f"<p>Before.</p>{ASKED}<p>After.</p>", "<p>Before.</p><!--lent 0--><p>After.</p>"),
        (f"{ASKED}<hr>{ASKED}", "<!--lent 0--><hr><!--lent 1-->"),
        ("<div><form data-search-exclude>?</form></div>", "<div><!--lent 0--></div>"),
        ("<div data-search-exclude><p>Never ended.", "<div data-search-exclude><p>Never ended."),
        ("<p>Of data-search-exclude itself.</p>", "<p>Of data-search-exclude itself.</p>"),
    ],
)
def test_what_is_not_to_be_found_is_out_of_the_page_while_it_is_searched(
    page: str, left: str
) -> None:
    searched, lent = lend(page)
    assert searched == left
    assert give_back(searched, lent) == page


def test_what_is_put_back_may_hold_anything() -> None:
    page = r"<p data-search-exclude>\1 <!--lent 0--> \g<0></p>"
    assert give_back(*lend(page)) == page
