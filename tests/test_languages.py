"""Everything is said in the reader's language, and every language says everything."""

import json
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
import yaml
from mkdocs.exceptions import Abort

from guidebook.book.house_rules import translations
from guidebook.book.house_rules.house import House
from guidebook.engine import links
from guidebook.engine.quiz_file import read_quiz
from tests.drawing import having, html, of_class, parsed, with_words, words
from tests.project import CHAPTER, QUIZ, REPOSITORY, Project, front_matter

OVERRIDES = REPOSITORY / "overrides"
ROOMS = [OVERRIDES / "widgets" / room / "locales" for room in ("engine", "book")]
LOCALES = [path.stem for path in sorted(ROOMS[0].glob("*.yml"))]
TEMPLATES = sorted(OVERRIDES.rglob("*.html"))
NAME = Path(QUIZ).stem


def phrases(language: str) -> dict[str, str]:
    """What the rooms say, a later one last."""
    said: dict[str, str] = {}
    for room in ROOMS:
        said |= yaml.safe_load((room / f"{language}.yml").read_text(encoding="utf-8"))
    return said


def gaps(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


# The words


@pytest.mark.parametrize("language", LOCALES)
def test_every_phrase_has_the_gaps_and_links_of_the_english_one(language: str) -> None:
    english, said = phrases("en"), phrases(language)
    parts = re.compile(r"\{\w+\}|\]\([^)]*\)")
    assert {key: sorted(parts.findall(said[key])) for key in said} == {
        key: sorted(parts.findall(english[key])) for key in said
    }


def test_a_language_that_lacks_lines_speaks_english_there_and_its_translators_are_told(
    tmp_path: Path,
) -> None:
    project = Project(
        tmp_path, {"overrides/widgets/engine/locales/de.yml": "start_again: Von vorn\n"}
    )

    (advice,) = translations.words(House(project.book(), date(2026, 12, 1)))

    lacking = len(phrases("en")) - 1
    assert str(advice).startswith(
        f"overrides/widgets/engine/locales/de.yml:1:1: {lacking} lines are English here, for this file lacks them: "
    )
    assert project.problems() == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(path: Path) -> None:
    unspoken = (
        r"\{#.*?#\}|\{% call .*?endcall %\}|\{%.*?%\}|\{\{.*?\}\}"
        r"|<script type=\"application/ld\+json\">.*?</script>"
    )
    text = re.sub(unspoken, "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    spoken = re.findall(r'\b(?:aria-label|alt|title|placeholder)="([^"]*)"', text)
    assert re.findall(r"[^\W\d_]{2,}", " ".join([*spoken, re.sub(r"<[^>]*>", " ", text)])) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_page_says_without_the_hook_is_what_it_says_with_it(path: Path) -> None:
    said = re.findall(r'\b(?:say|plain)\("(\w+)", "(.*?)"\)', path.read_text(encoding="utf-8"))
    assert said == [(key, phrases("en")[key]) for key, _ in said]


EN = "overrides/widgets/engine/locales/en.yml"
OF_THE_BOOK = "overrides/widgets/book/locales/en.yml"


def in_english_alone(folder: Path, old: str, new: str, file: str = EN) -> Project:
    """A book that speaks English and nothing else, one phrase of it changed."""
    project = Project(folder)
    for path in project.root.glob("overrides/widgets/*/locales/*.yml"):
        if path.stem != "en":
            path.unlink()
    project.change(file, old, new)
    return project


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "see_result: See my result\n",
            "",
            'the key "see_result" is missing; add a line for it',
        ),
        (
            'paper_sum: "',
            'paper_sum: "{more} ',
            'nothing fills the gap {more} of "paper_sum"; leave it out',
        ),
    ],
)
def test_what_english_lacks_is_told(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert in_english_alone(tmp_path, old, new).problems() == [f"{EN}:1:1: {says}"]


def test_what_english_lacks_is_told_when_a_page_needs_it(tmp_path: Path) -> None:
    project = in_english_alone(tmp_path, "offline_paper:", "offline_papers:", OF_THE_BOOK)
    project.write({"docs/offline.md": front_matter() + "# Offline\n\n/// offline\n///\n"})

    with pytest.raises(Abort, match='the key "offline_paper" is missing'):
        project.build()


# A quiz


def drawn(project: Project, language: str) -> str:
    project.change(QUIZ, "kind: scales\n", f"kind: scales\nlanguage: {language}\n")
    return html(project.book().drawn[NAME])


def test_a_quiz_speaks_its_language_and_says_so(tmp_path: Path) -> None:
    (widget,) = having(parsed(drawn(Project(tmp_path), "zh")), "data-quiz")
    assert (widget.get("lang"), widget.get("dir")) == ("zh", "ltr")
    assert {"看看结果", "重新开始"} <= {words(b) for b in widget.iter("button")}
    assert not re.search(r"[A-Za-z]{2,} ", words(of_class(widget, "quiz__mirror")[0]))


def test_a_quiz_runs_from_right_to_left_where_its_language_does(tmp_path: Path) -> None:
    arabic = {"overrides/widgets/engine/locales/ar.yml": "direction: rtl\n"}
    (widget,) = having(parsed(drawn(Project(tmp_path, arabic), "ar")), "data-quiz")
    assert (widget.get("lang"), widget.get("dir")) == ("ar", "rtl")


def test_a_quiz_that_names_no_language_speaks_that_of_the_site(tmp_path: Path) -> None:
    (widget,) = having(parsed(html(Project(tmp_path).book("zh").drawn[NAME])), "data-quiz")
    assert "lang" not in widget.attrib
    assert {"看看结果", "重新开始"} <= {words(b) for b in widget.iter("button")}


# A page


@pytest.fixture(scope="module")
def chapter(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample's chapter in Chinese, between two pages in English."""
    project = Project(tmp_path_factory.mktemp("project"))
    page = f"{front_matter(lang='zh', translations='{en: /help.md}')}# 鸟\n\n## 清晨\n\n唱。[mixed @lark2019]\n"
    project.write({CHAPTER: page, "docs/zz.md": f"{front_matter()}# Z\n\nSo. [mixed @lark2019]\n"})
    project.build()
    return project


def test_a_page_speaks_its_language(chapter: Project) -> None:
    page = parsed(chapter.page("chapters/birds"))
    (content,) = (e for e in having(next(page.iter("article")), "lang") if e.tag == "div")
    assert (content.get("lang"), content.get("dir")) == ("zh", "ltr")
    assert [words(label) for label in of_class(content, "evidence")] == ["证据不一"]
    assert words(of_class(content, "reviewed")[0]) == "审阅于 2026-11-22"
    assert [words(link) for link in of_class(page, "help-now")] == ["现在需要帮助？"]


def test_a_widget_that_no_quiz_is_behind_speaks_the_language_of_its_page(tmp_path: Path) -> None:
    page = "# A\n\n/// my-results\n///\n"
    project = Project(
        tmp_path,
        {"docs/a.md": front_matter() + page, "docs/b.md": front_matter(lang="zh") + page},
    )
    project.build()

    shown = [words(parsed(project.page(name))) for name in ("a", "b")]
    for text, language in zip(shown, ("en", "zh"), strict=True):
        assert phrases(language)["results_looking"] in text


def test_the_next_page_speaks_the_language_of_the_site_again(chapter: Project) -> None:
    page = parsed(chapter.page("zz"))
    assert having(next(page.iter("article")), "lang") == []
    assert [words(label) for label in of_class(page, "evidence")] == ["Mixed"]
    assert [words(link) for link in of_class(page, "help-now")] == ["Need help now?"]


def test_a_page_leads_to_itself_in_another_language(chapter: Project) -> None:
    (links,) = of_class(parsed(chapter.page("chapters/birds")), "translations")
    (link,) = links
    assert words(link) == "English"
    assert (link.get("lang"), link.get("hreflang"), link.get("href")) == ("en", "en", "../../help/")


def test_a_heading_in_any_script_has_an_anchor_that_says_what_it_is(chapter: Project) -> None:
    headings = parsed(chapter.page("chapters/birds")).iter("h2")
    assert "清晨" in [heading.get("id") for heading in headings]


EXAMPLES = sorted((REPOSITORY / "quizzes/examples").glob("*.yml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_text_of_every_kind_can_be_translated(path: Path, tmp_path: Path) -> None:
    docs = links.scan(REPOSITORY / "docs")
    original = read_quiz(path, REPOSITORY, docs)
    translated = with_words(original, "{}再".format)
    (tmp_path / "a-zh.yml").write_text(json.dumps(translated), encoding="utf-8")

    other = read_quiz(tmp_path / "a-zh.yml", tmp_path, docs)

    assert [*translations.differences(original, other)] == []
