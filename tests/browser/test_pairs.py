"""Choosing between two words at a time ends with three, in every order of choices."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.serve import Site
from tests.browser.serve_module import serve_module

NUMBERS = range(9)
MOST = {5: 6, 8: 11}
"""Words → choices: the most that the book's own tool asks for, and the most there is."""

EVERY_ORDER = """async ([from, letters, number]) => {
  const { next } = await import(from);
  const words = [...Array(number)].map((_, n) => `word-${n}`);
  const seen = { ends: 0, longest: 0, most: next(words, "").most, faults: [] };
  const walk = (choices) => {
    const { pair, remain, most } = next(words, choices);
    if (!pair) {
      seen.ends++;
      seen.longest = Math.max(seen.longest, choices.length);
      const sound = remain.length === Math.min(3, number) && new Set(remain).size === remain.length
        && `${words.filter((word) => remain.includes(word))}` === `${remain}`;
      if (!sound) seen.faults.push([choices, remain]);
      return;
    }
    const sound = pair[0] !== pair[1] && pair.every((word) => words.includes(word)) && !remain.length;
    if (!sound || choices.length >= most) return seen.faults.push([choices, pair]);
    for (const letter of letters) walk(choices + letter);
  };
  walk("");
  return seen;
}"""
"""Walks through all that could be answered, also what no reader would."""

EVERY_PREFERENCE = """async ([from, number, levels]) => {
  const { next } = await import(from);
  const words = [...Array(number)].map((_, n) => `word-${n}`);
  const faults = [];
  let tried = 0;
  for (const worth of levels(number)) {
    let choices = "", found = next(words, "");
    while (found.pair) {
      const [a, b] = found.pair.map((word) => worth[words.indexOf(word)]);
      choices += a > b ? "a" : a < b ? "b" : "=";
      found = next(words, choices);
    }
    const wanted = words.map((word, n) => [worth[n], -n, word]).sort(([a, m], [b, n]) => b - a || n - m)
      .slice(0, 3).map(([, , word]) => word);
    if (!wanted.every((word) => found.remain.includes(word))) faults.push([worth, found.remain]);
    tried++;
  }
  return { tried, faults: faults.slice(0, 5) };
}"""
ORDERS = """function* (number) {
  const left = [...Array(number).keys()];
  const walk = function* (order) {
    if (order.length === number) yield order;
    for (const n of left) if (!order.includes(n)) yield* walk([...order, n]);
  };
  yield* walk([]);
}"""
"""All orders of preference."""
LEVELS = """function* (number) {
  for (let code = 0; code < 3 ** number; code++) yield [...Array(number)].map((_, n) => Math.floor(code / 3 ** n) % 3);
}"""
"""All ways to hold words dear on three levels, with many ties."""


@pytest.fixture
def pairs(page: Page, site: Site) -> str:
    page.goto(site.address + "tools/my-values/")
    return serve_module(page, site, "engine/kinds/comparison/pairs.mjs")


@pytest.mark.sample(1)
@pytest.mark.parametrize("number", NUMBERS)
def test_whatever_is_answered_it_ends_with_three_within_few_choices(
    page: Page, pairs: str, number: int
) -> None:
    seen: dict[str, Any] = page.evaluate(EVERY_ORDER, [pairs, "ab", number])

    assert seen["faults"] == []
    assert seen["longest"] == seen["most"]
    assert seen["longest"] <= MOST.get(number, seen["most"])
    assert (seen["longest"] > 0) == (number > 3)


@pytest.mark.parametrize("number", [4, 5, 6])
def test_it_ends_as_well_where_some_are_alike(page: Page, pairs: str, number: int) -> None:
    seen: dict[str, Any] = page.evaluate(EVERY_ORDER, [pairs, "ab=", number])

    assert seen["faults"] == []
    assert seen["ends"] > 0


@pytest.mark.parametrize("number", range(4, 9))
@pytest.mark.parametrize("worths", [ORDERS, LEVELS], ids=["no two alike", "many alike"])
def test_the_three_that_remain_are_those_held_dearest_and_of_like_ones_the_first(
    page: Page, pairs: str, number: int, worths: str
) -> None:
    found: dict[str, Any] = page.evaluate(
        f"([from, number]) => ({EVERY_PREFERENCE})([from, number, {worths}])", [pairs, number]
    )

    assert found["faults"] == []
    assert found["tried"] > 20


def test_without_the_last_choice_the_same_pair_is_asked_about_again(page: Page, pairs: str) -> None:
    back = """async (from) => {
      const { next } = await import(from);
      const words = ["a", "b", "c", "d", "e", "f", "g", "h"], asked = [];
      let choices = "";
      for (let found = next(words, ""); found.pair; found = next(words, choices)) {
        asked.push(`${found.pair}`);
        choices += "ab="[choices.length % 3];
      }
      return asked.every((pair, n) => `${next(words, choices.slice(0, n)).pair}` === pair) && asked.length;
    }"""
    assert page.evaluate(back, pairs) > 6


def test_letters_too_many_change_nothing(page: Page, pairs: str) -> None:
    more = """async (from) => {
      const { next } = await import(from);
      return [next(["a", "b", "c", "d"], "aaa"), next(["a", "b", "c", "d"], "aaabbb")].map(({ remain }) => `${remain}`);
    }"""
    first, second = page.evaluate(more, pairs)
    assert first == second
