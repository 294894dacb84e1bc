"""What readers' browsers are told to refuse: the same on every page, and nothing that the site needs."""

import hashlib
from base64 import b64encode
from pathlib import Path
from typing import Any

import material
import pytest
import yaml

from guidebook.engine.problem import ProblemsFound
from guidebook.publishing import csp, headers, themes
from guidebook.publishing.built import Built
from tests.project import CHAPTER, Project, build, front_matter

CASES: dict[str, list[Any]] = yaml.safe_load(
    Path(__file__).with_name("policy.yml").read_text(encoding="utf-8")
)
HEAD = '<!doctype html>\n<html>\n<head><meta charset="utf-8"><title>A page</title></head>\n'


def sealed(folder: Path, **pages: str) -> dict[str, str]:
    """Pages by their name, as they are once sealed, and the headers."""
    for name, html in pages.items():
        (folder / f"{name}.html").write_bytes(html.encode())
    built = Built(folder, "", "", "en", None, (theme(folder),))
    csp.seal(built, csp.inspect(built))
    return {path.stem: path.read_bytes().decode() for path in folder.iterdir() if path.is_file()}


def theme(folder: Path) -> Path:
    """The templates of a theme that has the scripts of all cases."""
    templates = folder.with_name(f"{folder.name}-theme")
    scripts = {script for case in CASES["hashed"] for script in case["scripts"]}
    (templates / themes.FOLDER).mkdir(parents=True, exist_ok=True)
    for n, script in enumerate([*sorted(scripts), *"ab", "old", "fresh"]):
        path = templates / themes.FOLDER / f"{n}.html"
        path.write_bytes(f"<script>{script}</script>".encode())
    return templates


def allowed(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy_of(html: str) -> str:
    return html.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]


@pytest.mark.parametrize("case", CASES["hashed"], ids=lambda case: repr(case["html"]))
def test_the_themes_scripts_run_and_no_others(case: dict[str, Any], tmp_path: Path) -> None:
    html = sealed(tmp_path, page=HEAD + case["html"])["page"]

    runs = policy_of(html).partition("script-src ")[2].partition(";")[0].split()
    assert set(runs) == {"'self'", *map(allowed, case["scripts"])}


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["html"])
def test_a_build_stops_at_what_browsers_would_refuse(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as found:
        sealed(tmp_path, page=HEAD + case["html"])

    assert str(found.value).startswith(case["problem"])
    assert not (tmp_path / headers.FILE).exists()


@pytest.mark.parametrize("html", CASES["taken"])
def test_a_build_takes_what_browsers_take(html: str, tmp_path: Path) -> None:
    assert sealed(tmp_path, page=HEAD + html)["page"].endswith(html)


def test_every_page_says_the_same(tmp_path: Path) -> None:
    pages = sealed(tmp_path, one=f"{HEAD}<script>a</script>", two=f"{HEAD}<script>b</script>")

    assert policy_of(pages["one"]) == policy_of(pages["two"])
    assert allowed("a") in policy_of(pages["two"])


def test_the_policy_comes_before_everything_but_the_encoding(tmp_path: Path) -> None:
    html = sealed(tmp_path, page=HEAD)["page"]

    assert html.partition('<meta charset="utf-8">')[2].startswith("<meta http-equiv=")


def test_a_page_without_an_encoding_has_the_policy_too(tmp_path: Path) -> None:
    html = sealed(tmp_path, page="<html><head><title>Gone</title></head></html>")["page"]

    assert html.startswith('<html><head><meta http-equiv="Content-Security-Policy"')


def test_sealing_twice_changes_nothing(tmp_path: Path) -> None:
    once = sealed(tmp_path, page=f"{HEAD}<script>a</script>", other=HEAD)

    assert sealed(tmp_path) == once


def test_a_new_script_of_the_theme_replaces_the_policy(tmp_path: Path) -> None:
    old = sealed(tmp_path, page=f"{HEAD}<script>old</script>")["page"]
    new = sealed(tmp_path, page=old.replace(">old<", ">fresh<"))["page"]

    assert new == sealed(tmp_path, page=f"{HEAD}<script>fresh</script>")["page"]


def test_the_rest_of_a_page_stays_as_it_was(tmp_path: Path) -> None:
    html = f'{HEAD}<p>Zeile\r\n月 <img alt="&lt;" src=a.png>'

    page = sealed(tmp_path, page=html)["page"]

    start = page.index("<meta http-equiv")
    end = page.index("<title>")
    assert page[:start] + page[end:] == html


def test_nothing_unsafe_is_allowed(tmp_path: Path) -> None:
    said = policy_of(build(tmp_path, {}).joinpath("index.html").read_text(encoding="utf-8"))

    assert said.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert "unsafe" not in said
    assert "http" not in said
    assert "*" not in said


def test_a_built_book_says_the_same_on_every_page_and_in_its_headers(tmp_path: Path) -> None:
    site = build(tmp_path, {})

    said = {policy_of(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    rules = headers.read((site / headers.FILE).read_text(encoding="utf-8"))
    (page,) = said
    header = headers.of("/index.html", rules)["Content-Security-Policy"]
    assert header == f"{page}; frame-ancestors 'none'"


def test_an_author_is_told_of_a_script_on_a_page_where_it_was_written(tmp_path: Path) -> None:
    text = (
        front_matter() + "# Birds\n\n<script>alert(1)</script>\n\n"
        'Hear <b onclick="sing()">them</b>.\n'
    )

    run = Project(tmp_path, {CHAPTER: text}).run("build", "--strict")

    first = text[: text.index("<script>")].count("\n") + 1
    assert run.returncode == 1
    why = "is no HTML that a page may have"
    assert f"{CHAPTER}:{first}:1: <script> {why}" in run.stdout
    assert f'{CHAPTER}:{first + 2}:6: <b onclick="sing()"> {why}' in run.stdout
    assert "index.html:" not in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


@pytest.mark.parametrize(
    "name", ["a.xhtml", "a.htm", "a.shtml", "a.pdf", "_redirects", "CNAME", "A.HTML"]
)
def test_a_build_stops_at_a_file_that_a_browser_may_take_for_a_page(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).touch()

    with pytest.raises(ProblemsFound, match=f"{name}:1:1: the site has no files of this kind"):
        sealed(tmp_path, page=HEAD)


def test_a_build_stops_at_a_page_without_a_head(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match=r"page\.html:1:1: the page has no <head>"):
        sealed(tmp_path, page="<p>Hello")


def test_a_script_that_comes_after_the_first_look_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(f"{HEAD}<script>a</script>")
    built = Built(tmp_path, "", "", "en", None, (theme(tmp_path),))
    scripts = csp.inspect(built)
    (tmp_path / "page.html").write_text(f"{HEAD}<script>a</script><script>steal()</script>")

    with pytest.raises(ProblemsFound, match=r"page\.html:4:19: an inline script"):
        csp.seal(built, scripts)


def test_the_themes_scripts_are_known_at_every_depth_and_with_nothing_else_in_them() -> None:
    known = themes.Scripts([Path(material.__file__).parent / "templates"])
    base = next(s for s in scripts_of_the_theme() if "{{" in s)
    before, after = base.partition("{{")[0], base.partition("}}")[2]

    for way in (".", "..", "../../..", "/", "/book", "/my%20book/"):
        assert f"{before}{way}{after}" in known
    for way in ('",location);steal("', "'", "${steal()}", "a\nb", "javascript:steal()"):
        assert f"{before}{way}{after}" not in known
    assert f"{before}..{after};steal()" not in known
    assert "" not in known


def scripts_of_the_theme() -> list[str]:
    """Those of the theme that is installed, its templates read in another way than the build does."""
    folder = Path(material.__file__).parent / "templates/partials/javascripts"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))]
    return [part.partition("</script>")[0] for t in texts for part in t.split("<script>")[1:]]
