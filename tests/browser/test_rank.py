"""Answers are put in order with a finger or by keyboard; nothing is dragged, and the order is kept by what it names."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site
from tests.browser.shape import PHONE, resize, sideways, too_small
from tests.browser.small import page as written_page
from tests.browser.small import quiz_block, quiz_of, small_site
from tests.browser.widget import Widget
from tests.project import Project

QUIZ = "quizzes/order.yml"
TEXT = """
kind: scales
title: What comes first?
skip: Not sure
scales:
  people:
    title: People
    bands: [{from: 1, id: later, title: Later, text: Later.}, {from: 4, id: sooner, title: Sooner, text: Sooner.}]
blocks:
  - title: To choose from
    items:
      - id: first
        stem: What comes first?
        rank:
          - {id: others, label: Other people, scale: people}
          - {id: pay, label: Pay}
          - {id: place, label: Where it is}
          - {id: time, label: Time of my own}
      - id: last
        stem: What would you let go?
        rank: [{id: desk, label: A desk}, {id: travel, label: Travel}]
"""
FILES = {QUIZ: TEXT, "docs/order.md": written_page("# Order", "## It", quiz_block("order"))}


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with small_site(tmp_path_factory.mktemp("orders"), FILES) as site:
        yield site


def opened(page: Page, site: Site) -> tuple[Widget, Locator]:
    """The quiz, and its first question."""
    widget = Widget(page, quiz_of(site, "order"))
    widget.wait()
    group = widget.root.get_by_role("group", name="What comes first?")
    expect(group.get_by_role("checkbox").first).to_be_visible()
    return widget, group


def box(group: Locator, name: str) -> Locator:
    return group.get_by_role("checkbox", name=name, exact=True)


def test_answers_are_put_in_order_by_keyboard_and_stay_so(page: Page, orders: Site) -> None:
    resize(page, PHONE)
    page.goto(f"{orders.address}order/")
    widget, group = opened(page, orders)
    said = group.get_by_role("status")
    box(group, "Other people").focus()
    for key in ("Space", "Tab", "Tab", "Tab", "Tab", "Space"):  # past its two buttons
        page.keyboard.press(key)
    expect(said).to_have_text("Your order: 1 Other people, 2 Where it is")
    expect(box(group, "Where it is")).to_have_accessible_description("place 2")

    up = group.get_by_role("button", name="Move Where it is up", exact=True)
    page.keyboard.press("Tab")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")

    expect(said).to_have_text("Your order: 1 Where it is, 2 Other people")
    expect(up).to_be_focused()
    expect(up).to_be_disabled()
    assert [*too_small(widget.root), *sideways(page)] == []
    widget.see_result.click()
    expect(widget.root.get_by_text("One question is still open.")).to_be_visible()
    widget.anyway.click()
    assert widget.scores() == {"people": ("3", "later")}

    page.reload()
    opened(page, orders)

    expect(said).to_have_text("Your order: 1 Where it is, 2 Other people")
    box(group, "Not sure").check()
    expect(said).to_have_text("")
    assert widget.scores() == {"people": ("", "")}
    box(group, "Other people").check()
    assert widget.scores() == {"people": ("4", "sooner")}
    widget.start_again.click()
    expect(said).to_have_text("")
    expect(box(group, "Other people")).not_to_be_checked()


def test_an_edit_leaves_each_answer_its_place_among_those_that_remain(
    page: Page, orders: Site
) -> None:
    page.goto(f"{orders.address}order/")
    widget, group = opened(page, orders)
    for name in ("Time of my own", "Pay", "Other people"):
        box(group, name).check()
    project = Project.at(orders.folder.parent)
    project.change(QUIZ, "          - {id: pay, label: Pay}\n", "")
    project.change(
        QUIZ, "label: Time of my own}", "label: Free hours}\n          - {id: new, label: New}"
    )
    project.build()

    page.reload()
    _, group = opened(page, orders)

    expect(group.get_by_role("status")).to_have_text("Your order: 1 Free hours, 2 Other people")
    box(group, "New").check()
    expect(group.get_by_role("status")).to_contain_text("3 New")
    assert (
        widget.page.evaluate("Object.values(sessionStorage).join()").count("time,others,new") == 1
    )
