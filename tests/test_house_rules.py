"""Every rule of the house is told to contributors, names itself, and comes to an end."""

import time
from datetime import date
from pathlib import Path

import pytest
import yaml

from guidebook.book.book import Book
from guidebook.book.front_matter_keys import FrontMatter
from guidebook.book.house_rules import arithmetic
from guidebook.book.house_rules.house import House
from guidebook.book.house_rules.registry import RULES, findings
from guidebook.book.house_rules.rule import Rule
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.links import Docs
from guidebook.engine.problem import Problem
from guidebook.engine.quiz_file import read_quiz
from tests.drawing import parsed, straight, words
from tests.project import REPOSITORY, Project, front_matter

GUIDE = REPOSITORY / "docs/contribute/rules.md"
ON = date(2026, 11, 30)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the page of the rules says, as a reader sees it."""
    text = GUIDE.read_text(encoding="utf-8").partition("## What this book asks")[2]
    page = f"{front_matter()}# Rules\n\n## What this book asks{text}"
    project = Project(
        tmp_path_factory.mktemp("rules"), {"docs/rules.md": page, "data/house-rules.yml": "{}\n"}
    )
    project.build(command="serve")
    return straight(words(next(parsed(project.page("rules")).iter("article"))))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_told_with_its_reason_and_its_cure(guide: str, rule: Rule) -> None:
    told = (rule.id, rule.says, f"Why: {rule.reason}", f"What to do: {rule.cure}")
    assert [part for part in told if straight(" ".join(part.split())) not in guide] == []


def test_each_rule_has_a_name_of_its_own() -> None:
    names = [rule.id for rule in RULES]
    assert sorted(names) == sorted({*names})


def test_every_key_at_the_top_of_a_page_is_told(guide: str) -> None:
    assert [key for key in FrontMatter.model_fields if f"{key}:" not in guide] == []


def test_the_page_of_the_rules_is_in_the_menu() -> None:
    assert "contribute/rules.md" in (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")


def test_a_message_ends_with_the_name_of_a_rule_that_the_guide_tells(tmp_path: Path) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "ideas: {BIRD: 9}\n"})
    project.write(
        {
            "docs/worst.md": "# Worst\n\nClick on the menu... Call 116 123 now!\n\n/// quiz | do-birds-wake-me\n///\n"
        }
    )
    found = findings(House(Book(tmp_path), ON))
    names = {rule.id for rule in RULES}
    assert {f.rule for f in found} >= {
        "front matter",
        "menus",
        "numbers to call",
        "marks",
        "ideas kept",
    }
    assert all(f.rule in names and f.problem.message.endswith(f"(rule: {f.rule})") for f in found)


@pytest.mark.parametrize("count", [10, 14, 100])
def test_a_check_of_scores_ends_whatever_the_length_of_a_scale(count: int, tmp_path: Path) -> None:
    """Walking through all answers of ten items took longer than anybody waits."""
    items: list[dict[str, object]] = [
        {"id": f"item-{n}", "stem": f"Thing {n} happened.", "scale": "all"} for n in range(count)
    ]
    items[0]["reverse"] = True
    quiz = {
        "kind": "scales",
        "title": "Long",
        "summary": "A scale that is long.",
        "period": "the last week",
        "skip": "Not sure",
        "responses": [{"id": f"a{n}", "label": f"A{n}", "points": n} for n in range(5)],
        "scales": {
            "all": {
                "title": "All",
                "bands": [
                    {"from": start, "id": name, "title": name, "text": name}
                    for start, name in ((0, "low"), (2 * count - 3, "mid"), (2 * count + 3, "high"))
                ],
            }
        },
        "blocks": [{"title": "Block", "items": items}],
    }
    (tmp_path / "long.yml").write_text(yaml.safe_dump(quiz, sort_keys=False), encoding="utf-8")
    file = read_quiz(tmp_path / "long.yml", tmp_path, Docs())
    scored = file.compiled
    assert isinstance(scored, ScalesQuiz)

    began = time.process_time()
    found: list[Problem] = []
    for rule in (arithmetic.reach, arithmetic.fair, arithmetic.monotone, arithmetic.skips):
        found += rule(file, scored)

    assert time.process_time() - began < 10
    assert any('more of "item-0" can lead to a lighter reading' in p.message for p in found)
    assert any('"A0" to every item scores 4, but 0 with some skipped' in p.message for p in found)


# A quiz that is not ours


def test_a_quiz_from_elsewhere_hears_as_advice_what_was_made_for_ours(tmp_path: Path) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "{}\n"})
    project.change(
        "quizzes/do-birds-wake-me.yml", "title: Noise at dawn", "title: You must sleep at dawn"
    )
    project.write({"data/words.yml": "quizzes:\n  - {words: [you must], instead: offer it}\n"})
    of_quiz = [
        f for f in findings(House(Book(tmp_path), ON)) if f.problem.path.startswith("quizzes/")
    ]
    assert "words in quizzes" in {f.rule for f in of_quiz}
    assert {f.severity for f in of_quiz} == {"advice"}


def test_the_same_quiz_is_refused_once_it_is_listed_as_ours(tmp_path: Path) -> None:
    project = Project(tmp_path, {"data/house-rules.yml": "self_assessments: [do-birds-wake-me]\n"})
    found = findings(House(project.book(), ON))
    refused = {f.rule for f in found if f.severity == "refusal"}
    assert {"parts", "answers", "bands", "one step"} <= refused
