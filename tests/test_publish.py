"""What goes to a server of one's own: whole, pressed, dated by its content, under the same headers everywhere."""

import gzip
import os
import shutil
from pathlib import Path

import pytest

from guidebook.publishing import headers
from guidebook.publishing.built import Built
from scripts.publish import publish
from tests.project import REPOSITORY

LONG = "One sentence after the other. " * 40
FILES = {
    "index.html": LONG,
    "short.html": "Short.",
    "assets/bundle.0123abcd.min.js": LONG,
    "assets/moon.svg": LONG,
    "assets/card.png": LONG,
    "sitemap.xml": LONG,
    "sitemap.xml.gz": "pressed by another",
}
DEPLOY = REPOSITORY / "deploy"
LONG_AGO = 1_000_000_000


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of these files."""
    folder = tmp_path / "built"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    headers.write(
        Built(folder, "", "", "en"), "default-src 'none'; script-src 'sha256-a='", "origin"
    )
    return folder


@pytest.fixture(params=["with brotli", "without brotli"])
def out(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Path:
    """Published once, long ago, on a machine with or without brotli."""
    tools = tmp_path / "bin"
    tools.mkdir()
    if request.param == "with brotli":
        (tools / "brotli").write_text("#!/bin/sh\nprintf 'brotli: '\nexec /bin/cat\n")
        (tools / "brotli").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    publish(site, tmp_path / "out")
    for path in files(tmp_path / "out/site"):
        os.utime(tmp_path / "out/site" / path, (LONG_AGO, LONG_AGO))
    return tmp_path / "out"


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Each file's content and date."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), int(path.stat().st_mtime))
        for path in found
    }


def test_every_file_of_the_site_is_there_as_it_was(out: Path) -> None:
    published = files(out / "site")

    assert {name: published[name][0].decode() for name in FILES} == FILES


def test_what_gets_smaller_is_there_pressed_too(out: Path) -> None:
    published = files(out / "site")

    ends = [".gz", ".br"] if shutil.which("brotli") else [".gz"]
    long = ["index.html", "assets/bundle.0123abcd.min.js", "assets/moon.svg"]
    extra = {f"{name}{end}" for name in long for end in ends}
    extra |= {f"sitemap.xml{end}" for end in ends if end != ".gz"}
    assert set(published) == {*FILES, *extra}
    for name in extra:
        data = published[name][0]
        text = gzip.decompress(data) if name.endswith(".gz") else data.removeprefix(b"brotli: ")
        assert text.decode() == LONG


def test_what_is_still_the_same_keeps_its_date(site: Path, out: Path) -> None:
    before = files(out / "site")

    publish(site, out)

    assert files(out / "site") == before


def test_what_has_changed_is_new_in_all_its_forms(site: Path, out: Path) -> None:
    before = files(out / "site")
    (site / "index.html").write_text(LONG.upper())

    publish(site, out)

    changed = {name for name, now in files(out / "site").items() if now != before[name]}
    assert changed == {name for name in before if name.startswith("index.html")}
    assert len({date for name, (_, date) in files(out / "site").items() if name in changed}) == 1


def test_what_is_gone_goes_in_all_its_forms(site: Path, out: Path) -> None:
    (site / "assets/moon.svg").unlink()

    publish(site, out)

    assert [name for name in files(out / "site") if "moon" in name] == []


def test_both_servers_say_what_the_site_says_of_itself(site: Path, out: Path) -> None:
    rules = headers.read((site / headers.FILE).read_text())

    everywhere = sorted(rules[headers.EVERYTHING].items())
    nginx = [f'add_header {name} "{value}" always;' for name, value in everywhere]
    caddy = ["header {", *(f'\t{name} "{value}"' for name, value in everywhere), "}"]
    assert (out / "headers.nginx").read_text().splitlines() == nginx
    assert (out / "headers.caddy").read_text().splitlines() == caddy
    assert not (out / "site" / headers.FILE).exists()


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_both_servers_keep_for_good_what_the_headers_do(name: str) -> None:
    settings = (DEPLOY / name).read_text()

    for said in (headers.HASHED.pattern, f'"{headers.FOREVER}"', f'"{headers.ASK}"'):
        assert said in settings
    assert f"/srv/guidebook/headers.{'nginx' if name == 'nginx.conf' else 'caddy'}" in settings
    assert "/srv/guidebook/site" in settings


def test_nginx_says_of_every_file_what_the_headers_do(site: Path) -> None:
    settings = (DEPLOY / "nginx.conf").read_text()
    everywhere = headers.read((site / headers.FILE).read_text())[headers.EVERYTHING]

    of_all, _, of_pages = settings.partition("location ~")
    kept = "add_header Cache-Control $guidebook_kept always;"
    for name in ("Cross-Origin-Resource-Policy", "X-Content-Type-Options"):
        assert f'add_header {name} "{everywhere[name]}" always;' in of_all
    assert kept in of_all
    assert of_all.count("add_header") == 3
    assert kept in of_pages  # for what a location says undoes what is said around it
    assert of_pages.count("add_header") == 1


def test_nginx_keeps_no_log_of_visits() -> None:
    settings = (DEPLOY / "nginx.conf").read_text()

    assert "access_log off;" in settings
    assert "log_not_found off;" in settings
