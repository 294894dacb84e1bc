"""The structures of public instruments on a phone: each is answered by keyboard or touch, and scores as published."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.browser.small import page as written_page
from tests.browser.small import quiz_block, quiz_of, small_site
from tests.browser.widget import Widget
from tests.test_structures import FILES, RUNS, runs

TICK = """(root, answers) => {
  for (const [name, given] of Object.entries(answers))
    for (const value of given.split(",")) {
      const input = root.querySelector(`[name="${name}"][value="${value}"]`);
      if (!input.checked) input.click();
    }
}"""


@pytest.fixture(scope="module")
def structures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    pages = {f"docs/{n}.md": written_page(f"# {n}", "## It", quiz_block(n)) for n in RUNS}
    with small_site(tmp_path_factory.mktemp("structures"), {**FILES, **pages}) as site:
        yield site


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.sample(0)
def test_a_published_structure_is_taken_on_a_phone(page: Page, structures: Site, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{structures.address}{name}/")
    widget = Widget(page, quiz_of(structures, name))
    widget.wait()

    for answers, says in runs(widget.quiz):
        widget.open()
        widget.root.evaluate(TICK, dict(answers))
        widget.see()
        expect(widget.result).to_be_visible()
        assert widget.scores() == says
        widget.start_again.click()
        expect(widget.result).to_be_hidden()

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_numbers_words_and_several_answers_by_keyboard_and_after_a_reload(
    page: Page, structures: Site
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{structures.address}zero-to-ten/")
    numbers = Widget(page, quiz_of(structures, "zero-to-ten"))
    numbers.wait()
    first = numbers.root.get_by_role("group", name="Statement 1.")
    rows = {radio.bounding_box()["y"] for radio in first.get_by_role("radio").all()}  # type: ignore[index]
    assert len(rows) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    first.get_by_role("radio", name="0", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(first.get_by_role("radio", name="1", exact=True)).to_be_checked()
    room = numbers.root.get_by_role("textbox", name="What made it so?")
    room.fill("A walk, and rain.")

    page.reload()
    numbers.wait()

    expect(first.get_by_role("radio", name="1", exact=True)).to_be_checked()
    expect(room).to_have_value("A walk, and rain.")

    page.goto(f"{structures.address}several-events/")
    events = Widget(page, quiz_of(structures, "several-events"))
    events.wait()
    box = events.root.get_by_role("checkbox", name="The first", exact=True)
    box.focus()
    page.keyboard.press("Space")
    events.root.get_by_role("checkbox", name="The third", exact=True).check()

    page.reload()
    events.wait()

    expect(box).to_be_checked()
    none = events.root.get_by_role("checkbox", name="None of these", exact=True)
    none.check()
    expect(box).not_to_be_checked()
    box.check()
    expect(none).not_to_be_checked()
