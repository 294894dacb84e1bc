"""A diagram is a picture that a small phone can show, by day and by night, and the same in words."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guidebook.book import diagrams, svg
from tests.drawing import parsed
from tests.project import CHAPTER, REPOSITORY, Project

OURS = diagrams.read(REPOSITORY)[0]
SIGNS = sorted((REPOSITORY / "docs/assets/signs").glob("*.svg"))
PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 280 40">
  <style>text { font: 13px serif; } @media screen and (prefers-color-scheme: dark) { text { fill: #fff; } }</style>
  <text x="4" y="20">A crow, a lark</text>
</svg>"""
WORDS = """birds:
  caption: Who sings *first*
  shows: A crow before a lark
  words: |
    1. A crow.
    2. A lark.
"""
SHOWN = "/// diagram | birds\n///\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The sample, with a diagram on its page."""
    project = Project(
        tmp_path, {"data/diagrams.yml": WORDS, "docs/assets/diagrams/birds.svg": PICTURE}
    )
    project.change(CHAPTER, "## ", f"{SHOWN}\n## ")
    return project


def test_a_page_shows_the_picture_and_below_it_the_same_in_words(project: Project) -> None:
    html = (project.build() / "chapters/birds/index.html").read_text(encoding="utf-8")

    figure = next(e for e in parsed(html).iter("figure") if e.get("class") == "diagram")
    picture = next(figure.iter("img"))
    assert picture.get("alt") == "A crow before a lark"
    assert (picture.get("width"), picture.get("height")) == ("280", "40")
    assert re.search(r"assets/diagrams/birds\.\w+\.svg$", picture.get("src", ""))
    assert "".join(next(figure.iter("figcaption")).itertext()) == "Who sings first"
    assert [item.text for item in figure.iter("li")] == ["A crow.", "A lark."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("0 0 280 40", "0 0 400 40", 'a diagram begins with viewBox="0 0 280 …"'),
        ("13px", "11px", "letters of 11px; write 12px or more"),
        ("13px", "1.2em", "letters of 1.2em; write 12px or more"),
        ("prefers-color-scheme", "prefers-contrast", "no colours for the night"),
    ],
)
def test_a_picture_that_could_not_be_read_is_refused(
    project: Project, old: str, new: str, said: str
) -> None:
    project.change("docs/assets/diagrams/birds.svg", old, new)

    [line] = project.problems()
    assert line.startswith(f"docs/assets/diagrams/birds.svg:1:1: {said}")


@pytest.mark.parametrize("name", OURS)
def test_our_diagrams_say_in_words_all_that_can_be_read_in_them(name: str) -> None:
    drawn = (REPOSITORY / diagrams.PICTURES / f"{name}.svg").read_text(encoding="utf-8")

    assert [*svg.faults(drawn)] == []
    assert [line for line in lines(drawn) if line not in bare(OURS[name].said.words)] == []


def test_every_diagram_stands_on_a_page() -> None:
    pages = [path.read_text(encoding="utf-8") for path in (REPOSITORY / "docs").rglob("*.md")]
    assert [name for name in OURS if not any(f"/// diagram | {name}\n" in p for p in pages)] == []
    assert {path.stem for path in (REPOSITORY / diagrams.PICTURES).iterdir()} == {*OURS}


@pytest.mark.parametrize("part", ["self-assessments", "tools"])
def test_a_sign_on_a_list_is_that_of_the_page_it_leads_to(part: str) -> None:
    text = (REPOSITORY / "docs" / part / "index.md").read_text(encoding="utf-8")
    entries = re.findall(
        r"^- !\[\]\(/assets/signs/([\w-]+)\.svg\).*?\]\(/[\w-]+/([\w-]+)\.md", text, re.MULTILINE
    )

    assert entries
    assert [(sign, page) for sign, page in entries if sign != page] == []


@pytest.mark.parametrize("sign", SIGNS, ids=lambda path: path.stem)
def test_a_sign_can_be_seen_by_day_and_by_night(sign: Path) -> None:
    assert [*svg.faults(sign.read_text(encoding="utf-8"))] == []


def lines(drawn: str) -> Iterator[str]:
    """Each piece of text in a picture, without its marks; the hours of a day are told as words."""
    for text in parsed(drawn).iter("text"):
        if not (text.text or "").isdigit():
            yield bare(text.text or "")


def bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
