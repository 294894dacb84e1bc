"""What a page says of itself, and everything on it that is as it should be."""

from pathlib import Path

import pytest

from guidebook.book.front_matter import faults as front_matter_faults
from guidebook.book.pages import Page
from tests.project import CHAPTER, Project, front_matter

BLOCK = "/// quiz | do-birds-wake-me\n///\n"


def page(folder: Path, text: str | bytes) -> Page:
    """A page of the sample project, read."""
    project = Project(folder, {"docs/page.md": text})
    return next(page for page in project.book().pages if page.path == "docs/page.md")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# No front matter",
        f"{front_matter()}# Page\n",
        f"{front_matter(covers='[BIRD-1, BIRD-2]')}# Page\n",
        "---\n---\n",
        BLOCK,
        f"Text\n{BLOCK}Text",
        f"Text\n\n{BLOCK}\nText",
        "///quiz|do-birds-wake-me\n///\n",
        "///   quiz   |   do-birds-wake-me   \n///   \n",
        "/// quiz | do-birds-wake-me\n\n///\n",
        "/// help-lines\n///\n\n/// sources\n///\n",
        "```\n/// quizz | nobody\n[well suported @nobody]\n```\n",
        "- item\n\n    ```\n    /// quizz | nobody\n    ```\n",
        "`/// quizz` and `[@nobody]`",
        "<!-- /// quizz | nobody -->",
        "See file:///home.",
        "1/2, and/or, 3 // 4",
        "<https://example.org>\n\n" + BLOCK,
        "<br>\n\n" + BLOCK,
        "<kbd>Esc</kbd>, H<sub>2</sub>O\n\n" + BLOCK,
        "[a link](/help.md) and [a note][^1]\n\n[^1]: Below.",
        "A list [of words], [x] done, [1].",
    ],
)
def test_a_sound_page_has_no_faults(text: str, tmp_path: Path) -> None:
    assert page(tmp_path, text).problems == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_page_from_any_editor_is_read_alike(ending: str, mark: str, tmp_path: Path) -> None:
    text = f"{front_matter(covers='[BIRD-1]')}# Page\n\n[@lark2019]\n\n{BLOCK}".replace(
        "\n", ending
    )
    read = page(tmp_path, (mark + text).encode())
    assert (read.covers, read.cited, read.quizzes) == (
        ("BIRD-1",),
        ("lark2019",),
        ("do-birds-wake-me",),
    )


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_fault_is_placed_in_the_line_that_an_editor_shows(ending: str, tmp_path: Path) -> None:
    text = f"{front_matter()}# Page\n\n\u00e9\u00e9 [@nobody]\n".replace("\n", ending)
    (problem,) = page(tmp_path, text.encode()).problems
    assert (problem.place.line, problem.place.column) == (7, 4)


def test_sources_are_listed_in_the_order_of_the_page(tmp_path: Path) -> None:
    assert page(tmp_path, "[@wren2021] and [mixed @lark2019]").cited == ("wren2021", "lark2019")


def test_what_the_system_and_editors_hide_is_no_page(tmp_path: Path) -> None:
    project = Project(
        tmp_path,
        {
            "docs/.notes/page.md": "/// quizz",
            "docs/._page.md": b"\x00\xff",
            "quizzes/._way.yml": b"\x00\xff",
            "docs/folder.md/.inner.txt": "",
            "quizzes/folder.yml/inner.txt": "",
        },
    )
    assert project.problems() == []


def test_a_quiz_with_faults_is_not_said_to_be_missing(tmp_path: Path) -> None:
    project = Project(tmp_path, {"quizzes/broken.yml": "", CHAPTER: "/// quiz | broken\n///\n"})
    assert [problem.split(":")[0] for problem in project.problems()] == ["quizzes/broken.yml"]


SENTENCE = "A page that a test has written, to see what becomes of it."


@pytest.mark.parametrize(
    ("head", "faults"),
    [
        (f"---\ndescription: {SENTENCE}\nreviewed: 2026-11-22\n---\n", []),
        (
            "# Page\n",
            ["1:1: the page has no front matter; begin with ---, description, reviewed, ---"],
        ),
        (
            "---\n---\n",
            [
                '1:1: the key "description" is missing: one sentence for search engines and link previews',
                '1:1: the key "reviewed" is missing: the day a person last read the page through',
            ],
        ),
        (
            "---\ndescription: Too short.\nreviewed: lately\n---\n",
            [
                '2:14: "description" has 10 characters; write one sentence of 50 to 160',
                '3:11: "reviewed" cannot be "lately"; write the day as 2026-11-22',
            ],
        ),
        (
            f"---\ndescription: {SENTENCE}\nreviewd: 2026-11-22\n---\n",
            ['3:1: unknown key "reviewd"; did you mean "reviewed"?'],
        ),
        (
            f"---\ndescription: {SENTENCE}\nreviewed: 2026-11-22\ncovers: BIRD-1\n---\n",
            ['4:9: "covers" must be a list, also of one: [BIRD-1]'],
        ),
    ],
)
def test_front_matter_says_what_this_book_asks_of_every_page(head: str, faults: list[str]) -> None:
    assert [str(fault) for fault in front_matter_faults("page.md", head)] == [
        f"page.md:{fault}" for fault in faults
    ]
