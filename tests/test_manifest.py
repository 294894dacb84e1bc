"""What a device needs to put the book among its programs: told by every page, and leading to what is there."""

import json
from pathlib import Path

import pytest

from guidebook.publishing import manifest
from guidebook.publishing.built import Built
from tests.drawing import parsed

PAGES = ("index.html", "far/below/index.html", "flat.html")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (*PAGES, "404.html"):
        page = tmp_path / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("<html><head></head><body></body></html>", encoding="utf-8")
    return tmp_path


def written(site: Path) -> None:
    manifest.write(Built(site, "", "A book: in short", "en"))


def test_its_pictures_are_there_and_it_stays_within_the_site(site: Path) -> None:
    (site / manifest.ICONS).mkdir(parents=True)
    for width in (180, 192, 512):
        (site / manifest.ICONS / f"night-{width}.png").write_bytes(b"")

    written(site)

    said = json.loads((site / manifest.FILE).read_text(encoding="utf-8"))
    assert (said["name"], said["short_name"], said["lang"]) == ("A book: in short", "A book", "en")
    assert (said["start_url"], said["scope"]) == ("./", "./")
    assert [icon["sizes"] for icon in said["icons"]] == ["180x180", "192x192", "512x512"]
    assert all((site / icon["src"]).is_file() for icon in said["icons"])
    for page in PAGES:
        links = [link.get("href", "") for link in parsed((site / page).read_text()).iter("link")]
        assert len(links) == 2
        assert all(((site / page).parent / link).is_file() for link in links)
    assert "link" not in (site / "404.html").read_text()


def test_a_site_without_pictures_has_none(site: Path) -> None:
    written(site)

    assert not (site / manifest.FILE).exists()
    assert "link" not in (site / "index.html").read_text()
