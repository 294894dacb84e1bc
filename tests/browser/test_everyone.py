"""A self-assessment and My results fit whatever window, hand or wish a reader comes with.

What holds for pages at large is in test_layout.py, what concerns colours in test_contrast.py.
"""

from itertools import product

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser import scenes
from tests.browser.pages import SELF_ASSESSMENTS
from tests.browser.serve import Site
from tests.browser.shape import (
    ENLARGED,
    NARROWEST,
    WATCH_SHIFTS,
    cut_off,
    resize,
    shifts,
    sideways,
    space_out,
    too_small,
)
from tests.browser.widget import Widget

NAME = "who-runs-my-day"


@pytest.fixture(params=product(SELF_ASSESSMENTS, scenes.TAKING), ids=" ".join)
def widget(
    request: pytest.FixtureRequest, page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> Widget:
    """Each self-assessment in each scene, in the smallest window."""
    name, scene = request.param
    resize(page, NARROWEST)
    return scenes.TAKING[scene](page, site.address, quizzes[name])


@pytest.mark.sample(3)
def test_a_self_assessment_fits_a_small_window_and_a_thumb(page: Page, widget: Widget) -> None:
    assert too_small(widget.root) == []
    for window in (ENLARGED, NARROWEST):
        resize(page, window)
        assert [*sideways(page), *cut_off(widget.root)] == []

    space_out(page)

    assert [*sideways(page), *cut_off(widget.root)] == []


def test_my_results_fit_a_small_window_and_a_thumb(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    resize(page, NARROWEST)
    mine = scenes.my_results(page, site.address, quizzes)
    mine.locator("summary").first.click()  # a table opens
    assert [*sideways(page), *too_small(mine)] == []

    space_out(page)

    assert [*sideways(page), *cut_off(mine)] == []


@pytest.mark.parametrize("scene", scenes.TAKING)
def test_where_motion_is_unwelcome_nothing_moves(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], scene: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    widget = scenes.TAKING[scene](page, site.address, quizzes[NAME])

    moving = """root => root.getAnimations({ subtree: true }).length
      + (getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? 1 : 0)"""
    assert widget.root.evaluate(moving) == 0


@pytest.mark.parametrize("name", SELF_ASSESSMENTS)
def test_choosing_an_answer_moves_nothing(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    page.add_init_script(WATCH_SHIFTS)
    widget = scenes.questions(page, site.address, quizzes[name])
    shifts(page)  # the gate has opened

    for item in widget.questions:
        widget.radio(item, item.answers[-1].id).check()

    assert shifts(page) == []


def test_one_question_at_a_time_nothing_moves_until_the_next_is_asked_for(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.add_init_script(WATCH_SHIFTS)
    widget = scenes.questions(page, site.address, quizzes[NAME])
    scenes.press(widget, "One question at a time")
    for item in widget.questions[:-1]:
        above = top(widget)
        shifts(page)

        widget.radio(item, item.answers[1].id).check()

        assert shifts(page) == []
        scenes.press(widget, "Next")
        expect(widget.group(item)).to_be_hidden()
        assert top(widget) == above  # all that stands above the question stays


def top(widget: Widget) -> float:
    """How far below the top of the page the switch between the two views stands."""
    view = widget.root.get_by_role("button", name="All on one page", exact=True)
    place: float = view.evaluate("it => it.getBoundingClientRect().top + scrollY")
    return place
