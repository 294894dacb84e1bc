"""What a contribution could try, one line each in `attempts.yml`: refused with its place, or harmless words."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import Abort

from tests.project import Project, front_matter
from tests.time_limit import ends

KINDS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("attempts.yml").read_text(encoding="utf-8")
)
SECRET = "outside-secret"  # noqa: S105 (one of a test)


ALL = [case for cases in KINDS.values() for case in cases]


def make(folder: Path, *cases: dict[str, Any]) -> Project:
    """The sample project after some attempts, with a file beside it that is nobody's business."""
    outside = folder / "outside.md"
    outside.write_text(f"# {SECRET}\n")
    project = Project(folder / "project")
    for case in cases:
        for name, content in case.get("files", {}).items():
            project.write({name: written(content, outside)})
        for name, target in case.get("links", {}).items():
            _clear(project.root / name).symlink_to(written(target, outside).decode())
        for name in case.get("pipes", ()):
            os.mkfifo(_clear(project.root / name))
    return project


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """All attempts that a build takes for what they are: words."""
    project = make(tmp_path_factory.mktemp("built"), *(case for case in ALL if "shows" in case))
    with ends():
        project.build()
    return project


def written(content: Any, outside: Path) -> bytes:
    """The bytes of a file, of which a case may tell the shape alone."""
    match content:
        case {"times": int(times), "of": part}:
            return written(part, outside) * times
        case {"all": list(parts)}:
            return b"".join(written(part, outside) for part in parts)
        case bytes():
            return content
    text = str(content).replace("HEAD", front_matter()).replace("OUT", str(outside))
    return text.encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of all attempts that are a file by itself: they are read together."""
    early = [renamed(case, n) for n, case in APART if not case.get("late")]
    late = [renamed(case, n) for n, case in APART if case.get("late")]
    with ends():
        said = make(tmp_path_factory.mktemp("read"), *early).problems()
    with ends(), pytest.raises(Abort) as stopped:
        make(tmp_path_factory.mktemp("drawn"), *late).build()
    return [*said, *str(stopped.value).splitlines()]


def is_apart(case: dict[str, Any]) -> bool:
    files = case.get("files", {})
    return "says" in case and bool(files) and all(name.startswith("docs/a.") for name in files)


def renamed(case: dict[str, Any], number: int) -> dict[str, Any]:
    """A case with a file of its own."""
    own = f"docs/attempt-{number}."
    files = {name.replace("docs/a.", own): text for name, text in case["files"].items()}
    return {**case, "files": files, "says": case["says"].replace("docs/a.", own), "own": own}


APART = [(n, case) for n, case in enumerate(ALL) if is_apart(case)]


@pytest.mark.parametrize("case", [pytest.param(renamed(c, n), id=c["name"]) for n, c in APART])
def test_an_author_is_told_of(case: dict[str, Any], read: list[str]) -> None:
    said = "\n".join(problem for problem in read if problem.startswith(case["own"]))

    assert case["says"] in said
    assert case.get("never", SECRET) not in said


@pytest.mark.sample(10)
@pytest.mark.parametrize(
    "case", [pytest.param(c, id=c["name"]) for c in ALL if "says" in c and not is_apart(c)]
)
def test_a_build_stops_at(case: dict[str, Any], tmp_path: Path) -> None:
    project = make(tmp_path, case)

    with ends(), pytest.raises(Abort) as stopped:
        project.build()

    assert case["says"] in str(stopped.value)
    assert case.get("never", SECRET) not in str(stopped.value)
    assert not (project.site / "index.html").exists() or case.get("late")


@pytest.mark.parametrize("case", [pytest.param(c, id=c["name"]) for c in ALL if "shows" in c])
def test_a_build_takes_as_words(case: dict[str, Any], built: Project) -> None:
    never = case.get("never", SECRET).encode()

    for page, words in case["shows"].items():
        assert words in built.page(page)
    assert not [path for path in _files(built.site) if never in path.read_bytes()]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _clear(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    return path
