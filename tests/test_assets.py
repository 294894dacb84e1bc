"""What pages load: small, named after its content, and found by every page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from guidebook.publishing import assets
from guidebook.publishing.built import Built
from guidebook.publishing.minify import minify, version
from tests.project import Project

FILES = {
    "index.html": '<link rel="icon" href="pictures/moon.svg"><link rel=x href="look/book.css"><a href="far/">far</a>',
    "far/index.html": '<img src="../pictures/moon.svg"><a href="../pictures/">all</a><a href="../look/book.css?x">'
    "q</a>",
    "404.html": '<img src="/book/pictures/moon.svg"><img src="https://example.org/pictures/moon.svg">',
    "look/book.css": 'p { background: url("../pictures/moon.svg") }\n\n/* why */\n',
    "pictures/moon.svg": '<svg xmlns="http://www.w3.org/2000/svg">  <!-- a moon -->  <path d="M0 0"/></svg>',
    "pictures/unseen.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "theme.0a1b2c3d.min.css": "p  {}",
}

Publish = Callable[[dict[str, str]], dict[str, str]]


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Makes a site of these files, publishes it, and gives what its files are then."""

    def made(files: dict[str, str]) -> dict[str, str]:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        assets.publish(Built(tmp_path, "https://example.org/book/", "", "en"))
        found = (path for path in tmp_path.rglob("*") if path.is_file())
        return {p.relative_to(tmp_path).as_posix(): p.read_text(encoding="utf-8") for p in found}

    return made


def named(files: dict[str, str], pattern: str) -> str:
    (name,) = [name for name in files if re.fullmatch(pattern, name)]
    return name


def test_a_page_finds_its_files_by_names_that_say_their_content(publish: Publish) -> None:
    site = publish(FILES)

    moon = named(site, r"pictures/moon\.[0-9a-f]{8}\.svg")
    look = named(site, r"look/book\.[0-9a-f]{8}\.css")
    assert f'href="./{moon}"' in site["index.html"]
    assert f'href="./{look}"' in site["index.html"]
    assert f'src="../{moon}"' in site["far/index.html"]
    assert f'src="/book/{moon}"' in site["404.html"]
    assert f"url(../{moon})" in site[look]
    assert version(site[moon]) in moon
    assert version(site[look]) in look


def test_what_nothing_loads_and_what_has_its_name_already_stay(publish: Publish) -> None:
    site = publish(FILES)

    assert site["pictures/unseen.svg"] == FILES["pictures/unseen.svg"]
    assert site["theme.0a1b2c3d.min.css"] == "p  {}"


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("index.html", '<a href="far/">'),
        ("far/index.html", '<a href="../pictures/">'),
        ("404.html", 'src="https://example.org/pictures/moon.svg"'),
    ],
)
def test_other_links_stay_as_they_are(publish: Publish, page: str, link: str) -> None:
    assert link in publish(FILES)[page]


def test_another_content_is_another_name(publish: Publish) -> None:
    before = named(publish(FILES), r"look/book\..*")
    edited = FILES | {"pictures/moon.svg": FILES["pictures/moon.svg"].replace("M0 0", "M1 1")}

    after = [name for name in publish(edited) if name.startswith("look/book.") and name != before]

    assert len(after) == 1  # the picture has another name, and so has what shows it


def test_publishing_twice_changes_nothing(publish: Publish) -> None:
    once = publish(FILES)
    assert publish({"index.html": once["index.html"]}) == once


@pytest.mark.parametrize(
    ("suffix", "text", "wanted"),
    [
        (".css", "p  { color : red ; }\n/* why */", "p{color:red}"),
        (".mjs", "// why\n{ const long = 1; f(long, long); }", "{const e=1;f(e,e)}"),
        (".mjs", 'const kept = import("./x.mjs");', 'const kept=import("./x.mjs")'),
    ],
)
def test_small_keeps_the_meaning(suffix: str, text: str, wanted: str) -> None:
    assert minify(text, suffix) == wanted


def test_bundles_take_the_place_of_modules(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build()

    names = {path.name for path in (project.site / "widgets").rglob("*.*")}

    versions = {name.split(".")[1] for name in names if not name.startswith("loader.")}
    assert len(versions) == 1  # for some name each other
    assert {name.split(".")[0] for name in names} >= {
        "deferred",
        "loader",
        "quiz",
        "schedule",
        "tool",
    }
    page = project.page("chapters/birds")
    assert f'data-widget="quiz.{versions.pop()}.js"' in page


def test_a_preview_has_the_modules_as_they_are_written(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build(command="serve")
    assert 'data-widget="engine/kinds/scales/scales.mjs"' in project.page("chapters/birds")
    assert (project.site / "widgets/engine/kinds/scales/scales.mjs").is_file()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.html", '<link rel="icon" href="../outside.svg">'),
        ("index.html", '<link rel="icon" href="/book/../outside.svg">'),
        ("far/index.html", '<img src="../../outside.svg">'),
        ("far/index.html", '<img src="%2e%2e/../../outside.svg">'),
        ("index.html", '<link rel="stylesheet" href="a.css">'),
        ("index.html", '<script type="module" src="a.mjs"></script>'),
        ("index.html", '<i data-widget="../../outside.mjs"></i>'),
        ("index.html", '<img src="link.svg">'),
        ("index.html", '<img src="a\0.svg">'),
    ],
)
def test_nothing_outside_of_the_site_is_read_written_or_removed(
    name: str, text: str, tmp_path: Path
) -> None:
    for suffix in ("svg", "mjs", "css"):
        (tmp_path / f"outside.{suffix}").write_text("/* outside */")
    site = tmp_path / "site"
    (site / "far").mkdir(parents=True)
    (site / "a.css").write_text('p { background: url("../outside.svg") } @import "../outside.css"')
    (site / "a.mjs").write_text('import("../outside.mjs")')
    (site / "link.svg").symlink_to(tmp_path / "outside.svg")
    (site / name).write_text(text)
    before = {path: path.read_text() for path in tmp_path.glob("outside*")}

    assets.publish(Built(site, "https://example.org/book/", "", "en"))

    assert {path: path.read_text() for path in tmp_path.glob("outside*")} == before
    assert "outside" not in "".join(
        path.read_text() for path in site.rglob("*.*.svg") if path.is_file()
    )
