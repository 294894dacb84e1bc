"""My results: everything that is kept, in the words of its day; printed, saved, brought back, deleted."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.links import scan
from tests.browser.answers import Answers, all_highest, all_lowest, mixed
from tests.browser.expected import outcome
from tests.browser.pages import assessment
from tests.browser.schedule import Week
from tests.browser.serve import Site
from tests.browser.watch import Watch
from tests.browser.widget import Widget
from tests.project import REPOSITORY

NAME = "who-runs-my-day"
TITLE = "Who runs my day?"
DAYS = ("2026-10-19", "2026-11-02", "2026-11-20")
SPOILT = {
    "no record at all": "hello",
    "half of one": '{"version":2,"quizzes":{',
    "another program's": '{"theme":"dark"}',
}
KEPT: dict[str, str] = {}
"""What is on the device after `had`, by the address of the site."""
HOSTILE = '<img src=x onerror="document.title=\'run\'"> & "quotes" 🌒'


def take(page: Page, site: Site, quiz: ScalesQuiz, day: str, answers: Answers) -> Widget:
    """The self-assessment, taken afresh on a day."""
    page.clock.set_fixed_time(f"{day}T10:00:00")
    page.goto(site.address + assessment(quiz.name))
    widget = Widget(page, quiz)
    widget.wait()
    widget.open()
    if widget.result.is_visible():
        widget.start_again.click()
        widget.open()
    widget.set(answers)
    widget.see()
    page.get_by_label("Remember on this device").check()  # a tab forgets within a day
    return widget


def had(page: Page, site: Site, quiz: ScalesQuiz) -> Locator:
    """My results on a device that remembers one result; it is taken by the first test that asks for it."""
    page.clock.set_fixed_time(f"{DAYS[0]}T10:00:00")
    if site.address in KEPT:
        page.goto(site.address + "my-results/")
        page.evaluate("kept => localStorage['guidebook /'] = kept", KEPT[site.address])
    else:
        take(page, site, quiz, DAYS[0], mixed(quiz))
        KEPT[site.address] = page.evaluate("localStorage['guidebook /']")
    return results(page, site)


def raised(quiz: ScalesQuiz, by: int) -> Answers:
    """All answers the lowest, but for the first `by` of the first scale: one step up each."""
    scale = quiz.scales[0]
    answers = dict(all_lowest(quiz))
    on = [item for block in quiz.blocks for item in block.items if scale.id in item.scales]
    for n in range(by):
        answers[on[n % len(on)].id] = on[0].answers[n // len(on) + 1].id
    return answers


def results(page: Page, site: Site) -> Locator:
    page.goto(site.address + "my-results/")
    page.locator("my-results:defined").first.wait_for(state="attached")
    return page.locator("my-results")


def part(shown: Locator, title: str) -> Locator:
    return shown.locator("dl > div").filter(
        has=shown.page.get_by_role("term").filter(has_text=title)
    )


@pytest.fixture(autouse=True)
def _remembered(watch: Watch) -> None:
    watch.expect("localStorage guidebook /")


@pytest.fixture
def quiz(quizzes: dict[str, ScalesQuiz]) -> ScalesQuiz:
    return quizzes[NAME]


def test_an_empty_page_says_so_and_offers_nothing_to_print_or_save(page: Page, site: Site) -> None:
    shown = results(page, site)

    expect(shown.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(shown.get_by_role("button", name="Print")).to_be_hidden()
    expect(shown.get_by_role("button", name="Save as a file")).to_be_hidden()


def test_the_last_result_stands_there_in_its_words_with_a_way_to_its_page(
    page: Page, site: Site, quiz: ScalesQuiz
) -> None:
    answers = mixed(quiz)
    take(page, site, quiz, DAYS[1], answers)

    shown = results(page, site)

    expect(shown.get_by_text("Your answers on November 2, 2026")).to_be_visible()
    for scale in quiz.scales:
        band = outcome(quiz, answers).readings[scale.id].band
        reading = next((b.title for b in scale.bands if b.id == band), None)
        if reading:
            expect(part(shown, scale.title).get_by_text(reading, exact=True)).to_be_visible()
    shown.get_by_role("link", name=TITLE).click()
    page.wait_for_url("**/" + assessment(NAME))


def test_the_small_step_stands_with_the_result_until_it_is_ticked_as_done(
    page: Page, site: Site, quiz: ScalesQuiz
) -> None:
    widget = take(page, site, quiz, DAYS[1], all_highest(quiz))
    first = step(widget)
    widget.result.get_by_role("button", name="Another step").click()
    chosen = step(widget)
    assert chosen != first

    shown = results(page, site)
    shown.get_by_role("checkbox", name=chosen, exact=True).check()

    page.reload()
    expect(shown.get_by_role("checkbox", name=chosen, exact=True)).to_be_checked()
    assert len(re.findall(rb"/Type ?/Page\b", page.pdf(format="A4"))) == 1
    take(page, site, quiz, DAYS[2], all_highest(quiz))
    results(page, site)
    expect(shown.get_by_role("checkbox", name=first, exact=True)).not_to_be_checked()


def step(widget: Widget) -> str:
    """The step that is offered, in words."""
    return " ".join(widget.result.locator("[data-step]:visible").inner_text().split())


@pytest.mark.sample(0)
def test_every_self_assessment_has_its_place(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    for each in quizzes.values():
        if not each.language:
            take(page, site, each, DAYS[0], all_highest(each))

    shown = results(page, site)

    pages = (f"self-assessments/{each.name}" for each in quizzes.values() if not each.language)
    titles = sorted(scan(REPOSITORY / "docs").pages[f"{page}.md"].title for page in pages)
    assert sorted(shown.get_by_role("heading", level=3).all_inner_texts()[: len(titles)]) == titles


@pytest.mark.parametrize(
    ("by", "told"), [(0, None), (2, None), (3, "More"), (-2, None), (-3, "Less")]
)
def test_a_change_is_told_in_words_from_three_points_on(
    page: Page, site: Site, quiz: ScalesQuiz, by: int, told: str | None
) -> None:
    take(page, site, quiz, DAYS[0], raised(quiz, 4))
    take(page, site, quiz, DAYS[1], raised(quiz, 4 + by))

    shown = results(page, site)

    of_first = part(shown, quiz.scales[0].title)
    for word in ("More", "Less"):
        said = of_first.get_by_text(f"{word} of this than on October 19, 2026.")
        expect(said).to_be_visible(visible=word == told)
    expect(shown.get_by_text("A change can be chance.")).to_be_visible(visible=told is not None)
    assert shown.get_by_text("than on").filter(visible=True).count() == int(told is not None)


def test_a_trend_is_drawn_from_the_second_result_on_with_a_table_behind_it(
    page: Page, site: Site, quiz: ScalesQuiz
) -> None:
    for n, day in enumerate(DAYS):
        take(page, site, quiz, day, raised(quiz, 4 * n))
        shown = results(page, site)
        picture = part(shown, quiz.scales[0].title).locator("svg")
        expect(picture).to_be_visible(visible=n > 0)

    shown = page.locator("my-results")
    heights = [float(pair.split(",")[1]) for pair in line(shown.locator("svg").first).split()]
    assert heights == sorted(heights, reverse=True)
    assert len(heights) == len(DAYS)
    shown.get_by_text("All results, with numbers").click()
    rows = shown.get_by_role("table").get_by_role("row").all_inner_texts()[1:]
    assert len(rows) == len(DAYS) * len(quiz.scales)
    assert rows[0].split("\t") == [quiz.scales[0].title, "November 20, 2026", "Worth a look", "8"]


def line(picture: Locator) -> str:
    return picture.locator("polyline").get_attribute("points") or ""


def test_two_results_of_a_day_are_one(page: Page, site: Site, quiz: ScalesQuiz) -> None:
    take(page, site, quiz, DAYS[0], all_lowest(quiz))
    take(page, site, quiz, DAYS[0], all_highest(quiz))

    shown = results(page, site)

    expect(part(shown, quiz.scales[0].title).get_by_text("Weighing on you")).to_be_visible()
    expect(shown.locator("tbody tr")).to_have_count(len(quiz.scales))


def test_what_is_saved_as_a_file_can_be_brought_back_elsewhere(
    page: Page, site: Site, quiz: ScalesQuiz, tmp_path: Path
) -> None:
    shown = had(page, site, quiz)
    before = shown.inner_text()
    with page.expect_download() as saved:
        shown.get_by_role("button", name="Save as a file").click()
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    shown.get_by_role("button", name="Delete everything").click()

    shown.get_by_label("Bring back from a file").set_input_files(file)

    expect(shown.get_by_text("What was in the file is here now.")).to_be_visible()
    assert without_told(shown.inner_text()) == without_told(before)
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quiz)
    widget.wait()
    assert widget.chosen() == mixed(quiz)


def without_told(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and "here now" not in line]


def test_a_file_takes_nothing_away(
    page: Page, site: Site, quizzes: dict[str, ScalesQuiz], quiz: ScalesQuiz, tmp_path: Path
) -> None:
    take(page, site, quiz, DAYS[0], all_lowest(quiz))
    file = tmp_path / "old.json"
    file.write_text(page.evaluate("localStorage['guidebook /']"))
    take(page, site, quiz, DAYS[1], all_highest(quiz))
    other = quizzes["am-i-oversharing"]
    take(page, site, other, DAYS[1], all_highest(other))
    before = kept(page)

    results(page, site).get_by_label("Bring back from a file").set_input_files(file)
    expect(page.get_by_text("What was in the file is here now.")).to_be_visible()

    after = kept(page)
    assert after["quizzes"] == before["quizzes"]
    assert after["results"] == before["results"]


def kept(page: Page) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(page.evaluate("localStorage['guidebook /']"))
    return record


@pytest.mark.parametrize("file", SPOILT)
def test_a_file_of_another_sort_is_refused_and_changes_nothing(
    page: Page, site: Site, quiz: ScalesQuiz, tmp_path: Path, file: str
) -> None:
    shown = had(page, site, quiz)
    before = kept(page)
    path = tmp_path / "file.json"
    path.write_text(SPOILT[file])

    shown.get_by_label("Bring back from a file").set_input_files(path)

    expect(page.get_by_text("Nothing has changed.")).to_be_visible()
    assert kept(page) == before


def a_record(**more: Any) -> dict[str, Any]:
    """One result and one plan, with some of it replaced."""
    part = {"scale": "x", "title": "Pull", "band": "x", "reading": "Steady", "score": 3, "high": 9}
    result = {"quiz": "one", "title": "One quiz", "date": DAYS[0], "parts": [part]}
    return {"version": 2, "results": [result], "plans": {"tool": {"text": "A line."}}, **more}


def bring(shown: Locator, tmp_path: Path, words: str) -> None:
    path = tmp_path / "brought.json"
    path.write_text(words)
    shown.get_by_label("Bring back from a file").set_input_files(path)


def test_what_a_file_holds_and_is_not_taken_is_counted(
    page: Page, site: Site, tmp_path: Path
) -> None:
    record = a_record()
    odd = [7, None, {"quiz": 3, "date": "x"}, {"quiz": "two", "date": "2026-99-99"}]
    record["results"] += [*odd, *([record["results"][0] | {"date": "2020-01-01"}] * 600)]
    record["plans"] |= {"long": {"text": "line\n" * 100_000}, "no plan": "words"}
    shown = results(page, site)

    bring(shown, tmp_path, json.dumps(record))

    # Of 605 results the last 300 stay, and one of a day; a plan's text that is too long; a plan that is none.
    expect(shown.get_by_text("is here now, but for 307 of its entries.")).to_be_visible()
    expect(shown.get_by_text("What was in the file is here now. Nothing")).to_be_hidden()
    expect(shown.get_by_text("A line.")).to_be_visible()


@pytest.mark.parametrize("how", ["full", "blocked"])
def test_a_file_that_cannot_be_kept_is_not_said_to_be_here(
    page: Page, site: Site, tmp_path: Path, how: str
) -> None:
    error = {"full": "new DOMException('no', 'QuotaExceededError')", "blocked": "new TypeError()"}
    page.add_init_script(f"Storage.prototype.setItem = () => {{ throw {error[how]} }}")
    shown = results(page, site)

    bring(shown, tmp_path, json.dumps(a_record()))

    expect(shown.get_by_text("It was not brought back.")).to_be_visible()
    expect(shown.get_by_text("is here now")).to_have_count(2)  # neither is seen
    expect(shown.get_by_text("is here now").filter(visible=True)).to_have_count(0)
    expect(shown.get_by_text("There is nothing here yet.")).to_be_visible()


def test_the_reader_is_told_why_a_file_is_not_taken(
    page: Page, site: Site, quiz: ScalesQuiz, tmp_path: Path
) -> None:
    shown = had(page, site, quiz)
    before = kept(page)

    for words, told in (
        (json.dumps({"version": 99, "results": []}), "made by a newer version of this site"),
        ("[" * 100_000, "This file was not saved from here"),
        (json.dumps(a_record(more="x" * 2_000_000)), "longer than any that is saved from here"),
        ('{"version": {"toString": 1}}', "This file was not saved from here"),
    ):
        bring(shown, tmp_path, words)
        expect(shown.get_by_text(told).filter(visible=True)).to_be_visible()
        assert kept(page) == before


def test_nothing_is_said_to_be_empty_before_it_was_looked_at(
    page: Page, site: Site, quiz: ScalesQuiz, watch: Watch
) -> None:
    watch.forgive("ERR_FAILED", "dynamically imported module")
    had(page, site, quiz)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"widgets/results\."), hold)
    with page.expect_request(re.compile(r"widgets/results\.")):
        page.goto(site.address + "my-results/", wait_until="domcontentloaded")

    shown = page.locator("my-results")
    expect(shown.get_by_text("One moment")).to_be_visible()
    expect(shown.get_by_text("There is nothing here yet.")).to_be_hidden()
    for route in held:
        route.continue_()
    expect(shown.get_by_role("link", name=TITLE)).to_be_visible()
    expect(shown.get_by_text("One moment")).to_be_hidden()


def test_words_in_a_file_are_shown_and_never_run(page: Page, site: Site, tmp_path: Path) -> None:
    parts = {"scale": "x", "title": HOSTILE, "band": "x", "reading": HOSTILE, "score": 3, "high": 9}
    record = {
        "version": 2,
        "results": [{"quiz": HOSTILE, "title": HOSTILE, "date": DAYS[0], "parts": [parts]}],
        "plans": {HOSTILE: {"text": HOSTILE}},
    }
    path = tmp_path / "file.json"
    path.write_text(json.dumps(record))

    shown = results(page, site)
    shown.get_by_label("Bring back from a file").set_input_files(path)

    expect(shown.get_by_role("heading", name=HOSTILE).first).to_be_visible()
    expect(shown.locator("img")).to_have_count(0)
    assert page.title() != "run"


def test_delete_everything_really_does(page: Page, site: Site, quiz: ScalesQuiz) -> None:
    shown = had(page, site, quiz)

    shown.get_by_role("button", name="Delete everything").click()

    expect(shown.get_by_text("Your answers, results and plans are deleted")).to_be_visible()
    expect(shown.get_by_role("link", name="A copy of the book on your device")).to_be_visible()
    expect(shown.get_by_text("There is nothing here yet.")).to_be_visible()
    expect(shown.get_by_label("Remember on this device")).not_to_be_checked()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.goto(site.address + assessment(NAME))
    widget = Widget(page, quiz)
    widget.wait()
    assert widget.chosen() == {}


def test_another_tab_shows_a_new_result_by_itself(page: Page, site: Site, quiz: ScalesQuiz) -> None:
    take(page, site, quiz, DAYS[0], all_lowest(quiz))
    other = page.context.new_page()
    shown = results(other, site)
    expect(shown.get_by_text("October 19, 2026").first).to_be_visible()

    take(page, site, quiz, DAYS[1], all_highest(quiz))

    expect(shown.get_by_text("Your answers on November 2, 2026")).to_be_visible()


def test_it_can_be_printed(page: Page, site: Site, quiz: ScalesQuiz) -> None:
    shown = had(page, site, quiz)
    page.evaluate("window.print = () => { window.printed = true }")

    shown.get_by_role("button", name="Print").click()

    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(shown.get_by_text("Your answers on")).to_be_visible()
    expect(shown.get_by_role("button", name="Print")).to_be_hidden()


def test_without_script_the_page_says_why_it_is_empty(browser: Any, site: Site) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(site.address + "my-results/")

        expect(page.get_by_text("Without script, nothing is kept")).to_be_visible()
        expect(page.get_by_role("button", name="Delete everything")).to_be_hidden()


def test_a_plan_stands_beside_the_results_line_by_line_and_goes_with_them(
    page: Page, site: Site
) -> None:
    Week(page, site).show.click()
    lines = page.locator("quiz-schedule [data-text] li:visible").all_inner_texts()

    shown = results(page, site)

    expect(shown.get_by_role("heading", name="What I planned")).to_be_visible()
    assert lines
    for line in lines:
        expect(shown.get_by_text(line, exact=True)).to_be_visible()
    shown.get_by_role("link", name="Plan my week").click()
    page.wait_for_url("**/tools/plan-my-week/")
    expect(page.locator("quiz-schedule [data-text] li:visible").first).to_have_text(lines[0])
    results(page, site).get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("heading", name="What I planned")).to_be_hidden()
