"""CONTRIBUTING.md tells the truth: each recipe works, its slips are told of as it says, its links lead somewhere."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.engine.links import page_of
from scripts.check import check
from tests.project import REPOSITORY

GUIDE = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES: list[dict[str, Any]] = yaml.safe_load(
    (REPOSITORY / "tests/recipes.yml").read_text(encoding="utf-8")
)
SLIPS = [(recipe["recipe"], slip) for recipe in RECIPES for slip in recipe["wrongly"]]
PLACE = re.compile(r":\d+:\d+(?=: )")
"""Lines move when a page grows; what is said stays."""
SHOWN = [PLACE.sub("", line) for line in GUIDE.splitlines() if PLACE.search(line)]
OF_ANOTHER_KIND = 'quizzes/evening.yml: unknown key "thigns"'
"""Shown for a kind of widget that the reader is about to write."""
GUIDES = ("CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md")
COPIED = ("data", "docs", "hooks", "overrides", "quizzes")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """The book's own files, to be changed."""
    for folder in COPIED:
        hidden = shutil.ignore_patterns("__pycache__")
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=hidden)
    for path in (
        *REPOSITORY.glob("*.md"),
        *map(REPOSITORY.joinpath, ("mkdocs.yml", "pyproject.toml")),
    ):
        shutil.copy(path, tmp_path)
    return tmp_path


@pytest.mark.sample(2)
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe["recipe"])
def test_a_recipe_followed_rightly_leaves_nothing_to_mend(
    recipe: dict[str, Any], book: Path
) -> None:
    follow(recipe["rightly"], book)

    assert [*map(str, check(book, build=False).refusals)] == []


@pytest.mark.sample(0)
def test_all_recipes_together_make_a_site(book: Path) -> None:
    done = []
    for recipe in RECIPES:
        for step in flat(recipe["rightly"]):
            if step not in done:  # two recipes may begin with the same file
                follow([step], book)
                done.append(step)

    assert [*map(str, check(book).refusals)] == []
    for page in ("silence", "de/hilfe", "self-assessments/my-week"):
        assert (book / ".cache/site" / page / "index.html").is_file()


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "slip", [slip for _, slip in SLIPS], ids=[f"{recipe}: {slip['says']}" for recipe, slip in SLIPS]
)
def test_a_slip_is_told_with_its_cure(slip: dict[str, Any], book: Path) -> None:
    follow(slip["steps"], book)

    found = [PLACE.sub("", str(problem)) for problem in check(book, build=False).refusals]

    assert [line[: len(slip["says"])] for line in found] == [slip["says"]], found
    shown = [line for line in SHOWN if line.startswith(slip["says"])]
    assert shown in ([], found)


def test_every_example_of_a_quiz_passes_where_it_is_copied_to(book: Path) -> None:
    for example in (book / "quizzes/examples").glob("*.yml"):
        shutil.copy(example, book / f"quizzes/my-{example.name}")

    assert [*map(str, check(book, build=False).refusals)] == []


def test_every_slip_in_the_guide_is_tried() -> None:
    tried = tuple(slip["says"] for _, slip in SLIPS)

    assert [line for line in SHOWN if not line.startswith((*tried, OF_ANOTHER_KIND))] == []


def test_every_recipe_of_the_guide_is_tried() -> None:
    headings = list(page_of(GUIDE).headings.values())

    assert [recipe["recipe"] for recipe in RECIPES if recipe["recipe"] not in headings] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_leads_only_to_what_is_there(guide: str) -> None:
    text = (REPOSITORY / guide).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|/)([^)\s]+)\)", text)

    assert [link for link in links if not leads_somewhere(link)] == []


def leads_somewhere(link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = REPOSITORY / path
    if not target.exists():
        return False
    return not anchor or anchor in page_of(target.read_text(encoding="utf-8")).headings


def flat(steps: Iterable[Any]) -> list[dict[str, Any]]:
    """The steps, those of another recipe among them."""
    return [each for step in steps for each in (flat(step) if isinstance(step, list) else [step])]


def follow(steps: Iterable[Any], book: Path) -> None:
    for step in flat(steps):
        path = book / step.get("file", step.get("to", ""))
        path.parent.mkdir(exist_ok=True)
        if "copy" in step:
            shutil.copy(book / step["copy"], path)
            continue
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        if "pattern" in step:  # words that may change rightly
            text, count = re.subn(step["pattern"], step["new"], text, count=1)
            assert count, f"{step['pattern']!r} is not in {path}"
            path.write_text(text, encoding="utf-8")
            continue
        old, new = step.get("old"), step["new"]
        count = text.count(old) if old else 0
        assert not old or count == 1 or (step.get("first") and count), (
            f"{old!r}: {count} times in {path}"
        )
        path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
