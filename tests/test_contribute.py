"""The way in for contributors: links to the text, forms, workflows, recipes that work."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.book.book import ROOMS
from guidebook.engine.words import read as read_words
from scripts import tasks
from tests.project import CHAPTER, QUIZ, REPOSITORY, Project

GITHUB = REPOSITORY / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BESIDE_PYTHON = Path(sys.executable).parent
HOME = "https://github.com/owner/name"


def site_kept_at(address: str | None, folder: Path) -> Project:
    project = Project(folder)
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    project.write({"mkdocs.yml": yaml.safe_dump({**settings, "extra": {"repository": address}})})
    project.build()
    return project


def links(html: str) -> dict[str, str]:
    """The links at the foot of a page: words → address."""
    foot = re.search(r'<nav class="contribute".*?</nav>', html, re.DOTALL)
    found = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', foot[0] if foot else "")
    return {words: address for address, words in found}


@pytest.mark.sample(1)
@pytest.mark.parametrize("address", [HOME, f"{HOME}/"])
def test_each_page_leads_to_its_text_to_its_quiz_and_to_a_form(
    address: str, tmp_path: Path
) -> None:
    project = site_kept_at(address, tmp_path)

    assert links(project.page("chapters/birds")) == {
        "Edit this page": f"{HOME}/edit/main/{CHAPTER}",
        "Edit this self-assessment": f"{HOME}/edit/main/{QUIZ}",
        "Suggest a change": f"{HOME}/issues/new?template=mistake.yml&amp;title=Birds&amp;page=Birds",
    }
    assert list(links(project.page("help"))) == ["Edit this page", "Suggest a change"]


def test_where_no_project_is_named_no_page_leads_to_one(tmp_path: Path) -> None:
    project = site_kept_at(None, tmp_path)

    pages = [path.read_text(encoding="utf-8") for path in project.site.rglob("*.html")]

    assert pages
    assert all('class="contribute"' not in page and "/issues/new" not in page for page in pages)


def test_the_theme_is_never_told_of_the_repository() -> None:
    """It would ask api.github.com about it, on every page."""
    settings = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))

    assert "repo_url" not in settings
    assert "repository" in settings["extra"]


def form(name: str) -> dict[str, dict[str, Any]]:
    """The fields of a form of the project, by id."""
    text = (GITHUB / f"ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8")
    return {field["id"]: field for field in yaml.safe_load(text)["body"] if "id" in field}


def test_the_form_for_a_mistake_has_the_field_that_a_page_fills_in() -> None:
    assert "page" in form("mistake")


def test_both_forms_for_an_example_ask_the_same_things() -> None:
    said = read_words(
        [REPOSITORY / "overrides/widgets" / room / "locales" for room in ROOMS], REPOSITORY
    )[0]["en"]
    template = (REPOSITORY / "overrides/widgets/book/example/example.html").read_text(
        encoding="utf-8"
    )
    fields = form("example")

    asked = {name: field["attributes"]["label"] for name, field in fields.items()}
    agreed = [option["label"] for option in fields["agreed"]["attributes"]["options"]]

    assert asked == {name: said[f"example_{name}"] for name in fields}
    assert all(f'name="{name}"' in template for name in fields if name != "agreed")
    agreements = re.search(r'in \(("own".*?)\)', template)
    assert agreements
    names = re.findall(r'"(\w+)"', agreements[1])
    assert agreed == [said[f"example_agreed_{name}"] for name in names]


def test_no_consent_is_taken_as_given() -> None:
    options = form("example")["agreed"]["attributes"]["options"]

    assert all(option["required"] for option in options)


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_github_can_read_it(schema: str, files: list[Path]) -> None:
    checked = run(
        f"{BESIDE_PYTHON}/check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files
    )

    assert files
    assert checked.returncode == 0, checked.stdout


def test_no_workflow_lets_a_stranger_in() -> None:
    checked = run(
        f"{BESIDE_PYTHON}/zizmor", "--offline", "--strict-collection", "--persona=auditor", GITHUB
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_begins_with_no_rights_ends_in_time_and_knows_no_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)

    assert workflow["permissions"] == {}
    assert all("timeout-minutes" in job for job in workflow["jobs"].values())
    assert "secrets" not in text
    assert "pull_request_target:" not in text
    assert all(
        re.search(r"@[0-9a-f]{40} # v\d", line) for line in text.splitlines() if "uses:" in line
    )


def test_nothing_is_published_that_has_not_passed() -> None:
    jobs = yaml.safe_load((GITHUB / "workflows/test.yml").read_text(encoding="utf-8"))["jobs"]
    checks = {name for name, job in jobs.items() if job["name"].startswith(("make", "Touched"))}

    assert set(jobs["build"]["needs"]) == checks
    assert "!contains(needs.*.result, 'failure')" in jobs["build"]["if"]
    assert "refs/heads/main" in jobs["build"]["if"]
    assert jobs["publish"]["needs"] == "build"
    assert "needs.build.result == 'success'" in jobs["publish"]["if"]


def test_only_the_job_that_publishes_may_write() -> None:
    jobs = {
        (path.stem, name): job.get("permissions", {})
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()
    }

    assert [job for job, may in jobs.items() if "write" in may.values()] == [("test", "publish")]


def test_no_build_keeps_a_cache_that_another_would_trust() -> None:
    assert [path.stem for path in WORKFLOWS if "cache:" in path.read_text("utf-8")] == []


def test_what_a_build_prints_is_shown_on_the_line_it_is_about(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(QUIZ, "summary:", "sumary:")
    project.change(CHAPTER, "/// quiz |", "/// quizz |")

    printed = project.run("build", "--strict", "--quiet")

    assert shown("guidebook", printed.stdout + printed.stderr) == {CHAPTER, QUIZ}


def test_a_site_with_a_dead_link_is_not_made(tmp_path: Path) -> None:
    [command] = tasks.COMMANDS["site"]
    project = Project(tmp_path)
    project.change("docs/help.md", "# Help", "# Help\n\n[gone](gone.md)")

    made = run(*tasks.words(command), folder=project.root)

    assert "gone.md" in made.stdout + made.stderr
    assert made.returncode == 1


@pytest.mark.parametrize(
    ("owner", "line"),
    [
        ("guidebook", "hooks/build.py:48:8: F401 [*] `os` imported but unused"),
        ("guidebook", "hooks/build.py:48:1: unformatted: File would be reformatted"),
        ("guidebook", "E       docs/help.md:3:1: too long a sentence; cut it in two"),
        ("guidebook", "CONTRIBUTING.md:3:1: `teh` -> `the`"),
        ("guidebook", "mkdocs.yml:3:1: the key stands twice"),
        ("guidebook", ".github/ISSUE_TEMPLATE/example.yml:3:1: too long"),
        ("guidebook", "deploy/headers/first.txt:3:1: too long"),
        ("guidebook", "bench/site.py:3:1: F401 unused"),
        ("mypy", "bench/site.py:3: error: Missing return"),
        (
            "mypy",
            "hooks/build.py:50: error: Function is missing a type annotation  [no-untyped-def]",
        ),
    ],
)
def test_what_another_check_prints_is_shown_there_too(owner: str, line: str) -> None:
    assert len(shown(owner, line)) == 1


def shown(owner: str, output: str) -> set[str]:
    """The files that a matcher finds blamed."""
    matchers = json.loads((GITHUB / "problems.json").read_text(encoding="utf-8"))["problemMatcher"]
    (pattern,) = next(matcher["pattern"] for matcher in matchers if matcher["owner"] == owner)
    found = (re.search(pattern["regexp"], line) for line in output.splitlines())
    return {match[pattern["file"]] for match in found if match and match[pattern["message"]]}


def run(
    program: str, *arguments: str | Path, folder: Path = REPOSITORY
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments], check=False, capture_output=True, text=True, cwd=folder
    )
