"""What the reader wants remembered stays on the device; whatever is found there, the page works."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import BrowserContext, Locator, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.serve import Site
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget

HERE = Path(__file__).parent
NAME = "who-runs-my-day"
FOUND: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "stored.yml").read_text(encoding="utf-8"))
SAMPLES = sorted((HERE / "stored").glob("version-*.json"))
"""One of each version that was ever stored."""
PLACES = ("localStorage", "sessionStorage")
NEWER = json.dumps({"version": 99, "quizzes": "told in another way"})
BLOCKED = {
    "reading and writing": "Object.defineProperty(window, 'PLACE', { get() { throw new DOMException('no') } })",
    "writing": "Storage.prototype.setItem = () => { throw new DOMException('full') }",
}


def opened(page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str = NAME) -> Widget:
    page.goto(site.address + assessment(name))
    widget = Widget(page, quizzes[name])
    widget.wait()
    return widget


def box(page: Page) -> Locator:
    return page.get_by_label("Remember on this device")


def kept(page: Page, place: str = "localStorage") -> Any:
    return json.loads(page.evaluate(f"{place}['guidebook /'] ?? 'null'"))


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz], watch: Watch) -> Widget:
    watch.expect("localStorage guidebook /")
    return opened(page, site, quizzes)


# The box


def test_nothing_is_remembered_unless_the_reader_says_so(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    widget = opened(page, site, quizzes)
    widget.set(mixed(widget.quiz))
    widget.see()

    expect(box(page)).not_to_be_checked()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_the_box_warns_of_shared_devices(widget: Widget) -> None:
    widget.see()

    expect(widget.result.get_by_text("anyone who uses this device can see them")).to_be_visible()


def test_with_the_box_ticked_answers_and_result_outlive_the_tab(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz], widget: Widget
) -> None:
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()
    box(page).check()
    page.close()

    again = opened(context.new_page(), site, quizzes)

    assert again.chosen() == answers
    assert [d["scores"] for d in again.heard()] == [outcome(again.quiz, answers).detail]
    expect(box(again.page)).to_be_checked()


def test_there_is_one_key_and_it_names_its_version(page: Page, widget: Widget) -> None:
    widget.see()
    box(page).check()

    assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]") == [
        ["guidebook /"],
        [],
    ]
    assert kept(page)["version"] == 2


def test_without_the_tick_all_of_it_goes_back_into_the_tab(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz], widget: Widget
) -> None:
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()
    box(page).check()

    box(page).uncheck()

    assert page.evaluate("Object.keys(localStorage)") == []
    page.reload()
    widget.wait()
    assert widget.chosen() == answers
    assert opened(context.new_page(), site, quizzes).chosen() == {}


def test_start_again_leaves_the_tick_and_the_results(page: Page, widget: Widget) -> None:
    widget.set(mixed(widget.quiz))
    widget.see()
    box(page).check()
    results = kept(page)["results"]

    widget.start_again.click()
    widget.see()

    expect(box(page)).to_be_checked()
    assert results
    assert kept(page)["quizzes"][NAME]["answers"] == {}


# Whatever is found there


@pytest.mark.sample(2)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("found", FOUND)
def test_spoilt_and_foreign_words_break_nothing(
    page: Page, site: Site, widget: Widget, place: str, found: str
) -> None:
    page.evaluate(f"words => {place}['guidebook /'] = words", FOUND[found]["stored"])

    page.reload()
    widget.wait()
    assert widget.chosen() == FOUND[found]["answers"]
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()

    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    page.goto(site.address + "my-results/")
    expect(page.get_by_role("heading", name="Who runs my day?")).to_be_visible()


@pytest.mark.sample(2)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_version_that_was_ever_stored_can_still_be_read(
    page: Page, widget: Widget, place: str, sample: Path
) -> None:
    page.evaluate(f"words => {place}['guidebook /'] = words", sample.read_text(encoding="utf-8"))

    page.reload()
    widget.wait()

    assert widget.chosen() == {"jolt": "often", "meal": "skip"}
    expect(widget.result).to_be_visible()
    widget.radio(widget.questions[1], "rarely").check()
    assert kept(page, place)["version"] == 2
    assert kept(page, place)["quizzes"][NAME]["answers"]["jolt"] == "often"


def test_the_newest_sample_loses_nothing_when_it_is_read_and_written(
    page: Page, widget: Widget
) -> None:
    sample = SAMPLES[-1].read_text(encoding="utf-8")
    page.evaluate("words => localStorage['guidebook /'] = words", sample)
    page.reload()
    widget.wait()

    page.get_by_role("button", name="All on one page").or_(
        page.get_by_role("button", name="One question at a time")
    ).click()
    expect(widget.root).to_have_attribute("data-steps", "")

    wanted = json.loads(sample)
    assert kept(page) == {**wanted, "view": "steps"}


@pytest.mark.parametrize("place", PLACES)
def test_what_a_newer_page_has_stored_is_left_alone(page: Page, widget: Widget, place: str) -> None:
    page.evaluate(f"words => {place}['guidebook /'] = words", NEWER)
    page.reload()
    widget.wait()

    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()
    box(page).click()

    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    assert page.evaluate(f"{place}['guidebook /']") == NEWER


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("how", BLOCKED)
def test_storage_that_is_blocked_or_full_breaks_nothing(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], how: str, place: str
) -> None:
    page.add_init_script(BLOCKED[how].replace("PLACE", place))
    widget = opened(page, site, quizzes)
    answers = mixed(widget.quiz)
    widget.set(answers)

    widget.see()

    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    page.goto(site.address + "my-results/")
    expect(page.get_by_role("heading", name="My results", exact=False).first).to_be_visible()
    page.goto("about:blank")  # nobody could look into what is blocked


def test_the_reader_is_told_where_nothing_can_be_remembered(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    page.add_init_script(BLOCKED["writing"])
    widget = opened(page, site, quizzes)
    widget.see()

    box(page).click()

    expect(page.get_by_text("This browser does not let us keep anything here")).to_be_visible()
    expect(box(page)).not_to_be_checked()


def test_a_full_device_keeps_the_answers_in_the_tab(page: Page, widget: Widget) -> None:
    widget.see()
    box(page).check()
    page.evaluate(
        """() => {
          const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (...entry) {
            if (this === localStorage) throw new DOMException("full");
            set.apply(this, entry);
          };
        }"""
    )
    answers = mixed(widget.quiz)
    widget.set(answers)

    page.reload()
    widget.wait()

    assert widget.chosen() == answers


def refuse(page: Page, place: str) -> None:
    """From now on this place takes nothing more."""
    page.evaluate(
        """(place) => {
          const set = Storage.prototype.setItem;
          Storage.prototype.setItem = function (...entry) {
            if (this === self[place]) throw new DOMException("full", "QuotaExceededError");
            set.apply(this, entry);
          };
        }""",
        place,
    )


def test_a_device_that_fills_up_unticks_the_box_says_so_and_loses_nothing(
    page: Page, site: Site, widget: Widget
) -> None:
    widget.see()
    box(page).check()
    before = kept(page)
    widget.start_again.click()
    refuse(page, "localStorage")
    first, second, *_ = widget.questions

    widget.radio(first, first.answers[0].id).check()

    told = page.get_by_text("There is no more room for it on this device.")
    expect(told.filter(visible=True)).to_be_visible()
    widget.radio(second, second.answers[0].id).check()
    widget.see()
    expect(box(page)).not_to_be_checked()
    expect(told.filter(visible=True)).to_be_visible()
    assert kept(page)["results"] == before["results"]
    page.reload()
    widget.wait()
    assert widget.chosen() == {each.id: each.answers[0].id for each in (first, second)}
    expect(box(page)).not_to_be_checked()

    box(page).check()  # there is room again

    assert kept(page)["quizzes"][NAME]["answers"] == widget.chosen()
    assert page.evaluate("sessionStorage.length") == 0
    page.goto(site.address + "my-results/")
    expect(told.filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("name", ["getItem", "removeItem", "setItem", "key"])
@pytest.mark.sample(0)
def test_storage_of_which_a_part_throws_breaks_nothing(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], name: str
) -> None:
    page.add_init_script(f"Storage.prototype.{name} = () => {{ throw new DOMException('no') }}")
    widget = opened(page, site, quizzes)
    answers = mixed(widget.quiz)
    widget.set(answers)

    widget.see()

    expect(widget.result).to_be_focused()
    assert widget.heard()[-1]["scores"] == outcome(widget.quiz, answers).detail
    box(page).click()
    page.goto(site.address + "my-results/")
    expect(page.get_by_role("heading", name="My results", exact=False).first).to_be_visible()
    page.goto("about:blank")  # nobody could look into what is broken


def test_what_a_newer_page_has_stored_is_named_and_not_taken_for_nothing(
    page: Page, site: Site, widget: Widget
) -> None:
    page.evaluate("words => localStorage['guidebook /'] = words", NEWER)

    page.goto(site.address + "my-results/")

    expect(page.get_by_text("What is kept here was made by a newer version")).to_be_visible()
    expect(page.get_by_text("There is nothing here yet.")).to_be_hidden()
    page.goto(site.address + assessment(NAME))
    widget.wait()
    widget.see()
    box(page).click()
    expect(page.get_by_text("A newer version of this site has kept things")).to_be_visible()
    expect(box(page)).not_to_be_checked()


# Two tabs


@pytest.fixture
def tabs(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz], widget: Widget
) -> tuple[Widget, Widget]:
    """The same self-assessment in two tabs of a device that remembers."""
    widget.see()
    box(page).check()
    widget.start_again.click()
    return widget, opened(context.new_page(), site, quizzes)


def hear(tab: Widget, words: str) -> None:
    """Wait until a tab has been told what another has stored: browsers take a moment over it."""
    until(tab.page, "words => localStorage['guidebook /']?.includes(words)", words)


def test_two_tabs_keep_each_others_answers(tabs: tuple[Widget, Widget]) -> None:
    answers = mixed(tabs[0].quiz)
    for n, item in enumerate(tabs[0].questions):
        tabs[n % 2].radio(item, answers[item.id]).check()
        hear(tabs[1 - n % 2], f'"{item.id}":"{answers[item.id]}"')

    for tab in tabs:
        tab.page.reload()
        tab.wait()
        assert tab.chosen() == answers


@pytest.mark.sample(0)
def test_two_tabs_keep_each_others_results(
    tabs: tuple[Widget, Widget], site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    first, second = tabs
    other = opened(second.page, site, quizzes, "am-i-oversharing")
    first.set(mixed(first.quiz))
    other.set(mixed(other.quiz))
    first.see()
    other.see()
    hear(first, '"quiz":"am-i-oversharing"')

    assert {r["quiz"] for r in kept(first.page)["results"]} == {NAME, "am-i-oversharing"}


@pytest.mark.sample(0)
def test_a_tab_that_was_open_before_the_tick_brings_its_answers_along(
    page: Page, context: BrowserContext, site: Site, quizzes: dict[str, ScalesQuiz], widget: Widget
) -> None:
    early = opened(context.new_page(), site, quizzes, "am-i-oversharing")
    answers = mixed(early.quiz)
    early.set(answers)
    widget.see()
    box(page).check()

    early.see()
    hear(widget, '"am-i-oversharing"')
    early.page.reload()
    early.wait()

    assert early.chosen() == answers
    assert kept(page)["quizzes"]["am-i-oversharing"]["answers"] == answers


def test_the_box_of_another_tab_follows(page: Page, tabs: tuple[Widget, Widget]) -> None:
    first, second = tabs
    second.see()
    first.see()
    expect(box(second.page)).to_be_checked()

    box(page).uncheck()

    expect(box(second.page)).not_to_be_checked()
