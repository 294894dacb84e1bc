"""The same text makes the same site, byte for byte, whoever builds it, where and when."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.project import REPOSITORY

ADDRESS = "https://example.org/book/"
READ = ("data", "docs", "hooks", "mkdocs.yml", "overrides", "quizzes")
"""What a site is made from."""

MACHINES: Mapping[str, Mapping[str, str]] = {
    "here": {
        "LC_ALL": "C",
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": "1234567890",
        "TZ": "Pacific/Kiritimati",
        "UMASK": "022",
    },
    "a place/elsewhere, far away": {
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "2",
        "SOURCE_DATE_EPOCH": "4102444800",
        "TZ": "Pacific/Pago_Pago",
        "UMASK": "077",
    },
}
"""Folder → how the machine is set. The second gets its files in another order, all of them old."""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The book as two machines build it, each from a clean copy."""
    book = tmp_path_factory.mktemp("book")
    copy(REPOSITORY, book)
    found = []
    for number, (name, machine) in enumerate(MACHINES.items()):
        folder = tmp_path_factory.mktemp("machine") / name
        copy(book, folder, backwards=bool(number))
        settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
        (folder / "mkdocs.yml").write_text(f"{settings}site_url: {ADDRESS}\n", encoding="utf-8")
        subprocess.run(
            [sys.executable, "-B", "-m", "mkdocs", "build", "--strict", "--quiet"],
            cwd=folder,
            env={**os.environ, **machine, "NO_MKDOCS_2_WARNING": "1"},
            umask=int(machine["UMASK"], 8),
            check=True,
        )
        found.append(folder / "site")
    return found


def copy(book: Path, folder: Path, *, backwards: bool = False) -> None:
    """Everything that a site is made from, file by file."""
    files = [
        path
        for name in READ
        for path in sorted([book / name, *(book / name).rglob("*")])
        if path.is_file() and "__pycache__" not in path.parts
    ]
    for path in reversed(files) if backwards else files:
        to = folder / path.relative_to(book)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
        if backwards:
            os.utime(to, (0, 0))


def content(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_two_machines_make_the_same_site(sites: list[Path]) -> None:
    here, elsewhere = map(content, sites)

    assert len(here) > 100
    assert here.keys() == elsewhere.keys()
    assert [name for name in here if here[name] != elsewhere[name]] == []


def test_no_page_tells_where_or_when_it_was_built(sites: list[Path]) -> None:
    for site, machine in zip(sites, MACHINES.values(), strict=True):
        days = {"1234567890": "2009-02-1", "4102444800": "2100-01-01"}
        epoch = machine["SOURCE_DATE_EPOCH"]
        told = [text.encode() for text in (str(site.parent), epoch, days[epoch])]
        assert [name for name, data in content(site).items() if any(t in data for t in told)] == []


def test_every_picture_that_a_preview_asks_for_is_there(sites: list[Path]) -> None:
    pages = [path.read_text(encoding="utf-8") for path in sites[0].rglob("index.html")]
    asked = {url for page in pages for url in re.findall(r'"og:image" content="([^"]+)"', page)}

    assert len(asked) > 8
    assert [u for u in asked if not (sites[0] / u.removeprefix(ADDRESS)).is_file()] == []
