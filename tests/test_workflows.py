"""What a workflow may do that runs what strangers wrote: read, and nothing that anyone else will trust."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project import REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.y*ml"))
each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (makes strings alone: "on" stays a word)


def for_strangers(workflow: Any) -> bool:
    return "pull_request" in workflow["on"]


def is_only_for_main(name: str, jobs: Any) -> bool:
    """Whether a job, or one without whose success it does not run, asks for the branch that was reviewed."""
    when = jobs[name].get("if", "")
    needed = jobs[name].get("needs", [])
    needed = [needed] if isinstance(needed, str) else needed
    asks = "github.ref == 'refs/heads/main'" in when and "||" not in when
    return asks or any(
        f"needs.{other}.result == 'success'" in when and is_only_for_main(other, jobs)
        for other in needed
    )


@each
def test_no_workflow_begins_with_rights(path: Path) -> None:
    assert read(path)["permissions"] == {}


@each
def test_no_workflow_gives_a_strangers_change_the_rights_of_the_project(path: Path) -> None:
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & {*read(path)["on"]}


@each
def test_a_workflow_that_runs_a_strangers_change_only_reads(path: Path) -> None:
    workflow = read(path)
    if for_strangers(workflow):
        for name, job in workflow["jobs"].items():
            writes = {*job.get("permissions", {}).values()} - {"read"} or "environment" in job
            assert not writes or is_only_for_main(name, workflow["jobs"])


@each
def test_a_workflow_that_runs_a_strangers_change_has_no_secret_and_leaves_no_cache(
    path: Path,
) -> None:
    if for_strangers(read(path)):
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text
        assert "actions/cache" not in text
        assert "cache:" not in text


@each
def test_no_workflow_keeps_its_token_where_the_change_could_read_it(path: Path) -> None:
    for job in read(path)["jobs"].values():
        for step in job.get("steps", ()):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] == "false"


def test_what_is_published_has_passed_every_check_that_ran() -> None:
    builds = [
        (name, job, jobs)
        for jobs in (read(path)["jobs"] for path in WORKFLOWS)
        for name, job in jobs.items()
        if "actions/upload-pages-artifact@" in str(job)
    ]
    ((name, build, jobs),) = builds
    (publish,) = [n for n, job in jobs.items() if "actions/deploy-pages@" in str(job)]
    assert {*build["needs"]} == {*jobs} - {name, publish}
    assert "!contains(needs.*.result, 'failure')" in build["if"]
    assert "!contains(needs.*.result, 'cancelled')" in build["if"]
    assert is_only_for_main(publish, jobs)
