"""The list of what a browser keeps for reading without a network, and the worker that holds it."""

import json
import re
from pathlib import Path

import pytest

from guidebook.publishing import offline
from guidebook.publishing.built import Built
from tests.project import Project

PAGES = {
    "index.html": "",
    "about/privacy/index.html": "about/privacy/",
    "help.html": "help.html",
    "zh/暗面/index.html": "zh/%E6%9A%97%E9%9D%A2/",
    "sitemap.xml": "sitemap.xml",
    "widgets/loader.mjs": "widgets/loader.mjs",
    "assets/moon.svg": "assets/moon.svg",
}
"""File → the address that a browser asks for."""
LEFT_OUT = (
    *("404.html", "worker.js", "robots.txt", "sitemap.xml.gz", "assets/bundle.js.map"),
    *("download/book.zip", "assets/cards/help.png", "assets/javascripts/lunr/min/lunr.de.min.js"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*PAGES, *LEFT_OUT):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_pages_and_what_they_show_are_kept_and_nothing_else(folder: Path) -> None:
    assert set(offline.files(folder)) == set(PAGES.values())


def test_a_change_of_a_file_changes_its_hash_and_no_other(folder: Path) -> None:
    before = offline.files(folder)
    (folder / "help.html").write_text("another number")

    after = offline.files(folder)

    assert {path for path in before if before[path] != after[path]} == {"help.html"}


def test_hashes_are_written_as_browsers_check_them(folder: Path) -> None:
    (folder / "help.html").write_bytes(b"")

    empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    assert offline.files(folder)["help.html"] == empty


def test_search_in_another_language_gets_what_it_loads(folder: Path) -> None:
    lunr = "assets/javascripts/lunr/"
    for name in ("min/lunr.stemmer.support.min.js", "min/lunr.multi.min.js", "tinyseg.js"):
        (folder / lunr / name).write_text(name)
    (folder / "search").mkdir()
    index = json.dumps({"config": {"lang": ["en", "de"]}})
    (folder / "search/search_index.json").write_text(index)

    kept = {path.removeprefix(lunr) for path in offline.files(folder) if path.startswith(lunr)}

    assert kept >= {"min/lunr.stemmer.support.min.js", "min/lunr.de.min.js"}


def test_a_site_without_the_widgets_is_left_as_it_is(folder: Path) -> None:
    (folder / "worker.js").unlink()
    (folder / "widgets/loader.mjs").unlink()
    built = Built(folder, "", "", "en")

    offline.register_worker(built)
    offline.write_worker(built)

    assert not (folder / "worker.js").exists()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("project"))
    project.build()
    return project


def test_a_build_has_a_worker_that_lists_its_files_in_order(built: Project) -> None:
    worker = (built.site / "worker.js").read_text(encoding="utf-8")

    (listed,) = re.findall(r"^const FILES = (\{.*?\});$", worker, re.DOTALL | re.MULTILINE)

    assert json.loads(listed) == offline.files(built.site)
    assert list(json.loads(listed)) == sorted(json.loads(listed))
    assert {"", "help/", "chapters/birds/"} <= json.loads(listed).keys()
    assert any(re.fullmatch(r"widgets/quiz\.\w{8}\.js", name) for name in json.loads(listed))


def test_a_preview_has_no_worker(tmp_path: Path) -> None:
    project = Project(tmp_path)

    project.build(command="serve")

    assert not (project.site / "worker.js").exists()
    assert "offline" not in (project.site / "widgets/loader.mjs").read_text(encoding="utf-8")
