"""The engine as a plugin: a stock site installs its wheel, names it, and has quizzes."""

import tomllib
from pathlib import Path

import pytest

from tests.elsewhere import Elsewhere, wheel
from tests.project import REPOSITORY


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Elsewhere:
    site = Elsewhere(tmp_path_factory.mktemp("elsewhere"), installed)
    built = site.build()
    assert built.returncode == 0, built.stderr
    return site


def test_the_wheel_holds_the_engine_and_nothing_of_the_book(installed: Path) -> None:
    assert {path.name for path in (installed / "guidebook").iterdir()} == {"__init__.py", "engine"}
    files = [path for path in installed.rglob("*") if path.suffix in {".py", ".html", ".yml"}]
    assert [path for path in files if "LinkedIn" in path.read_text(encoding="utf-8")] == []


def test_its_files_are_those_of_this_repository(installed: Path) -> None:
    engine = REPOSITORY / "hooks/guidebook/engine"
    widgets = REPOSITORY / "overrides/widgets/engine"
    for home, there in ((engine, "guidebook/engine"), (widgets, "guidebook/engine/widgets/engine")):
        for path in (path for path in home.rglob("*.*") if "__pycache__" not in path.parts):
            copy = installed / there / path.relative_to(home)
            assert copy.read_bytes() == path.read_bytes(), path


def test_three_lines_of_settings_bring_quizzes_to_a_stock_site(elsewhere: Elsewhere) -> None:
    page = elsewhere.page("chapters/sleep")

    assert '<quiz-scales class="quiz" data-widget="engine/kinds/scales/scales.mjs"' in page
    assert "quiz__help" not in page  # this site has no such page
    assert 'href="chapters/sleep/"' in elsewhere.page("")
    assert 'href="../sleep/#screens"' in elsewhere.page("chapters/screens")
    assert (elsewhere.site / "widgets/engine/kinds/scales/scales.mjs").is_file()
    assert not any("LinkedIn" in p.read_text("utf-8") for p in elsewhere.site.rglob("*.html"))


SLIPS = {
    "a key of a quiz": (
        "quizzes/how-do-i-sleep.yml",
        ("stem: I woke", "stme: I woke"),
        '20:20: unknown key "stme"; did you mean "stem"?',
    ),
    "a card": (
        "docs/index.md",
        ("/// quiz-card | how-do-i-sleep", "/// quiz-crad | how-do-i-sleep"),
        '5:5: no block is called "quiz-crad"; did you mean "quiz-card"?',
    ),
    "the name of a quiz": (
        "docs/chapters/sleep.md",
        ("/// quiz | how-do-i-sleep", "/// quiz | how-do-i-slep"),
        '5:12: no quiz is called "how-do-i-slep"; did you mean "how-do-i-sleep"?',
    ),
}
"""What is mistyped → the file, the change, and what an author is told."""


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_place(slip: str, tmp_path: Path, installed: Path) -> None:
    file, (old, new), says = SLIPS[slip]
    site = Elsewhere(tmp_path, installed)
    path = site.root / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    built = site.build()

    assert built.returncode == 1
    assert f"{file}:{says}" in built.stdout + built.stderr
    assert "Traceback" not in built.stderr


def test_a_site_says_things_in_its_own_words(tmp_path: Path, installed: Path) -> None:
    site = Elsewhere(tmp_path, installed)
    (site.root / "words/locales").mkdir(parents=True)
    (site.root / "words/locales/en.yml").write_text(
        'see_result: Show my nights\nhelp: "Ask [a friend](/chapters/screens.md)."\n',
        encoding="utf-8",
    )
    settings(site, "- self-assessments", "- self-assessments: {words: words}")

    built = site.build()

    assert built.returncode == 0, built.stderr
    page = site.page("chapters/sleep")
    assert "Show my nights" in page
    assert 'Ask <a href="../screens/">a friend</a>.' in page


def settings(site: Elsewhere, old: str, new: str) -> None:
    path = site.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_settings_that_lead_nowhere_are_told(tmp_path: Path, installed: Path) -> None:
    site = Elsewhere(tmp_path, installed)
    settings(site, "- self-assessments", "- self-assessments: {words: nope, results: no.md}")

    built = site.build()

    assert built.returncode == 1
    assert 'mkdocs.yml:1:1: "words" leads nowhere: there is no nope' in built.stdout
    assert 'mkdocs.yml:1:1: "results" leads nowhere: there is no docs/no.md' in built.stdout


def test_a_theme_that_names_no_language_is_one_in_english(tmp_path: Path, installed: Path) -> None:
    site = Elsewhere(tmp_path, installed)
    settings(site, "name: material", "name: readthedocs")

    built = site.build()

    assert built.returncode == 0, built.stderr
    assert "<quiz-scales" in site.page("chapters/sleep")


def test_it_asks_for_the_versions_that_this_repository_is_tested_with() -> None:
    own = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    engine = tomllib.loads((REPOSITORY / "hooks/pyproject.toml").read_text("utf-8"))["project"]
    assert set(engine["dependencies"]) <= set(own["dependencies"])
    assert engine["requires-python"] == own["requires-python"]
