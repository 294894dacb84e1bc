"""Under which key things are stored, and for how long: each copy of the book its own, and a tab not for ever."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import mixed
from tests.browser.pages import assessment
from tests.browser.serve import Site, serving
from tests.browser.test_remembering import NAME, PLACES, SAMPLES, box, opened
from tests.browser.watch import Watch
from tests.browser.widget import Widget


@pytest.fixture
def widget(page: Page, site: Site, quizzes: dict[str, ScalesQuiz], watch: Watch) -> Widget:
    watch.expect("localStorage guidebook /")
    return opened(page, site, quizzes)


# How long a tab remembers


@pytest.mark.parametrize(("hours", "comes_back"), [(3.9, True), (4.1, False), (-5, False)])
def test_what_lay_in_a_tab_for_four_hours_does_not_come_back(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], hours: float, *, comes_back: bool
) -> None:
    widget = opened(page, site, quizzes)
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()
    page.evaluate(
        """(hours) => {
          const record = JSON.parse(sessionStorage['guidebook /']);
          record.used -= hours * 3_600_000;
          sessionStorage['guidebook /'] = JSON.stringify(record);
        }""",
        hours,
    )

    page.reload()
    widget.wait()

    assert widget.chosen() == (answers if comes_back else {})
    expect(widget.result).to_be_visible(visible=comes_back)
    page.goto(site.address + "my-results/")
    expect(page.get_by_text("There is nothing here yet.")).to_be_visible(visible=not comes_back)


def test_what_is_remembered_on_the_device_has_no_such_age(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], widget: Widget
) -> None:
    page.clock.set_fixed_time("2026-11-02T10:00:00")
    widget.set(mixed(widget.quiz))
    widget.see()
    box(page).check()

    page.clock.set_fixed_time("2027-11-02T10:00:00")

    assert opened(page, site, quizzes).chosen() == mixed(widget.quiz)


# The key that all copies on a host had before


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_what_was_stored_under_the_shared_key_is_taken_over(
    page: Page, widget: Widget, watch: Watch, place: str, sample: Path
) -> None:
    watch.expect(*(f"{place} guidebook{rest}" for rest in ("", " / taken")))
    page.evaluate(f"words => {place}.guidebook = words", sample.read_text(encoding="utf-8"))

    page.reload()
    widget.wait()

    assert widget.chosen() == {"jolt": "often", "meal": "skip"}
    expect(widget.result).to_be_visible()
    expect(box(page)).to_be_checked(checked=place == "localStorage")


@pytest.mark.sample(0)
def test_what_an_older_page_adds_under_the_shared_key_comes_too_and_nothing_deleted(
    page: Page, widget: Widget, watch: Watch
) -> None:
    watch.expect("localStorage guidebook", "localStorage guidebook / taken")
    old = {"version": 2, "quizzes": {NAME: {"answers": {"jolt": "often"}}}}
    page.evaluate("words => localStorage.guidebook = words", json.dumps(old))
    page.reload()
    widget.wait()
    widget.see()
    widget.start_again.click()
    page.reload()
    widget.wait()
    assert widget.chosen() == {}
    old["quizzes"] = {NAME: {"answers": {"meal": "skip"}}}
    page.evaluate("words => localStorage.guidebook = words", json.dumps(old))

    page.reload()
    widget.wait()

    assert widget.chosen() == {"meal": "skip"}
    widget.see()
    box(page).uncheck()
    assert page.evaluate("localStorage.length") == 0


def test_with_delete_everything_the_shared_record_goes(
    page: Page, site: Site, widget: Widget
) -> None:
    page.evaluate("words => localStorage.guidebook = words", SAMPLES[-1].read_text())
    page.reload()
    widget.wait()
    page.goto(site.address + "my-results/")

    page.get_by_role("button", name="Delete everything").click()

    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


@pytest.mark.parametrize("room", [1000, 700])
@pytest.mark.sample(0)
def test_a_device_without_room_for_two_records_moves_the_shared_one(
    page: Page, widget: Widget, room: int
) -> None:
    page.add_init_script(
        """const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, text) {
          const others = Object.keys(this).filter((each) => each !== key);
          const size = others.reduce((sum, each) => sum + this[each].length, 0) + text.length;
          if (this === localStorage && size > ROOM) throw new DOMException("full", "QuotaExceededError");
          set.call(this, key, text);
        };""".replace("ROOM", f"{room}")
    )
    page.evaluate("words => localStorage.guidebook = words", SAMPLES[-1].read_text())

    page.reload()
    widget.wait()

    assert widget.chosen() == {"jolt": "often", "meal": "skip"}
    assert page.evaluate("Object.keys(localStorage)") == ["guidebook /"]


# Two copies of the book on one host


@pytest.fixture
def copies(site: Site, tmp_path: Path, watch: Watch) -> Iterator[tuple[str, str]]:
    """The addresses of two copies."""
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(site.folder)
        keys = (f"guidebook /{name}/", "guidebook", f"guidebook /{name}/ taken")
        watch.expect(*(f"{place} {key}" for place in PLACES for key in keys))
    with serving(tmp_path) as host:
        yield f"{host.address}one/", f"{host.address}two/"


def at(page: Page, address: str, quiz: ScalesQuiz) -> Widget:
    page.goto(address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    return widget


def test_two_copies_on_one_host_leave_each_other_alone(
    page: Page, copies: tuple[str, str], quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[NAME]
    one, two = copies
    widget = at(page, one, quiz)
    widget.set(mixed(quiz))
    widget.see()
    box(page).check()

    assert at(page, two, quiz).chosen() == {}
    page.goto(two + "my-results/")
    page.get_by_role("button", name="Delete everything").click()

    assert at(page, one, quiz).chosen() == mixed(quiz)


@pytest.mark.sample(0)
def test_both_copies_take_over_what_they_had_shared(
    page: Page, copies: tuple[str, str], quizzes: dict[str, ScalesQuiz]
) -> None:
    quiz = quizzes[NAME]
    page.goto(copies[0])
    page.evaluate("words => localStorage.guidebook = words", SAMPLES[-1].read_text())

    for address in copies:
        assert at(page, address, quiz).chosen() == {"jolt": "often", "meal": "skip"}
