"""`mkdocs serve`: what an author edits reaches the browser by itself, and faults never end it."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.small import small_project
from tests.project import CHAPTER, QUIZ, Project

TIMEOUT = 90
"""Seconds that a busy machine may take; most take one or two."""
MILLISECONDS = TIMEOUT * 1000


@dataclass(frozen=True)
class Preview:
    """A project that is being served."""

    project: Project
    address: str
    server: subprocess.Popen[bytes]

    @contextmanager
    def edited(self, name: str, old: str, new: str) -> Iterator[None]:
        """A file as an author saved it, until the block ends."""
        before = (self.project.root / name).read_bytes()
        self.project.change(name, old, new)
        try:
            yield
        finally:
            self.project.write({name: before})


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with serving(small_project(tmp_path_factory.mktemp("project"))) as preview:
        yield preview


@pytest.fixture
def chapter(page: Page, preview: Preview) -> Page:
    """The sample's page with a quiz, open in a browser; it is never reloaded by hand."""
    page.goto(preview.address + "chapters/birds/")
    expect(quiz(page)).to_be_visible(timeout=MILLISECONDS)
    return page


def test_an_edit_of_a_page_reaches_the_browser(chapter: Page, preview: Preview) -> None:
    with preview.edited(CHAPTER, "Some sing for hours.", "Some sing all night."):
        expect(chapter.get_by_text("Some sing all night.")).to_be_visible(timeout=MILLISECONDS)


def test_an_edit_of_a_quiz_reaches_the_browser(chapter: Page, preview: Preview) -> None:
    with (
        preview.edited(QUIZ, "Do birds", "Do many birds"),
        preview.edited(QUIZ, "Is a bird", "Is an owl"),
    ):
        gate = chapter.get_by_role("group", name="Is an owl in your room?")
        expect(gate).to_be_visible(timeout=MILLISECONDS)


def test_edits_of_a_template_a_style_a_script_and_the_words_reach_the_browser(
    chapter: Page, preview: Preview
) -> None:
    widgets = "overrides/widgets/engine"
    more = '// @ts-check\ndocument.documentElement.dataset.script = "edited";'
    with (
        preview.edited(f"{widgets}/kinds/scales/scales.html", "<form ", "<form data-edited "),
        preview.edited(
            f"{widgets}/widget.css", "counter-reset: quiz-item;", "counter-reset: edited;"
        ),
        preview.edited(f"{widgets}/kinds/scales/scales.mjs", "// @ts-check", more),
        preview.edited(f"{widgets}/locales/en.yml", "See my result", "Show me"),
    ):
        expect(chapter.locator("[data-edited]")).to_be_visible(timeout=MILLISECONDS)
        expect(quiz(chapter)).to_have_css("counter-reset", "edited 0", timeout=MILLISECONDS)
        expect(chapter.locator("html[data-script]")).to_be_visible(timeout=MILLISECONDS)
        expect(chapter.get_by_text("Show me")).to_be_attached(timeout=MILLISECONDS)


def test_a_broken_quiz_shows_its_faults_in_its_place_until_it_is_mended(
    chapter: Page, preview: Preview
) -> None:
    with preview.edited(QUIZ, "strength: noise", "strenght: noise"):
        fault = chapter.get_by_role("article").get_by_text('did you mean "strength"?')
        expect(fault).to_be_visible(timeout=MILLISECONDS)
        expect(fault).to_contain_text(re.compile(rf"{QUIZ}:\d+:\d+"))
        expect(chapter.get_by_text("Some sing for hours.")).to_be_visible()
        expect(quiz(chapter)).to_have_count(0)
    expect(quiz(chapter)).to_be_visible(timeout=MILLISECONDS)
    expect(fault).to_have_count(0)
    assert preview.server.poll() is None


def test_a_preview_starts_with_a_broken_quiz_and_lives_to_see_it_mended(
    page: Page, tmp_path: Path
) -> None:
    project = small_project(tmp_path / "book")
    sound = (project.root / QUIZ).read_bytes()
    project.change(QUIZ, "kind: scales", "kind: scale")
    with serving(project) as preview:
        page.goto(preview.address + "chapters/birds/")
        expect(page.get_by_text('did you mean "scales"?')).to_be_visible()

        project.write({QUIZ: sound})

        expect(quiz(page)).to_be_visible(timeout=MILLISECONDS)
        page.goto("about:blank")  # else it goes on asking a server that is gone


def quiz(page: Page) -> Locator:
    return page.locator("quiz-scales")


@contextmanager
def serving(project: Project) -> Iterator[Preview]:
    """`mkdocs serve` as an author starts it, from when its address answers."""
    settings = yaml.safe_load((project.root / "mkdocs.yml").read_text(encoding="utf-8"))
    project.write({"mkdocs.yml": yaml.safe_dump({**settings, "watch": ["quizzes", "overrides"]})})
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    log = project.root.parent / f"{project.root.name}.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            command, cwd=project.root, stdout=out, stderr=subprocess.STDOUT, env=environment
        )
        try:
            _wait_for(port, server, log)
            yield Preview(project, f"http://127.0.0.1:{port}/", server)
        finally:
            server.terminate()
            server.wait()


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(TIMEOUT * 10):
        assert server.poll() is None, log.read_text(encoding="utf-8")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"no preview after {TIMEOUT} seconds:\n{log.read_text(encoding='utf-8')}")
