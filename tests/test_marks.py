"""The marks of a page become links and notes, and everything else stays as it is."""

from typing import Any

import pytest
from markdown import Markdown

from guidebook.book import marks
from guidebook.book.bibliography import Bibliography, Work
from guidebook.book.extension import GuidebookExtension
from guidebook.book.marks import Mark
from guidebook.engine import masking
from tests.drawing import of_class, parsed, words

WORKS = Bibliography(
    {
        key: Work(key, name, "2019", "Dawn", "", f"https://example.org/{key}", "VERIFIED")
        for key, name in [("lark2019", "Lark"), ("wren2021", "Wren")]
    }
)


PHRASES = {"research_heading": "What research says", "research_label": "What “{label}” means"}


def drawn(page: str) -> str:
    collaborators: dict[str, Any] = {"quizzes": {}, "help-lines": str, "sources": str}
    return Markdown(
        extensions=[
            "attr_list",
            "footnotes",
            "fenced_code",
            "tables",
            GuidebookExtension(WORKS, lambda _: PHRASES, **collaborators),
        ]
    ).convert(page)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("[@lark2019]", Mark(0, 11, "", ("lark2019",))),
        ("[@lark2019 @wren2021]", Mark(0, 21, "", ("lark2019", "wren2021"))),
        ("[mixed @lark2019]", Mark(0, 17, "mixed", ("lark2019",))),
        ("a [experience].", Mark(2, 14, "experience", ())),
        ("[well\nsupported @lark2019]", Mark(0, 26, "well supported", ("lark2019",))),
        ("[mixed @lark2019]: so", Mark(0, 17, "mixed", ("lark2019",))),
        ("[mixed @lark2019](so)", Mark(0, 17, "mixed", ("lark2019",))),
        ("so [mixed]: and", Mark(3, 10, "mixed", ())),
        ("[not supported as stated]", Mark(0, 25, "not supported as stated", ())),
        ("[Experience]", Mark(0, 12, "Experience", ())),  # mistyped, and found to be told so
        ("[mixed @lark2019, 3]", Mark(0, 20, "mixed", ("lark2019,",), ("3",))),
    ],
)
def test_a_mark_is_found_where_it_stands(text: str, mark: Mark) -> None:
    assert list(marks.find(text)) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "[a link](/help.md)",
        "[mixed](/help.md)",
        "[mixed][ref]",
        "[mixed]: https://example.org",
        "[words in brackets]",
        "[me@example.org]",
        "[@ home]",
        "[^1]",
        "[ ] to do",
        "`[@lark2019]`",
        "``[@lark2019] ` [mixed]``",
        "```\n[@lark2019]\n```",
        "~~~\n[@lark2019]\n~~~",
        "<!-- [@lark2019] -->",
        "[@lark2019\n\n@wren2021]",
        "@lark2019",
    ],
)
def test_what_is_no_mark_is_left_alone(text: str) -> None:
    assert list(marks.find(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n```\n[mixed]",
        "`a` [mixed] `b`",
        "one ` alone\n\n[mixed]\n\nanother `",
        "```code``` first\n\n[mixed]",
        "```\nnever closed\n\n[mixed]",
        r"\` [mixed] \`",
        "<!-- never closed\n\n[mixed]",
    ],
)
def test_a_mark_outside_of_code_is_found(text: str) -> None:
    assert [mark.label for mark in marks.find(text)] == ["mixed"]


def test_marks_side_by_side_are_all_found() -> None:
    found = [mark.label or mark.keys for mark in marks.find("[mixed][@lark2019][@wren2021]")]
    assert found == ["mixed", ("lark2019",), ("wren2021",)]


@pytest.mark.parametrize("text", ["a `b` c", "```\nx\n```\ny", "<!-- é\n😀 -->\nz", "no code"])
def test_masking_moves_no_character(text: str) -> None:
    masked = masking.masked(text)
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


def test_a_label_is_a_link_to_what_it_means() -> None:
    (label,) = of_class(parsed(drawn("So. [well supported @lark2019]")), "evidence")
    assert (label.get("href"), label.get("class"), words(label)) == (
        "/about/method.md#well-supported",
        "evidence evidence--well-supported",
        "Well supported",
    )


def test_sources_are_notes_below_the_page() -> None:
    (notes,) = of_class(parsed(drawn("One. [@lark2019] Two. [mixed @wren2021]")), "footnote")
    assert [words(note).split(".")[0] for note in notes.iter("li")] == [
        "Lark (2019)",
        "Wren (2019)",
    ]


def test_a_source_cited_twice_has_one_note() -> None:
    (notes,) = of_class(parsed(drawn("One. [@lark2019] Two. [@lark2019]")), "footnote")
    assert len(list(notes.iter("li"))) == 1


def test_a_page_without_marks_has_no_notes() -> None:
    assert drawn("Words.") == "<p>Words.</p>"


def test_a_mark_with_a_fault_stays_text_in_a_preview() -> None:
    assert drawn("So. [mixed @nobody]") == "<p>So. [mixed @nobody]</p>"


def test_marks_in_code_stay_code() -> None:
    assert "<code>[@lark2019]\n</code>" in drawn("```\n[@lark2019]\n```\n\n[@wren2021]")


def test_marks_stand_in_tables_and_lists() -> None:
    page = "| a |\n|---|\n| b [mixed @lark2019] |\n\n- c [experience]"
    assert len(of_class(parsed(drawn(page)), "evidence")) == 2


def test_labels_are_told_from_strong_to_weak() -> None:
    assert marks.LABELS[0] == "well supported"
    assert marks.LABELS[-1] == "not supported as stated"


def test_what_research_says_folds_with_its_label_and_its_sources() -> None:
    page = drawn(
        "A tip.\n\n**What research says.** One [@lark2019]. Two [@wren2021 @lark2019]. [mixed @wren2021]"
    )
    (fold,) = of_class(parsed(page), "research")
    assert [(part.tag, words(part)) for part in fold] == [
        ("summary", "What research says Mixed"),
        ("p", "One1. Two2, 1."),
        ("ol", "Lark (2019). Dawn. Wren (2019). Dawn."),
        ("p", "What “Mixed” means"),
    ]
    assert "footnote" not in page
    assert [a.get("href") for a in fold.iter("a")] == [
        "https://example.org/lark2019",
        "https://example.org/wren2021",
        "/about/method.md#mixed",
    ]


def test_a_fold_takes_no_number_from_the_notes_below_the_page() -> None:
    page = drawn("So [@wren2021].\n\n**What research says.** One [@lark2019].\n\nOn [@wren2021].")
    assert [words(li).split()[0] for li in parsed(page).iter("li")] == ["Lark", "Wren"]


def test_a_label_alone_needs_no_list_of_sources() -> None:
    (fold,) = of_class(parsed(drawn("**What research says.** Nothing. [experience]")), "research")
    assert [part.tag for part in fold] == ["summary", "p", "p"]


@pytest.mark.parametrize("text", ["What research says. So.", "`**What research says.** So.`"])
def test_other_paragraphs_do_not_fold(text: str) -> None:
    assert of_class(parsed(drawn(text)), "research") == []
