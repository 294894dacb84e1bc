"""A site of somebody else says things in its own words, and hears of what is wrong with them."""

import shutil
from pathlib import Path

import pytest
from markdown import markdown

from guidebook.engine.languages import Rooms
from guidebook.engine.site import Folders, Site
from guidebook.engine.widget_files import WIDGETS
from tests.drawing import parsed, words
from tests.elsewhere import SITE

ENGLISH, GERMAN = "words/locales/en.yml", "words/locales/de.yml"
QUIZ = "quizzes/phone-in-bed.yml"


def read(root: Path, files: dict[str, str], language: str = "en") -> Site:
    """The stock site with more files; a quiz with a `language:` line more is one of them."""
    shutil.copytree(SITE, root)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode("latin-1"))
    rooms = Rooms([WIDGETS / "engine"], root / "words")
    return Site(Folders(root, root / "docs", root / "quizzes", rooms), language, "my-results.md")


def html(site: Site) -> str:
    return "".join(str(part) for part in site.quizzes.drawn["phone-in-bed"])


FAULTS = {
    "a key that is none": (
        {ENGLISH: "mirrro: Hello\n"},
        f'{ENGLISH}:1:1: unknown key "mirrro"; did you mean "mirror"?',
    ),
    "a gap that nothing fills": (
        {ENGLISH: 'progress: "Question {nubmer}"\n'},
        f'{ENGLISH}:1:11: nothing fills the gap {{nubmer}}; did you mean "number"?',
    ),
    "a gap in another language": (
        {GERMAN: 'progress: "Frage {nubmer}"\n'},
        f'{GERMAN}:1:11: nothing fills the gap {{nubmer}}; did you mean "number"?',
    ),
    "a file in the wrong place": (
        {"words/en.yml": "mirror: Hello\n"},
        "words/en.yml:1:1: files of words stand in words/locales/; move this one there",
    ),
    "a page that is no UTF-8": (
        {"docs/cafe.md": "# Caf\xe9\n"},
        "docs/cafe.md:1:6: not UTF-8; save the file with the encoding UTF-8",
    ),
}
"""What is wrong → the files, and what is said."""


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_told_of_the_file_that_the_site_wrote(fault: str, tmp_path: Path) -> None:
    files, says = FAULTS[fault]
    assert [*map(str, read(tmp_path / "site", files).problems)] == [says]


def test_a_fault_in_the_words_leaves_a_preview_its_widgets(tmp_path: Path) -> None:
    site = read(tmp_path / "site", {ENGLISH: "mirrro: Hello\n"})
    assert "<quiz-" in html(site)


def test_a_line_of_the_site_may_say_less_than_that_of_the_engine(tmp_path: Path) -> None:
    site = read(tmp_path / "site", {ENGLISH: 'progress: "Question {number}"\n'})
    assert site.problems == []


def test_the_way_to_help_is_told_in_the_language_of_the_site(tmp_path: Path) -> None:
    words = {GERMAN: 'help: "Du bist nicht allein: [Hilfe](/chapters/screens.md)."\n'}
    site = read(tmp_path / "site", words, "de")
    assert (site.problems, site.notices) == ([], [])
    assert "Du bist nicht allein" in html(site)


def test_widgets_in_english_on_a_site_in_another_language_say_so(tmp_path: Path) -> None:
    site = read(tmp_path / "site", {}, "de")
    assert 'lang="en" dir="ltr"' in html(site)
    assert [*map(str, site.notices)] == [
        f'{GERMAN}:1:1: no words in "de", so widgets speak English; they would stand here'
    ]


def test_a_quiz_in_a_language_without_words_is_told_where_they_go(tmp_path: Path) -> None:
    quiz = (SITE / QUIZ).read_text(encoding="utf-8")
    site = read(tmp_path / "site", {QUIZ: quiz + "language: de\n"})
    (problem,) = site.problems
    assert str(problem).endswith(
        'there are no words in "de" (known: en, zh); add them to words/locales'
    )


def test_a_preview_tells_of_a_name_that_no_quiz_has_where_the_widget_would_stand(
    tmp_path: Path,
) -> None:
    site = read(tmp_path / "site", {"docs/a.md": "# A\n\n/// quiz | phone-in-bet\n///\n"})
    page = markdown("/// quiz | phone-in-bet\n///\n", extensions=[site.extension()])
    assert 'docs/a.md:3:12 no quiz is called "phone-in-bet"; did you mean "phone-in-bed"?' in words(
        parsed(page)
    )
