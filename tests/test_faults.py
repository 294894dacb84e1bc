"""Every fault an author can make is told in one way: where, what, and what would be right.

The tables in `tests/faults` hold a case each: a change to a sound file of `tests/sample`, or a
whole file, and all that is said about it; `{kinds}` there stands for the names of all kinds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from guidebook.engine.kinds import KINDS
from tests.project import QUIZ, Project

FOLDER = Path(__file__).with_name("faults")


@dataclass(frozen=True)
class Fault:
    """One case of a table."""

    file: str
    """The file at fault."""
    says: list[str]
    """Every line that an author is told, the file's name left out."""
    change: dict[str, str] = field(default_factory=dict)
    """Passages of the sample's file, and what stands there instead."""
    text: str | None = None
    """The whole file."""
    bytes: str | None = None
    """The whole file, a character for a byte."""

    def make(self, project: Project) -> None:
        if self.bytes is not None:
            project.write({self.file: self.bytes.encode("latin-1")})
        elif self.text is not None:
            project.write({self.file: self.text})
        for old, new in self.change.items():
            project.change(self.file, old, new)


def cases() -> list[Any]:
    return [
        pytest.param(Fault(**{"file": table["file"], **case}), id=f"{path.stem}: {name}")
        for path in sorted(FOLDER.glob("*.yml"))
        for table in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        for case in table["cases"]
        for name in [case.pop("name")]
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def project(whole: Project, fault: Fault) -> Iterator[Project]:
    """The sample with one fault, which goes again."""
    file = whole.root / fault.file
    before = file.read_bytes() if file.exists() else None
    fault.make(whole)
    yield whole
    if before is None:
        whole.remove(fault.file)
    else:
        whole.write({fault.file: before})


@pytest.mark.sample(120)
@pytest.mark.parametrize("fault", cases())
def test_an_author_is_told_where_what_and_what_would_be_right(
    project: Project, fault: Fault
) -> None:
    language = "de" if "locales/de" in fault.file else "en"
    says = [line.replace("{kinds}", ", ".join(sorted(KINDS))) for line in fault.says]
    assert project.problems(language) == [f"{fault.file}:{line}" for line in says]


def test_the_sample_itself_has_no_fault(tmp_path: Path) -> None:
    assert Project(tmp_path).problems() == []


def test_a_text_has_an_end(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(QUIZ, "title: Noise at dawn", f"title: {'so ' * 3_334}")
    message = '"title" is too long; the limit is 10000 characters'
    assert project.problems() == [f"{QUIZ}:21:12: {message}"]
