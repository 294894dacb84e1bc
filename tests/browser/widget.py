"""A quiz on a page, driven as a reader does: by roles and names."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect

from guidebook.engine import text
from guidebook.engine.kinds.base import Item
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from tests.browser.answers import SKIP, Answers
from tests.browser.until import until

LISTEN = """window.heard = [];
document.addEventListener("quiz:scored", ({ detail }) => window.heard.push(detail));"""
"""Keeps what the widgets of a page say, for `heard`."""

THE_REST = """() => Promise.race([
  customElements.whenDefined("remember-box").then(async () => {
    const styled = () => [...document.styleSheets].some(({ href }) => href?.includes("/deferred."));
    while (!styled()) await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done));
  }),
  new Promise((done) => setTimeout(done, 10_000)),
])"""
"""Waits for what comes with the first answer; ten seconds at most, for a test may have taken it away."""
COMES_BACK = """(name) => {
  try {
    const isOurs = (key) => /^guidebook \\/(?!.* taken$)/.test(key) && location.pathname.startsWith(key.slice(10));
    const ours = (place) => place[Object.keys(place).find(isOurs)];
    const { quizzes, answers, view } = JSON.parse(ours(sessionStorage) ?? ours(localStorage));
    return Boolean(view || quizzes?.[name] || answers?.[name]);
  } catch {
    return false; // nothing there, nothing sound, or nothing allowed
  }
}"""
"""Whether something is kept that a quiz shows again."""

SETTLED = "() => !document.querySelector('[data-settling]')"
"""Whether a press would count as one of its own."""
ANYWAY = "Show what my answers come to so far"
HURRY = """() => {
  const waits = document.getAnimations().filter((each) => each.animationName?.startsWith("quiz-"));
  for (const wait of waits) wait.finish();
  return Math.max(0, ...waits.map(({ effect }) => effect.getComputedTiming().endTime));
}"""
LONGEST_WAIT = 10_000
"""Milliseconds until a page whose script does not come is a sheet of paper."""


def hurry(page: Page) -> None:
    """Let the time be over that a page gives its script to come; it is short enough."""
    assert page.evaluate(HURRY) <= LONGEST_WAIT


def take_back(shown: Page | Locator) -> None:
    """Have nothing remembered on this device any more. Until its script has come, the box is not ticked."""
    box = shown.get_by_label("Remember on this device")
    expect(box).to_be_checked()
    box.uncheck()


def words(markdown: str) -> str:
    """What a reader reads of an author's line."""
    return text.inline(markdown).plain


def paragraphs(markdown: str) -> str:
    """What a reader reads of an author's paragraphs, on one line."""
    return text.block(markdown).plain


class Widget:
    """One self-assessment on the page that is open."""

    def __init__(self, page: Page, quiz: ScalesQuiz) -> None:
        self.page = page
        self.quiz = quiz
        self.is_cut_off = False
        """Whether a test has taken away what comes with the first answer, so that nobody waits for it."""
        self.root = page.locator(f'[data-quiz="{quiz.name}"]')
        self.see_result = self.root.get_by_role("button", name="See my result", exact=True)
        self.anyway = self.root.get_by_role("button", name=ANYWAY, exact=True)
        self.start_again = self.root.get_by_role("button", name="Start again", exact=True)
        self.result = self.root.get_by_role("region", name=re.compile("^Your result"))
        self.status = self.root.get_by_role("status")
        self.questions = tuple(item for block in quiz.blocks for item in block.items)

    def wait(self) -> None:
        """Until its script has come, and what is kept is there again."""
        expect(self.root).to_have_js_property("isConnected", value=True)
        self.page.locator(f'[data-quiz="{self.quiz.name}"]:defined').first.wait_for(
            state="attached"
        )
        if self.page.evaluate(COMES_BACK, self.quiz.name):
            self.page.evaluate(THE_REST)

    def group(self, item: Item) -> Locator:
        return self.root.get_by_role("group", name=words(item.stem), exact=True)

    def radio(self, item: Item, answer: str) -> Locator:
        role: Literal["checkbox", "radio"] = "checkbox" if item.several or item.ranked else "radio"
        return self.group(item).get_by_role(role, name=self.label(item, answer), exact=True)

    def label(self, item: Item, answer: str) -> str:
        """The name of an answer, by its id."""
        if answer == SKIP:
            return words(self.quiz.skip or "")
        return words(next(a.label for a in item.answers if a.id == answer))

    def gate(self, label: str) -> Locator:
        """An answer to the question that is asked first."""
        assert self.quiz.gate
        group = self.root.get_by_role("group", name=words(self.quiz.gate[0]), exact=True)
        return group.get_by_role("radio", name=label, exact=True)

    def open(self) -> None:
        """Past the gate, if there is one, to the questions."""
        if self.quiz.gate:
            label = next(option.label for option in self.quiz.gate[1] if not option.go)
            self.gate(words(label)).check()

    def see(self) -> None:
        """Ask for the result, and for what there is of it where questions are open."""
        until(self.page, SETTLED)
        self.see_result.click()
        if self.anyway.is_visible():
            self.anyway.click()

    def answer(self, answers: Answers) -> None:
        """By mouse."""
        for item in self.questions:
            if item.id in answers:
                self.radio(item, answers[item.id]).check()
        if answers and not self.is_cut_off:
            self.page.evaluate(THE_REST)

    def set(self, answers: Answers) -> None:
        """All at once, where how they came about does not matter."""
        set_all = """(root, chosen) => {
          for (const [name, given] of Object.entries(chosen))
            for (const value of given.split(","))
              root.querySelector(`[name="${name}"][value="${value}"]`).click();
        }"""
        self.root.evaluate(set_all, dict(answers))
        if answers and not self.is_cut_off:
            self.page.evaluate(THE_REST)

    def chosen(self) -> Answers:
        """Item → answer, as the page has them now."""
        answers: dict[str, str] = self.root.evaluate(
            """root => Object.fromEntries(
                [...root.querySelectorAll(":checked[name]")].map(({ name, value }) => [name, value]))"""
        )
        return answers

    def scores(self) -> Mapping[str, tuple[str, str]]:
        """Scale → score and band, as the page tells anything that drives it."""
        return {
            scale.id: (
                self.scale(scale.id).get_attribute("data-score") or "",
                self.scale(scale.id).get_attribute("data-band") or "",
            )
            for scale in self.quiz.scales
        }

    def scale(self, scale_id: str) -> Locator:
        return self.root.locator(f'[data-scale="{scale_id}"]')

    def says(self) -> str:
        """What can be read in the result, on one line."""
        return " ".join(self.result.inner_text().split())

    def heard(self) -> list[dict[str, Any]]:
        """What the widgets of this page have said since it was opened; needs `LISTEN`."""
        said: list[dict[str, Any]] = self.page.evaluate("window.heard")
        return said
