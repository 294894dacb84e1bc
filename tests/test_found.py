"""What programs find at the root of a site: the map, the rules for crawlers, the outline in plain text."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.project import REPOSITORY, Project, front_matter

ADDRESS = "https://example.org/book/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FILES = {
    "docs/old.md": f"{front_matter(reviewed='2020-02-20')}# Old",
    "docs/文/字.md": f"{front_matter()}# A page",
}


def built(address: str, folder: Path) -> Project:
    project = Project(folder, FILES)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    project.write({"mkdocs.yml": f"{settings}site_url: {address}\n"})
    project.build()
    return project


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return built(ADDRESS, tmp_path_factory.mktemp("known"))


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return built("", tmp_path_factory.mktemp("unknown"))


def mapped(project: Project) -> dict[str, str | None]:
    """Address → day, as the map tells it."""
    urls = ET.fromstring((project.site / "sitemap.xml").read_bytes())  # noqa: S314 (our own)
    return {
        url.findtext(f"{NAMESPACE}loc", ""): url.findtext(f"{NAMESPACE}lastmod") for url in urls
    }


def test_the_map_tells_when_a_person_last_read_each_page(known: Project) -> None:
    found = mapped(known)

    assert found[ADDRESS] == "2026-11-22"
    assert found[f"{ADDRESS}old/"] == "2020-02-20"
    assert found[f"{ADDRESS}%E6%96%87/%E5%AD%97/"] == "2026-11-22"
    assert None not in found.values()


def test_the_map_has_every_page_and_no_other(known: Project) -> None:
    pages = [path.parent for path in known.site.rglob("index.html")]
    assert len(mapped(known)) == len(pages)


def test_the_map_is_empty_where_the_address_is_not_known(unknown: Project) -> None:
    assert mapped(unknown) == {}


def test_no_copy_of_the_map_tells_when_it_was_made(known: Project) -> None:
    assert not (known.site / "sitemap.xml.gz").exists()


def test_the_workflow_that_publishes_tells_the_book_its_addresses(tmp_path: Path) -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/test.yml").read_text("utf-8"))
    (command,) = [s["run"] for s in workflow["jobs"]["build"]["steps"] if "ADDRESS" in str(s)]
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)

    address = ADDRESS.removesuffix("/")
    kept = "https://github.com/owner/name"
    environment = {**os.environ, "ADDRESS": address, "KEPT": kept}
    subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment, check=True)

    settings = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert settings["site_url"] == ADDRESS
    assert settings["extra"]["repository"] == kept


def test_crawlers_are_welcome_and_shown_the_map(known: Project, unknown: Project) -> None:
    rules = (known.site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert rules[1:3] == ["User-agent: *", "Allow: /"]
    assert rules[-1] == f"Sitemap: {ADDRESS}sitemap.xml"
    assert "Sitemap" not in (unknown.site / "robots.txt").read_text(encoding="utf-8")


def outline(project: Project) -> str:
    return (project.site / "llms.txt").read_text(encoding="utf-8")


def test_the_outline_begins_as_the_format_asks(known: Project) -> None:
    """A heading of the first level, then a quotation that sums up: llmstxt.org."""
    lines = outline(known).splitlines()
    assert lines[0] == "# A small book"
    assert lines[2].startswith("> ")


def test_the_outline_has_the_help_lines_word_for_word(known: Project) -> None:
    lines = known.book().help_lines
    assert lines
    assert lines.markdown in outline(known)
    assert "no advice service" in outline(known)


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_the_outline_leads_to_every_page(address: str, tmp_path: Path) -> None:
    project = built(address, tmp_path)
    found = re.findall(r"^- \[.+?\]\((.+?)\): .{50}", outline(project), re.MULTILINE)
    pages = [path.parent for path in project.site.rglob("index.html")]

    assert len(found) == len(pages)
    assert all(link.startswith(address) for link in found)
