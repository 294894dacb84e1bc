"""What others are told of a page: previews in chats, search engines, readers of feeds."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.drawing import parsed
from tests.project import Project, front_matter
from tests.test_hosts import HOSTS, settings

ADDRESS = "https://example.org/book/"
CARDS = ["", "chapters/", "help/"]
SITE = "A small book"


def seen_at(
    address: str | None, folder: Path, files: Mapping[str, str] | None = None, *, flat: bool = False
) -> Project:
    """The sample, built as if it were published there; flat, with an address like `help.html`."""
    project = Project(folder, files)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    extra = {"cards": CARDS, "license": "https://example.org/free", "based_on": "An article"}
    own = {"site_url": address, "extra": extra, "use_directory_urls": not flat}
    project.write({"mkdocs.yml": yaml.safe_dump({**settings, **own})})
    project.build()
    return project


def tags(html: str) -> dict[str, str]:
    """Property → content, of what previews read."""
    found = ((m.get("property", m.get("name", "")), m) for m in parsed(html).iter("meta"))
    return {name: m.get("content", "") for name, m in found if name.startswith(("og:", "twitter:"))}


def described(html: str) -> dict[str, dict[str, Any]]:
    """What a search engine is told, by type. It must stand in the head: scripts below run anew."""
    (script,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>',
        html.split("</head>", 1)[0],
        re.DOTALL,
    )
    return {part["@type"]: part for part in json.loads(script)["@graph"]}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Project:
    silence = {"docs/silence.md": f"{front_matter()}# Silence"}
    return seen_at(ADDRESS, tmp_path_factory.mktemp("known"), silence)


@pytest.fixture(scope="module")
def unknown(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return seen_at(None, tmp_path_factory.mktemp("unknown"))


SEEN = {
    "": {"og:type": "website", "og:title": SITE, "og:image": "home", "og:image:alt": SITE},
    "help/": {"og:title": "Help", "og:image": "help", "og:image:alt": f"Help – {SITE}"},
    "chapters/birds/": {"og:title": "Birds", "og:image": "chapters", "og:image:alt": SITE},
    "silence/": {"og:title": "Silence", "og:image": "home", "og:image:alt": SITE},
}
"""Page → what is told of it. Without a card of its own it shows that of its part, else the home page's."""


@pytest.mark.parametrize("path", SEEN)
def test_a_preview_shows_the_page_and_the_nearest_card(known: Project, path: str) -> None:
    html = known.page(path)
    description = parsed(html).find(".//meta[@name='description']")
    assert description is not None
    assert tags(html) == {
        "og:type": "article",
        "og:site_name": SITE,
        "og:description": description.get("content"),
        "og:locale": "en_GB",
        "og:url": f"{ADDRESS}{path}",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
        **SEEN[path],
        "og:image": f"{ADDRESS}assets/cards/{SEEN[path]['og:image']}.png",
    }


@pytest.mark.parametrize("path", ["", "help", "chapters/birds"])
def test_where_the_address_is_not_known_none_is_made_up(unknown: Project, path: str) -> None:
    html = unknown.page(path)
    head = html.split("</head>", 1)[0]
    found = tags(html)

    assert not {"og:url", "og:image", "og:image:alt"} & found.keys()
    assert found["twitter:card"] == "summary"
    assert found["og:title"]
    assert [part.keys() & {"url", "image"} for part in described(html).values()] == [set()]
    assert 'rel="canonical"' not in head
    assert "application/atom+xml" not in head
    assert "https:///" not in head


def test_a_search_engine_is_told_what_a_page_is(known: Project) -> None:
    parts = described(known.page("chapters/birds"))

    assert parts["Article"] == {
        "@type": "Article",
        "headline": "Birds",
        "description": tags(known.page("chapters/birds"))["og:description"],
        "url": f"{ADDRESS}chapters/birds/",
        "image": f"{ADDRESS}assets/cards/chapters.png",
        "isPartOf": {"@type": "WebSite", "name": SITE, "url": ADDRESS},
        "dateModified": "2026-11-22",
        "license": "https://example.org/free",
        "isBasedOn": {"@type": "Article", "name": "An article"},
        "isAccessibleForFree": True,
        "inLanguage": "en",
    }
    assert [
        (step["position"], step["item"]) for step in parts["BreadcrumbList"]["itemListElement"]
    ] == [(1, ADDRESS), (2, f"{ADDRESS}chapters/birds/")]


def test_the_way_to_a_page_leads_through_the_page_of_its_part(tmp_path: Path) -> None:
    page = f"{front_matter()}# All chapters"
    project = seen_at(ADDRESS, tmp_path, {"docs/chapters/index.md": page})

    steps = described(project.page("chapters/birds"))["BreadcrumbList"]["itemListElement"]

    assert [step["name"] for step in steps] == [SITE, "All chapters", "Birds"]
    assert steps[1]["item"] == f"{ADDRESS}chapters/"


def test_without_folders_in_addresses_the_same_is_told_of_each_page(tmp_path: Path) -> None:
    page = f"{front_matter()}# All chapters"
    project = seen_at(ADDRESS, tmp_path, {"docs/chapters/index.md": page}, flat=True)

    def read(path: str) -> str:
        return (project.site / path).read_text(encoding="utf-8")

    assert described(read("index.html")).keys() == {"WebSite"}
    assert tags(read("index.html"))["og:image"] == f"{ADDRESS}assets/cards/home.png"
    assert tags(read("help.html"))["og:image:alt"] == f"Help – {SITE}"
    assert tags(read("chapters/birds.html"))["og:image"] == f"{ADDRESS}assets/cards/chapters.png"
    steps = described(read("chapters/birds.html"))["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == [SITE, "All chapters", "Birds"]
    assert steps[1]["item"] == f"{ADDRESS}chapters/index.html"


def test_the_cover_is_the_site(known: Project) -> None:
    parts = described(known.page(""))
    assert list(parts) == ["WebSite"]
    assert (parts["WebSite"]["name"], parts["WebSite"]["url"]) == (SITE, ADDRESS)


TITLES = {"and": "Ham & eggs", "quoted": "“Quoted” \"twice\" 'thrice'"}
"""Page → its title, of characters that mean something elsewhere."""
MARKUP = '</title></script><meta http-equiv="refresh">'


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Pages each of which is told of in a way of its own."""
    files = {
        "docs/page.md": f"{front_matter()}# A page",
        "docs/zh/page.md": f"{front_matter(lang='zh')}# 页",
        "docs/markup.md": f"{front_matter()}# `{MARKUP}`\n",
    }
    for name, title in TITLES.items():
        files[f"docs/{name}.md"] = f"{front_matter(title=json.dumps(title))}# Something"
    return seen_at(ADDRESS, tmp_path_factory.mktemp("several"), files)


def test_a_page_that_retells_no_idea_is_based_on_nothing(several: Project) -> None:
    assert "isBasedOn" not in described(several.page("page"))["Article"]


@pytest.mark.parametrize("name", TITLES)
def test_a_title_stays_words_wherever_it_is_told(several: Project, name: str) -> None:
    html = several.page(name)
    assert tags(html)["og:title"] == TITLES[name]
    assert described(html)["Article"]["headline"] == TITLES[name]


def test_a_heading_that_shows_markup_stays_words_wherever_it_is_told(several: Project) -> None:
    for path in ("markup", "help"):  # which names it in its navigation
        metas = parsed(several.page(path)).iter("meta")
        assert "refresh" not in {meta.get("http-equiv") for meta in metas}
    html = several.page("markup")
    assert tags(html)["og:title"] == MARKUP
    assert described(html)["Article"]["headline"] == MARKUP
    (shown,) = parsed(html).iter("title")
    assert shown.text == f"{MARKUP} - {SITE}"


@pytest.mark.parametrize(("path", "language"), [("page", "en"), ("zh/page", "zh")])
def test_a_page_tells_which_language_it_is_in(several: Project, path: str, language: str) -> None:
    assert described(several.page(path))["Article"]["inLanguage"] == language


def test_a_wrong_address_says_nothing_of_itself(known: Project) -> None:
    html = (known.site / "404.html").read_text(encoding="utf-8")
    assert tags(html) == {}
    assert "ld+json" not in html


@pytest.mark.sample(0)
def test_another_generator_tells_the_same(known: Project, tmp_path: Path) -> None:
    command, config = HOSTS["zensical"]
    more = {
        "site_url": ADDRESS,
        "extra": {"cards": CARDS, "license": "https://example.org/free", "based_on": "An article"},
    }
    project = Project(tmp_path, {"mkdocs.yml": settings(**{**yaml.safe_load(config), **more})})
    subprocess.run(
        [sys.executable, "-m", *command, "-f", "mkdocs.yml"],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent / "hooks")},
        check=True,
        capture_output=True,
    )
    for path in ("", "help", "chapters/birds"):
        assert tags(project.page(path)) == tags(known.page(path))
        assert described(project.page(path)) == described(known.page(path))


def test_a_page_names_its_language_and_itself_in_others(tmp_path: Path) -> None:
    files = {
        "docs/one.md": f"{front_matter(translations='{zh: /two.md}')}\n# One\n",
        "docs/two.md": f"{front_matter(lang='zh', translations='{en: /one.md}')}\n# 二\n",
    }
    html = seen_at(ADDRESS, tmp_path, files).page("two")

    assert (tags(html)["og:locale"], tags(html)["og:locale:alternate"]) == ("zh_CN", "en_GB")
    links = [link for link in parsed(html).iter("link") if link.get("hreflang")]
    assert [(link.get("hreflang"), link.get("href")) for link in links] == [
        ("zh", f"{ADDRESS}two/"),
        ("en", f"{ADDRESS}one/"),
    ]
    assert all("alternate" in link.get("rel", "").split() for link in links)
