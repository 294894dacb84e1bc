"""The book's practices: a few ways a scene, a tip to take along, and a way in from the chapter."""

import re

import pytest

from guidebook.book.book import Book
from guidebook.engine.kinds.practice.model import PracticeQuiz, Scene
from tests.project import REPOSITORY

FILES = {
    name: file.written
    for name, file in Book(REPOSITORY).quizzes.items()
    if isinstance(file.written, PracticeQuiz) and file.written.chapter
}
SCENES = [
    pytest.param(written.chapter, scene, id=f"{name}.{scene.id}")
    for name, written in FILES.items()
    for scene in written.scenes
]
IN_FEAR = "/help.md#if-you-are-threatened-stalked-or-exposed"


@pytest.mark.parametrize(("chapter", "scene"), SCENES)
def test_a_scene_has_a_few_ways_and_ends_with_a_tip_of_its_chapter_or_with_help(
    chapter: str, scene: Scene
) -> None:
    [link] = re.findall(r"\]\((\S+)\)", scene.take or "")
    assert link == IN_FEAR or re.fullmatch(rf"{re.escape(chapter)}#\d-[\w-]+", link)
    assert len(scene.ways) in {3, 4}


def test_the_practice_with_comments_has_a_scene_in_which_safety_comes_first() -> None:
    scenes = FILES["practice-what-would-you-do-with-this-comment"].scenes
    [scene] = [scene for scene in scenes if IN_FEAR in (scene.take or "")]
    assert any("call the emergency number" in way.leads for way in scene.ways)


@pytest.mark.parametrize("name", FILES)
def test_a_practice_is_found_from_its_chapter_and_from_the_tools(name: str) -> None:
    link = f"](/practice/{name.removeprefix('practice-')}.md)"
    for page in (FILES[name].chapter, "/tools/index.md"):
        assert link in (REPOSITORY / f"docs{page}").read_text(encoding="utf-8")
