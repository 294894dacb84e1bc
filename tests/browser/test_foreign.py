"""Quizzes that are none of this book's, taken on a phone to their results."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.browser.small import page as written_page
from tests.browser.small import quiz_block, quiz_of, small_site
from tests.browser.widget import Widget
from tests.test_foreign import FOREIGN, by_hand, ways, written

NAMES = [path.stem for path in FOREIGN]


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    quizzes = {f"quizzes/{path.name}": path.read_bytes() for path in FOREIGN}
    pages = {f"docs/{n}.md": written_page(f"# {n}", quiz_block(n)) for n in NAMES}
    with small_site(tmp_path_factory.mktemp("foreign"), {**quizzes, **pages}) as site:
        yield site


@pytest.mark.parametrize("name", NAMES)
def test_a_foreign_quiz_is_taken_on_a_phone(page: Page, foreign: Site, name: str) -> None:
    file = written(next(path for path in FOREIGN if path.stem == name))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{foreign.address}{name}/")
    widget = Widget(page, quiz_of(foreign, name))
    widget.wait()

    for answers in list(ways(file, 3))[-3:]:
        widget.set(answers)
        widget.see()
        expect(widget.result).to_be_visible()
        said = {
            scale: (str(total), band) for scale, (total, band) in by_hand(file, answers).items()
        }
        assert widget.scores() == said
        widget.start_again.click()
        expect(widget.result).to_be_hidden()

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
