"""A published site says the same in fewer bytes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import material
import pytest

from guidebook.publishing import minify
from guidebook.publishing.built import Built
from tests.project import Project

THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
SHEET = "assets/stylesheets/deep/main.0a1b2c3d.min.css"
UNSEEN = "assets/stylesheets/unseen.0a1b2c3d.min.css"
FILES = {
    "index.html": f'<link rel="stylesheet" href="{SHEET}"><p class="a">A <b>word</b> </p>\n\n<p>two</p>',
    "far/index.html": f'<link rel="stylesheet" href="../{SHEET}"><!-- why --><pre>  as\n  it is</pre>',
    SHEET: ".a{color:red}.unused{color:blue}.from-script{color:green}",
    UNSEEN: ".unused{color:blue}",
    "look.js": 'element.className = "from-script";',
}


@pytest.fixture
def site(tmp_path: Path) -> dict[str, str]:
    """What the files are once they are small."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    minify.publish(Built(tmp_path, "", "", "en"))
    found = (path for path in tmp_path.rglob("*") if path.is_file())
    return {p.relative_to(tmp_path).as_posix(): p.read_text(encoding="utf-8") for p in found}


def test_every_page_finds_the_styles_by_a_name_of_their_own(site: dict[str, str]) -> None:
    [name] = [name for name in site if re.fullmatch(r".*/deep/main\.[0-9a-f]{8}\.min\.css", name)]
    assert name != SHEET
    assert site[name] == ".a{color:red}.from-script{color:green}"
    assert f'href="{name}"' in site["index.html"]
    assert f'href="../{name}"' in site["far/index.html"]


def test_styles_that_no_page_asks_for_stay_where_a_script_may_find_them(
    site: dict[str, str],
) -> None:
    assert site[UNSEEN] == FILES[UNSEEN]


def test_a_page_keeps_its_words_and_tags(site: dict[str, str]) -> None:
    assert site["index.html"].endswith('<p class="a">A <b>word</b></p><p>two</p>')
    assert site["far/index.html"].endswith("><pre>  as\n  it is</pre>")


def test_a_preview_stays_as_its_author_wrote_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build(command="serve")
    [sheet] = project.site.glob("assets/stylesheets/main.*.css")
    assert (THEME / sheet.name).read_bytes() == sheet.read_bytes()
    assert "</head>\n" in re.sub(r"\n\s+", "\n", project.page("chapters/birds"))


WITHOUT = """
import sys
sys.modules["minify"] = None  # as where it is not installed
from mkdocs.__main__ import cli
cli(["build", "--strict", "--quiet"])
"""


def test_where_there_is_no_minifier_a_build_is_whole_and_says_so_in_one_line(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path)
    built = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    [line] = built.stderr.splitlines()
    assert "larger" in line
    large = project.page("chapters/birds")
    project.build()
    small = project.page("chapters/birds")
    assert len(large) > len(small)
    assert said(large) == said(small)


def said(html: str) -> str:
    """The letters of the page's own part."""
    article = html[html.index("<article") : html.rindex("</article>")]
    return re.sub(r"<!--.*?-->|<[^>]*>|\s+", "", article, flags=re.DOTALL)


def test_a_script_that_a_minifier_makes_longer_is_taken_all_the_same() -> None:
    script = (
        "var a=1;if(a){var b=1,c=2;x()}for(var[key,value]of Object.entries(a.colours))b(key,value)"
    )
    assert "Object.entries(a.colours)" in minify.minify(script, ".mjs")
