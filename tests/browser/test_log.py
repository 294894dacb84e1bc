"""A reader keeps a record of what happened: adds to it, changes it, brings back what was removed, and prints it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site

PATH = "tools/keep-a-record/"
HOSTILE = """<b>b</b> "'><img src=x onerror=alert(1)> $& 🦔"""


class Record:
    """The tool on the page that is open."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        page.goto(site.address + PATH)
        self.wait()

    def wait(self) -> None:
        self.page.locator("quiz-log[data-live]").wait_for()

    @property
    def entries(self) -> Locator:
        return self.page.get_by_role("region", name="My record").get_by_role("listitem")

    def field(self, name: str) -> Locator:
        return self.page.get_by_label(name, exact=True)

    def press(self, name: str) -> None:
        self.settled()
        self.page.get_by_role("button", name=name).click()

    def settled(self) -> None:
        """A press that comes at once belongs to the one before (press.mjs)."""
        self.page.locator("quiz-log:not([data-settling])").wait_for()

    def add(self, day: str, what: str) -> None:
        self.field("Date").fill(day)
        self.field("What happened").fill(what)
        self.press("Add to my record")


def test_entries_stand_in_the_order_of_their_days_and_come_back_with_what_is_half_written(
    page: Page, site: Site
) -> None:
    record = Record(page, site)
    record.add("2026-11-28", HOSTILE)
    expect(page.get_by_role("status").get_by_text("It is in your record, below.")).to_be_visible()
    record.add("2026-11-12", "The first of them.")
    record.field("What happened").fill("Half a line")

    page.reload()
    record.wait()

    expect(record.entries).to_have_count(2)
    expect(record.entries.first).to_contain_text("November 12, 2026")
    expect(record.entries.last).to_contain_text(HOSTILE)
    expect(record.field("What happened")).to_have_value("Half a line")
    page.goto(f"{site.address}my-results/")
    expect(page.locator("my-results").get_by_text("The first of them.")).to_be_visible()


def test_an_entry_can_be_changed_and_nothing_is_lost_by_a_slip(page: Page, site: Site) -> None:
    record = Record(page, site)
    record.add("2026-11-12", "A message.")
    record.field("What happened").fill("Half a line")

    record.press("Change: November 12")  # what was half written becomes an entry
    record.field("Whom I told").fill("Mina")
    page.reload()
    record.wait()
    record.press("Keep the change")

    expect(record.entries).to_have_count(2)
    expect(record.entries.first).to_contain_text("Mina")
    record.press("Remove: November 12")
    expect(record.entries).to_have_count(1)
    record.settled()
    page.keyboard.press("Enter")  # the focus is on what brings it back
    expect(record.entries).to_have_count(2)
    record.press("Delete the whole record")
    expect(record.entries).to_have_count(0)
    record.press("Bring it back")
    expect(record.entries).to_have_count(2)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    record.press("Copy as text")
    expect(page.get_by_text("Copied.", exact=False)).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert "Half a line" in copied
    assert "Remove" not in copied


def test_the_record_fits_one_page_and_so_does_the_empty_sheet(page: Page, site: Site) -> None:
    record = Record(page, site)
    assert [pages(page.pdf(format=paper)) for paper in ("A4", "Letter")] == [1, 1]
    for day in range(10, 18):
        record.add(f"2026-11-{day}", "Another message, of about as many words as people write.")

    assert pages(page.pdf(format="A4")) == 1


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_it_is_a_sheet_to_fill_in_by_hand(page: Page, site: Site) -> None:
    page.goto(site.address + PATH)

    sheet = page.get_by_role("region", name="My record").get_by_role("listitem")
    expect(sheet).to_have_count(8)
    assert sheet.first.inner_text().split("\n")[0] == "Date"
    expect(page.get_by_role("button")).to_have_count(0)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type ?/Page\b", pdf))
