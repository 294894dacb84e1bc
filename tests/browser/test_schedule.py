"""A tired reader gets a plan for the week by one press, and by a few more a plan of their own."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import all_highest
from tests.browser.pages import assessment
from tests.browser.schedule import PAGE, WORKDAYS, Week, events, tab_to
from tests.browser.serve import Site
from tests.browser.shape import cut_off, sideways, space_out, too_small
from tests.browser.test_accessibility import faults
from tests.browser.widget import Widget

QUIZ = "who-runs-my-day"
HOSTILE = """<b>b</b> "'><img src=x onerror=alert(1)> {start} 🦔 """ + "long" * 5
ALL = {
    "A second visit": ("17:00", 15),
    "A third visit": ("20:00", 10),
    "One meal a day": ("18:30", 45),
    "The last half hour before bed": ("22:00", 30),
    "A time of my own": ("15:00", 60),
    "I make something before I scroll": ("12:00", 30),
}


@pytest.fixture
def week(page: Page, site: Site) -> Week:
    page.clock.set_fixed_time("2026-11-23T12:00:00Z")
    return Week(page, site)


def full(week: Week) -> Week:
    """Everything that there is, chosen."""
    week.open()
    for name, (start, minutes) in ALL.items():
        week.set(name, start, minutes)
    week.tick("A timer on my phone ends my visits").tick("I ask someone to ask me")
    week.root.get_by_label("Their name").fill("Ana")
    return week


def test_one_press_makes_a_plan(week: Week) -> None:
    week.show.click()

    expect(week.lines).to_have_text(
        [
            "If it is 12:30 PM, then I open LinkedIn. If it is 12:50 PM, then I close it (Monday to Friday).",
            "If I sit down to eat around 6:30 PM, then my phone goes out of sight.",
            re.compile("Alerts reach me in bundles, around 12:30 PM."),
            re.compile("On Monday, December 7, I look at this plan again."),
        ]
    )
    heads = week.table.get_by_role("columnheader")
    assert heads.all_inner_texts() == ["Day", "LinkedIn", "Phone away"]
    assert week.row("Mon") == ["12:30 – 12:50 PM", "6:30 – 7:15 PM"]
    assert week.row("Sun") == ["", "6:30 – 7:15 PM"]


def test_the_plan_gets_the_focus_and_is_announced(week: Week) -> None:
    announced = week.root.get_by_role("status").get_by_text("Your plan is below.")
    expect(announced).to_be_hidden()

    week.show.click()

    expect(week.result).to_be_focused()
    expect(announced).to_be_visible()


def test_by_mouse_a_reader_gets_a_plan_of_their_own(week: Week) -> None:
    full(week).set("My visit", "08:30", 10).days("Monday", "Wednesday", "Sunday")
    week.root.get_by_role("radio", name="Not at all").check()

    week.show.click()

    visits = "8:30 – 8:40 AM 5:00 – 5:15 PM 8:00 – 8:10 PM"
    away = "3:00 – 4:00 PM 6:30 – 7:15 PM 10:00 – 10:30 PM"
    assert week.row("Wed") == [visits, "12:00 – 12:30 PM", away]
    assert week.row("Thu") == ["", "", away]
    said = " ".join(week.lines.all_inner_texts())
    for line in (
        "If it is 8:30 AM, then I open LinkedIn. If it is 8:40 AM, then I close it (Monday, Wednesday, and Sunday).",
        "If it is 3:00 PM, then my phone is away until 4:00 PM (A time of my own).",
        "For one week LinkedIn sends me no alerts.",
        "If I have used up 35 minutes in a day, then a timer",
        "On Friday, Ana asks me how it went.",
    ):
        assert line in said
    assert "bundles" not in said


def test_what_is_changed_afterwards_changes_the_plan(week: Week) -> None:
    week.show.click()

    week.set("My visit", "09:15", 30)

    expect(week.lines.first).to_contain_text("If it is 9:15 AM")
    assert week.row("Tue")[0] == "9:15 – 9:45 AM"


def test_by_keyboard_alone_from_a_result_to_the_calendar_file(
    page: Page, site: Site, quizzes: Mapping[str, ScalesQuiz]
) -> None:
    page.goto(site.address + assessment(QUIZ))
    widget = Widget(page, quizzes[QUIZ])
    widget.wait()
    widget.set(all_highest(widget.quiz))
    widget.see_result.focus()
    page.keyboard.press("Enter")
    expect(widget.result).to_be_focused()
    week = Week(page, site)

    tab_to(week.time("My visit").get_by_label("From"))
    page.keyboard.type("0915AM")
    tab_to(page.get_by_role("checkbox", name="Friday"))
    page.keyboard.press("Space")
    tab_to(week.show)
    page.keyboard.press("Enter")
    expect(week.result).to_be_focused()
    tab_to(week.discreet)
    page.keyboard.press("Space")
    tab_to(week.save)
    with page.expect_download() as download:
        page.keyboard.press("Enter")

    found = events(download.value.path().read_bytes())
    assert [event["UID"].split("@")[0] for event in found] == [
        *("visit", "making", "meal", "bed", "partner", "review")
    ]
    assert [str(event.start)[-8:-3] for event in found[:4]] == ["09:15", "12:00", "18:30", "22:00"]
    first = found[0]["RRULE"]["BYDAY"]
    assert first == ["MO", "TU", "WE", "TH"]
    assert {event["SUMMARY"] for event in found} == {"Focus time"}


@pytest.mark.parametrize(
    ("answer", "ticked"),
    [
        (0, {"days", "meal", "alerts same"}),
        (-1, {"days", "meal", "bed", "making", "timer", "partner", "alerts bundles"}),
    ],
    ids=["quiet", "heavy"],
)
def test_the_last_result_fills_in_what_may_help(
    page: Page, site: Site, quizzes: Mapping[str, ScalesQuiz], answer: int, ticked: set[str]
) -> None:
    page.goto(site.address + assessment(QUIZ))
    widget = Widget(page, quizzes[QUIZ])
    widget.wait()
    widget.set({item.id: item.answers[answer].id for item in widget.questions})
    widget.see_result.click()

    week = Week(page, site)

    chosen: list[str] = week.root.evaluate(
        """root => [...root.querySelectorAll("input:checked")].map(({ name, value, type }) =>
          type === "radio" ? `${name} ${value}` : name)"""
    )
    assert {name for name in chosen if name} == ticked
    folded = week.root.locator("details:has(input:checked):not([open])")
    expect(folded).to_have_count(0)


CLASHES = [
    ("two visits", {"A second visit": ("12:45", 15)}, "A second visit", "My visit"),
    ("the other way round", {"A second visit": ("12:45", 15)}, "My visit", "A second visit"),
    ("one within another", {"A second visit": ("12:00", 90)}, "My visit", "A second visit"),
    ("a visit at a meal", {"One meal a day": ("12:00", 45)}, "My visit", "One meal a day"),
    (
        "several",
        {"A second visit": ("12:40", 15), "One meal a day": ("12:00", 45)},
        "My visit",
        "A second visit and One meal a day",
    ),
    (
        "past midnight",
        {"My visit": ("00:10", 10), "A second visit": ("23:50", 30)},
        "My visit",
        "A second visit",
    ),
]


@pytest.mark.parametrize(("chosen", "beside", "others"), [c[1:] for c in CLASHES])
def test_times_that_meet_are_told_beside_the_field_and_block_nothing(
    week: Week, chosen: dict[str, tuple[str, int]], beside: str, others: str
) -> None:
    week.open()
    for name, (start, minutes) in chosen.items():
        week.set(name, start, minutes)

    said = f"This meets another time of yours: {others}. Leave it so if you mean it."
    expect(week.clash(beside)).to_have_text(said)
    week.show.click()
    expect(week.result).to_be_visible()


@pytest.mark.parametrize(
    "second", [("12:50", 15), ("12:15", 15)], ids=["at its end", "until its beginning"]
)
@pytest.mark.sample(0)
def test_times_that_touch_do_not_meet(week: Week, second: tuple[str, int]) -> None:
    week.open().set("A second visit", *second)

    expect(week.root.locator(".week__clash:visible")).to_have_count(0)


@pytest.mark.sample(0)
def test_sunday_night_meets_monday_morning(week: Week) -> None:
    week.open().set("A second visit", "23:50", 30).set("My visit", "00:10", 10)
    week.days("Sunday")
    expect(week.clash("My visit")).to_have_text("")

    week.days("Sunday", "Monday")

    expect(week.clash("My visit")).to_contain_text("A second visit")


@pytest.mark.sample(0)
def test_a_week_without_days_is_told_and_blocks_nothing(week: Week) -> None:
    week.days()

    expect(week.root.get_by_text("No day is chosen yet")).to_be_visible()
    week.show.click()
    expect(week.lines.first).to_contain_text("If I sit down to eat")
    assert week.table.get_by_role("columnheader").all_inner_texts() == ["Day", "Phone away"]


def test_a_time_that_was_emptied_is_left_out(week: Week) -> None:
    week.time("My visit").get_by_label("From").fill("")

    week.show.click()

    assert not [line for line in week.lines.all_inner_texts() if "______" in line]


def test_a_reload_keeps_the_form_and_the_plan(page: Page, week: Week) -> None:
    full(week).set("My visit", "07:45", 30).days(*WORKDAYS[:2])
    page.get_by_label("I look at this plan again on").fill("2026-12-24")
    week.show.click()
    before = week.lines.all_inner_texts(), week.row("Tue")

    page.reload()
    week.wait()

    expect(week.result).to_be_visible()
    assert (week.lines.all_inner_texts(), week.row("Tue")) == before
    expect(week.time("A third visit").get_by_label("From")).to_have_value("20:00")


def test_start_again_forgets_the_plan_for_good(page: Page, week: Week) -> None:
    full(week).show.click()
    week.again.click()
    expect(week.result).to_be_hidden()

    page.reload()
    week.wait()

    expect(week.result).to_be_hidden()
    expect(week.root.locator("[name=partner-name]")).to_have_value("")
    expect(page.locator("[name=review]")).to_have_value("2026-12-07")


def test_words_of_ones_own_stay_words(week: Week) -> None:
    full(week)
    week.root.get_by_label("What it is for").fill(HOSTILE)
    week.root.get_by_label("Their name").fill(HOSTILE)

    week.show.click()

    said = " ".join(" ".join(week.lines.all_inner_texts()).split())
    assert said.count(" ".join(HOSTILE.split())) == 2
    expect(week.result.locator("img, b")).to_have_count(0)


def test_the_message_can_be_copied_and_nothing_sends_it(page: Page, week: Week) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    full(week).show.click()

    page.get_by_role("button", name="Copy the message").click()

    expect(week.root.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("I want to keep LinkedIn to 12:30 – 12:50 PM, 5:00 – 5:15 PM, and")
    assert "Would you ask me on Friday how it went?" in copied
    expect(week.result.get_by_role("link", name=re.compile("mail|send"))).to_have_count(0)


def test_without_a_partner_there_is_no_message(week: Week) -> None:
    week.show.click()

    expect(week.result.get_by_text("A message you could send")).to_be_hidden()


def test_the_plan_can_be_copied_as_text(page: Page, week: Week) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    week.show.click()

    page.get_by_role("button", name="Copy as text").click()

    expect(week.root.get_by_role("status").get_by_text("Copied.")).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n", maxsplit=1)[0] == week.lines.first.inner_text()


def test_nothing_of_the_plan_gets_into_the_address_or_the_title(page: Page, week: Week) -> None:
    before = page.url, page.title()

    full(week).show.click()

    assert (page.url, page.title()) == before


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_there_is_a_sheet_to_fill_in_and_no_dead_button(
    page: Page, site: Site, medium: str
) -> None:
    page.emulate_media(media="print" if medium == "print" else "screen")
    page.goto(site.address + PAGE)

    tool = page.locator("quiz-schedule")
    assert tool.get_by_role("cell").all_inner_texts() == [""] * 21
    assert tool.locator("li:visible").count() == tool.locator("li").count()
    expect(tool.get_by_text("If it is ______, then I open LinkedIn.")).to_be_visible()
    expect(tool.get_by_text("Would you ask me on ______ how it went?")).to_be_visible()
    expect(tool.locator("input:visible, select:visible, button:visible")).to_have_count(0)


@pytest.mark.sample(0)
def test_after_start_again_the_sheet_is_printed_with_blanks(page: Page, week: Week) -> None:
    full(week).show.click()
    week.again.click()
    expect(week.result).to_be_hidden()

    page.emulate_media(media="print")

    tool = page.locator("quiz-schedule")
    expect(tool.get_by_text("If it is ______, then I open LinkedIn.")).to_be_visible()
    assert tool.locator("td:visible").all_inner_texts() == [""] * 21


@pytest.mark.parametrize("what", ["sheet", "plan"])
def test_it_prints_on_one_sheet_of_a4(page: Page, week: Week, what: str) -> None:
    if what == "plan":
        full(week)
        week.root.get_by_label("What it is for").fill(HOSTILE)
        week.show.click()

    assert len(re.findall(rb"/Type ?/Page\b", page.pdf(format="A4"))) == 1


def test_axe_finds_no_fault_in_a_plan_by_day_or_night(page: Page, week: Week) -> None:
    full(week).set("My visit", "17:05", 10).show.click()

    assert faults(page) == []


def test_on_a_small_phone_nothing_is_cut_off_or_too_small(page: Page, week: Week) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    full(week).set("My visit", "17:05", 10).show.click()

    assert sideways(page) == []
    assert too_small(week.root) == []
    space_out(page)
    assert cut_off(week.root) == []
    assert sideways(page) == []


@pytest.mark.browser_context_args(locale="en-GB")
def test_times_and_dates_are_written_as_on_the_readers_device(week: Week) -> None:
    week.show.click()

    assert week.row("Mon") == ["12:30–12:50", "18:30–19:15"]
    expect(week.lines.last).to_contain_text("On Monday 7 December, I look")


@pytest.mark.parametrize("odd", ["en-US@posix", "C", "en_GB.UTF-8", "en-"])
def test_a_language_that_is_none_makes_no_difference(page: Page, site: Site, odd: str) -> None:
    page.add_init_script(
        f"Object.defineProperty(navigator, 'languages', {{ value: ['{odd}', 'en-GB'] }})"
    )
    week = Week(page, site)

    week.show.click()

    expect(week.result).to_be_visible()
    expect(week.lines.first).to_contain_text("Monday")
    assert week.file()
