"""The styles of widgets come with the pages that hold one, before anything of them is painted."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.pages import KINDS
from tests.browser.serve import Site
from tests.browser.shape import WATCH_SHIFTS, shifts

STYLES = re.compile(r"/widgets/[\w.]+\.css")


def asked(page: Page, address: str) -> list[str]:
    """The styles of widgets that a page comes with; not what it fetches afterwards, for the first press."""
    found: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type == "stylesheet":
            found.extend(STYLES.findall(request.url))

    page.on("request", note)
    page.goto(address, wait_until="networkidle")
    return found


@pytest.mark.parametrize("kind", ["chapter", "help", "evidence"])
def test_a_page_to_read_waits_for_no_styles_of_questions(page: Page, site: Site, kind: str) -> None:
    assert asked(page, site.address + KINDS[kind]) == []


@pytest.mark.parametrize("kind", ["self-assessment", "self-assessment with a gate"])
def test_a_self_assessment_comes_with_its_styles_and_nothing_moves(
    page: Page, site: Site, kind: str
) -> None:
    page.add_init_script(WATCH_SHIFTS)

    assert len(asked(page, site.address + KINDS[kind])) == 1

    expect(page.get_by_role("group").first).to_be_visible()
    assert shifts(page) == []
