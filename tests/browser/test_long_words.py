"""A word longer than a small phone is wide breaks: it widens no page, and none of it is cut off."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serve import Site
from tests.browser.shape import sideways

WORDS = ("Verantwortungsbewusstsein", "Donaudampfschifffahrtsgesellschaft", "Integrity", "Calm")
PAGES = (
    *("self-assessments/who-runs-my-day/", "self-assessments/how-heavy-are-the-nasty-comments/"),
    *("tools/a-nasty-comment/", "tools/before-i-comment/", "tools/rules-of-engagement/"),
)
small = pytest.mark.browser_context_args(viewport={"width": 320, "height": 640})
CRAMMED = """root => [...root.querySelectorAll("label")]
  .filter((e) => e.checkVisibility() && e.textContent.includes("Donau") && e.clientWidth < 200)
  .map((e) => e.textContent.trim())"""
CUT = """root => [...root.querySelectorAll("button, label, legend, h4, p")]
  .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.textContent.trim())"""


@small
def test_long_values_of_ones_own_fit(page: Page, site: Site) -> None:
    page.goto(site.address + "tools/my-values/")
    page.locator("quiz-comparison:defined").first.wait_for(state="attached")
    widget = page.locator("quiz-comparison")
    for field, word in zip(
        widget.locator("[data-pick] input:not([type])").all(), WORDS, strict=False
    ):
        field.fill(word)
    for label in ("Honesty", "Kindness"):
        widget.get_by_role("checkbox", name=label, exact=True).check()

    widget.locator("form button:not([type])").first.click()
    pair = widget.locator("[data-pair]")
    for _ in range(20):
        shown = widget.locator("[data-pair], .quiz__result").filter(visible=True)
        expect(shown).to_have_count(1)
        assert sideways(page) == []
        assert widget.evaluate(CUT) == []
        if not pair.is_visible():
            break
        pair.locator("[data-choice=a]").click()


@small
@pytest.mark.parametrize("path", PAGES)
def test_long_words_of_an_author_fit(page: Page, site: Site, path: str) -> None:
    page.goto(site.address + path)
    widget = page.locator("[data-quiz]").first
    page.locator("[data-quiz]:defined").first.wait_for(state="attached")
    widget.evaluate(
        """(root, word) => {
          const answers = "label:has([value=skip]), .quiz--tree label, label:nth-of-type(-n + 2)";
          for (const part of root.parentElement.querySelectorAll(`legend, ${answers}, .quiz__button`))
            part.append(` ${word}`);
        }""",
        WORDS[1],
    )

    assert sideways(page) == []
    assert widget.evaluate(CUT) == []
    assert widget.evaluate(CRAMMED) == []
