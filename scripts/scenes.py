"""What the pictures of `make screenshots` show: pages as they are, and scenes that a reader brings about."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from playwright.sync_api import Page

from guidebook.book.book import Book
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.kinds.tree.model import CompiledTree
from tests.browser import scenes
from tests.browser.answers import all_highest

ROOT = Path(__file__).resolve().parent.parent

Scene = Callable[[Page, str], object]
"""Brings a page to where the picture is taken, from the address of the site on."""

_FILES = Book(ROOT).quizzes
_QUIZZES = {n: q.compiled for n, q in _FILES.items() if isinstance(q.compiled, ScalesQuiz)}
_TREES = [n for n, q in _FILES.items() if isinstance(q.compiled, CompiledTree)]
_TAKEN = _QUIZZES["who-runs-my-day"]

PAGES: Mapping[str, str] = {
    "home": "",
    "chapter": "exposing-vulnerabilities/",
    "chapter-with-exit": "toxic-negativity/",
    "self-assessments": "self-assessments/",
    "self-assessment": "self-assessments/am-i-oversharing/",
    "self-assessment-with-gate": "self-assessments/how-heavy-are-the-nasty-comments/",
    **{f"tool-{page.stem}": f"tools/{page.stem}/" for page in ROOT.glob("docs/tools/*-*.md")},
    "my-results": "my-results/",
    "help": "help/",
    "method": "about/method/",
    "limits": "about/limits/",
    "chinese": "zh/hyper-active-engagement/",
    "nowhere": "404.html",
}
"""Name of the picture → path of the page."""


def opened(path: str, page: Page, address: str) -> None:
    """A page as somebody sees it who has just come in."""
    page.goto(address + path, wait_until="networkidle")


def clear_result(page: Page, address: str) -> None:
    """A result far from any line."""
    widget = scenes.questions(page, address, _TAKEN)
    widget.set(all_highest(_TAKEN))
    widget.see_result.click()


def gate(page: Page, address: str) -> None:
    """What a reader sees who may be in danger."""
    quiz = _QUIZZES["how-heavy-are-the-nasty-comments"]
    scenes.opened(page, address, quiz).gate("Not sure").check()


def outcome(page: Page, address: str) -> None:
    """Where a tree leads whoever takes its first answer each time."""
    page.goto(f"{address}tools/{_TREES[0]}/")
    tree = page.locator("quiz-tree:defined")
    while not tree.locator(".quiz__result").is_visible():
        tree.locator("fieldset:visible label").first.click()
        tree.locator("form .quiz__button:visible").last.click()


SCENES: Mapping[str, Scene] = {
    **{name: partial(opened, path) for name, path in PAGES.items()},
    "scene-one-question": lambda page, address: scenes.one_question(page, address, _TAKEN),
    "scene-result": clear_result,
    "scene-result-near-a-line": lambda page, address: scenes.result(page, address, _TAKEN),
    "scene-gate": gate,
    "scene-my-results": lambda page, address: scenes.my_results(page, address, _QUIZZES),
    **({"scene-outcome": outcome} if _TREES else {}),
}
"""Name of the picture → how to get there; the pages among them."""

PRINTED = (*PAGES, "scene-result", "scene-result-near-a-line", "scene-my-results")
"""What is shown on paper, too."""
