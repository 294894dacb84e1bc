"""A preview shows every fault on the page where it stands, with its place and its cure; a build has none."""

import re
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.drawing import of_class, parsed, words
from tests.project import CHAPTER, QUIZ, REPOSITORY, Project, front_matter

RULES = {
    "data/house-rules.yml": "{}\n",
    "data/words.yml": "everywhere:\n  - {words: [trill], instead: write song}\n",
}


def preview(project: Project) -> None:
    """As `make serve` does: a dead link does not end it."""
    settings = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    if "strict:" not in settings:
        project.write({"mkdocs.yml": f"{settings}strict: false\n"})
    project.build(command="serve")


def shown(project: Project, page: str) -> list[str]:
    """What the boxes of a page say in a preview."""
    preview(project)
    return boxes(project, page)


def boxes(project: Project, page: str) -> list[str]:
    """What they say once the preview is built, in their order, each without its place."""
    found = [e for kind in ("bug", "note") for e in of_class(parsed(project.page(page)), kind)]
    items = [words(item) for box in found for item in box.iter("li")]
    assert all(re.match(r"\S+:\d+:\d+ ", item) for item in items)
    return [re.sub(r":\d+:\d+ ", ": ", item) for item in items]


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("# Birds", "# Birds\n\n[gone](/hlp.md)", 'the link "/hlp.md" leads to no page'),
        ("# Birds", "# Birds\n\n[gone](hlp.md)", 'the link "/chapters/hlp.md" leads to no page'),
        ("/// quiz | do-birds-wake-me", "/// quiz | do-brids", 'no quiz is called "do-brids"'),
        ("# Birds", "# Birds\n\nSo. [some suport]", '"some suport" is no evidence label'),
        ("# Birds", "# Birds\n\nSo. [@nobody]", 'no source has the key "nobody"'),
        ("description:", "descripton:", 'unknown key "descripton"; did you mean "description"?'),
        ("reviewed:", "reviewed: [", "not YAML"),
        ("# Birds", "# Birds\n\nA trill.", '"trill": write song (rule: words)'),
    ],
)
def test_a_fault_of_a_page_is_shown_on_it(old: str, new: str, says: str, tmp_path: Path) -> None:
    project = Project(tmp_path, RULES)
    project.change(CHAPTER, old, new)
    assert any(line.startswith(f"{CHAPTER}: {says}") for line in shown(project, "chapters/birds"))


def test_a_fault_stands_before_the_passage_it_is_about(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change("docs/help.md", "# Help", "# Help\n\nOne.\n\nTwo [gone](/hlp.md).\n\nThree.")
    preview(project)
    text = project.page("help")
    assert (
        text.index("<p>One.") < text.index("/hlp.md&quot; leads to no page") < text.index("<p>Two")
    )


def test_a_rule_that_a_quiz_breaks_is_shown_above_it(tmp_path: Path) -> None:
    project = Project(tmp_path, RULES)
    project.change(QUIZ, "title: Noise at dawn", "title: A trill at dawn")
    found = shown(project, "chapters/birds")
    assert [line for line in found if "trill" in line] == [
        f'{QUIZ}: "trill": write song (rule: words)'
    ]
    assert "<quiz-scales" in project.page("chapters/birds")


def test_a_fault_of_a_file_that_is_on_no_page_is_shown_on_every_page(tmp_path: Path) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "chapter: []\n"})
    says = 'data/house-rules.yml: unknown key "chapter"; did you mean "chapters"?'
    preview(project)
    assert [says in boxes(project, page) for page in ("help", "chapters/birds")] == [True, True]


def test_a_sound_page_shows_no_box(tmp_path: Path) -> None:
    assert shown(Project(tmp_path), "chapters/birds") == []


def test_a_site_without_house_rules_meets_none(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(
        CHAPTER, "# Birds", "# Birds\n\nClick on the three dots. Call 116 123 now. We are addicted."
    )
    assert project.problems() == []
    assert shown(project, "chapters/birds") == []
    assert project.build().is_dir()


def test_a_broken_rule_stops_a_build_where_the_project_has_rules(tmp_path: Path) -> None:
    project = Project(tmp_path, RULES)
    project.change(CHAPTER, "# Birds", "# Birds\n\nA trill.")
    with pytest.raises(Abort, match=rf'{CHAPTER}:\d+:3: "trill": write song \(rule: words\)'):
        project.build()


def test_only_a_preview_shows_what_the_answers_to_a_scale_come_to(tmp_path: Path) -> None:
    project = Project(tmp_path)
    preview(project)
    (table,) = of_class(parsed(project.page("chapters/birds")), "scores")

    assert "Noise at dawn" in words(table.find("summary"))
    assert [[words(cell) for cell in row] for row in table.iter("tr")] == [
        ["Quiet", "0–1", "33.3 %", "1 Never, 2 Often"],
        ["Loud", "2–4", "66.7 %", "1 Never, 2 Never"],
    ]

    project.build()
    assert 'class="scores"' not in project.page("chapters/birds")


def test_a_preview_shows_how_often_each_part_leads_and_a_run_in_which_it_does(
    tmp_path: Path,
) -> None:
    quiz = (REPOSITORY / "tests/structures/voting-aid.yml").read_bytes()
    page = f"{front_matter()}# Aid\n\n/// quiz | voting-aid\n///\n"
    project = Project(tmp_path, {"quizzes/voting-aid.yml": quiz, "docs/aid.md": page})
    project.build(command="serve")

    (table,) = of_class(parsed(project.page("aid")), "scores")

    first, *others = [[words(cell) for cell in row] for row in table.iter("tr")]
    run = "1 I agree, 2 I agree, 3 I do not agree, 4 Neutral, 5 I agree, 6 I do not agree, 7 I agree, 8 I do not agree"
    assert first == ["First", "0–20", "27.7 %", run]
    assert [row[:3] for row in others] == [
        ["Second", "0–20", "21.8 %"],
        ["Third", "0–20", "19.7 %"],
        ["Fourth", "0–20", "24.2 %"],
    ]
