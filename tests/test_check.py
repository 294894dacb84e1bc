"""`make check`: every fault of every sort of file at once, with its place, and never a traceback."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from guidebook.engine.problem import Place, Problem
from scripts.check import Found, check
from tests.project import CHAPTER, QUIZ, REPOSITORY, Project, front_matter

LINE = re.compile(r"[\w./-]+:\d+:\d+: \S.+")
FAULTS = {
    "data/house-rules.yml": ("chapters: 3\n", '1:11: "chapters" must be a list'),
    "data/people.yml": ("nevre: []\n", '1:1: unknown key "nevre"; did you mean "never"?'),
    "data/words.yml": ("everywhere: [{words: [a]}]\n", '1:14: the key "instead" is missing'),
    "data/exceptions.yml": (
        "- {rule: wrods, path: a.md, passage: b, reason: c}\n",
        '1:10: no rule is called "wrods"',
    ),
    "data/verdicts.yml": (
        "- {ideas: [BIRD-9], claim: Birds sing, label: mixt, works: [lark2091]}\n",
        '1:47: "mixt" is no evidence label; did you mean "mixed"?',
    ),
    "data/article-map.yml": ("BIRD-1: {kind: a, told: b}\n", '1:9: the key "who" is missing'),
    "data/straight-lines.yml": ("a: [\n", "1:4: not YAML"),
    "data/help-lines.yml": ("checked: soon\n", '1:1: unknown key "checked"'),
    "data/references.bib": ("@article{a,\n", "not BibTeX"),
    "overrides/widgets/engine/locales/zh.yml": ("see_reslut: a\n", '1:1: unknown key "see_reslut"'),
    "docs/broken.md": ("---\ndescription: [\n---\n", "not YAML"),
    "docs/spelt.md": ("# A\n\nRecieve\n", '3:1: "Recieve" is misspelt; did you mean "Receive"?'),
    "quizzes/quiz.schema.json": ("{}\n", "1:1: editors would complete by an older format"),
    "quizzes/empty.yml": ("", "1:1: "),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What is said of a project in which nearly every file is broken."""
    project = Project(tmp_path_factory.mktemp("broken"), {"data/house-rules.yml": "{}\n"})
    project.write({name: text for name, (text, _) in FAULTS.items()})
    return check(project.root)


@pytest.mark.parametrize("name", FAULTS)
def test_each_broken_file_is_told_of(found: Found, name: str) -> None:
    lines = [str(p).removeprefix(f"{name}:") for p in found.refusals if p.path == name]
    assert any(FAULTS[name][1] in line for line in lines), [*map(str, found.refusals)]


def test_all_is_told_in_one_form(found: Found) -> None:
    said = [*map(str, (*found.refusals, *found.advice))]
    assert [line for line in said if not LINE.fullmatch(line)] == []
    assert [line for line in said if re.search(r"Traceback|\w+Error\b|\{'", line)] == []


def test_a_broken_list_of_settings_is_told_of(tmp_path: Path) -> None:
    project = Project(tmp_path, {"mkdocs.yml": "site_name: [\n"})
    (fault,) = check(project.root).refusals
    assert str(fault).startswith("mkdocs.yml:1:12: not YAML")


def test_a_page_that_no_menu_names_and_a_menu_that_names_no_page_are_told_of(
    tmp_path: Path,
) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "{}\n"})
    settings = yaml.safe_load((project.root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["nav"] = [{"Home": "index.md"}, {"Help": "hepl.md"}]
    project.write({"mkdocs.yml": yaml.safe_dump(settings)})
    said = [str(p) for p in check(project.root).refusals if "(rule: menu)" in str(p)]
    assert any(
        'there is no page "hepl.md" in docs/; did you mean "help.md"?' in line for line in said
    )
    assert any(line.startswith(f"{CHAPTER}:1:1: no line under") for line in said)


@pytest.mark.parametrize(
    ("last", "says"),
    [
        ("[Help](/help.md)", []),
        ("[home](/index.md)", ["the foot of this page leads to /help.md"]),
        ("Breathe.", ["the foot of this page leads to /help.md"]),
    ],
)
def test_the_last_line_of_a_chapter_leads_where_its_foot_does(
    last: str, says: list[str], tmp_path: Path
) -> None:
    listed = "chapters: [{page: /chapters/birds.md, quiz: do-birds-wake-me}]\n"
    project = Project(tmp_path, {"data/house-rules.yml": listed})
    settings = yaml.safe_load((project.root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["nav"] = [{"Home": "index.md"}, {"Birds": "chapters/birds.md"}, {"Help": "help.md"}]
    project.write({"mkdocs.yml": yaml.safe_dump(settings)})
    line = "Read on: [help](/help.md#when-you-are-in-danger)."
    project.change(CHAPTER, line, f"## Next\n\nSee [home](/index.md). {last}")

    found = check(project.root, build=False).refusals

    said = [p for p in found if "(rule: next page)" in str(p)]
    assert [p.message.partition(";")[0] for p in said] == says


def test_what_only_the_site_generator_finds_is_told_too(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change("docs/help.md", "# Help", "# Help\n\n[a heading](#of-no-such-name)")
    (fault,) = check(project.root).refusals
    assert "of-no-such-name" in fault.message


def test_words_in_another_language_are_not_spelt_in_english(tmp_path: Path) -> None:
    words = (REPOSITORY / "overrides/widgets/engine/locales/en.yml").read_text(encoding="utf-8")
    project = Project(tmp_path, {"overrides/widgets/engine/locales/de.yml": words})
    project.write(
        {"docs/de/vogel.md": f"{front_matter(lang='de')}# Und als ob sie recieve sagte\n"}
    )
    assert [*map(str, check(project.root, build=False).refusals)] == []
    project.change("docs/de/vogel.md", "lang: de\n", "")
    assert any('"recieve" is misspelt' in str(p) for p in check(project.root).refusals)


@pytest.mark.parametrize(
    ("mend", "weigh", "last"),
    [
        (0, 0, "Nothing to mend"),
        (0, 2, "Nothing to mend, 2 to consider"),
        (3, 0, "3 to mend"),
        (3, 1, "3 to mend, 1 to consider"),
    ],
)
def test_the_last_line_counts(mend: int, weigh: int, last: str) -> None:
    refusals, advice = (
        tuple(Problem("a.md", Place(n + 1, 1), what) for n in range(count))
        for what, count in (("mend", mend), ("weigh", weigh))
    )
    assert str(Found(refusals, advice)).splitlines()[-1] == last


def test_the_exit_tells_whether_there_is_something_to_mend(tmp_path: Path) -> None:
    """One plain command, which needs neither make nor a setting."""
    said = "import sys; from pathlib import Path; from scripts.check import main; sys.exit(main(Path(sys.argv.pop())))"
    project = Project(tmp_path)

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", said, str(project.root)]
        return subprocess.run(command, check=False, cwd=REPOSITORY, capture_output=True, text=True)

    assert run().returncode == 0
    project.change(QUIZ, "kind: scales", "kind: scale")
    assert run().returncode == 1
