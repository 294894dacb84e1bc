"""How long a browser works at a large self-assessment: 120 items, 35 scales, three bands each.

    python -m bench.page

Milliseconds of the processor, as Chromium counts them for the page's thread: of script, and with style and
layout until the page is ready to be painted. One frame of a screen lasts 16.7.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.build import ENVIRONMENT
from bench.project import BOOK, Candidate, lay_out
from bench.serve import serving
from bench.site import CACHE
from bench.table import table
from scripts.browser import launch_options

ITEMS, SCALES = 120, 35
RUNS = 5
"""Pages opened, each afresh."""

PRESS = """([selector, item, answer]) => {
  const pressed = document.querySelectorAll("quiz-scales " + selector)[item];
  (pressed.querySelectorAll("input")[answer] ?? pressed).click();
}"""
ANSWER_ALL = """() => {
  for (const item of document.querySelectorAll("quiz-scales fieldset")) item.querySelectorAll("input")[2].click();
}"""
READY = "() => document.querySelector('quiz-scales').matches(':defined')"
SCORED = "() => document.querySelectorAll('[data-scale]:not([data-score=\"\"])').length"
EACH = 24
"""Answers that are timed on each page."""


def large_quiz(*_: object) -> str:
    """Each item counts on three scales, so that a scale has ten or eleven items."""
    return "".join(_large_quiz())


def _large_quiz() -> Iterator[str]:
    yield "kind: scales\ntitle: Large\nsummary: A large one.\nresponses:\n"
    for points, label in enumerate(("Never", "Rarely", "Sometimes", "Often", "Always")):
        yield f"  - {{id: a{points}, label: {label}, points: {points}}}\n"
    yield "scales:\n"
    for scale in range(SCALES):
        yield f"  s{scale}:\n    title: Scale {scale}\n    bands:\n"
        for start, band in ((0, "low"), (12, "middle"), (24, "high")):
            text = f"Your answers suggest that scale {scale} is {band}."
            yield f"      - {{from: {start}, id: {band}, title: {band.title()}, text: {text}}}\n"
    yield "blocks:\n"
    for n in range(ITEMS):
        if n % 20 == 0:
            yield f"  - title: Part {n // 20 + 1}\n    items:\n"
        on = ", ".join(f"s{(n + step) % SCALES}" for step in (0, 11, 23))
        yield f"      - {{id: i{n}, stem: Statement number {n} is true of me., scale: [{on}]}}\n"


def measure(browser: Browser) -> str:
    """The table."""
    folder = CACHE / "page"
    lay_out(folder, Candidate("large", lambda *_: "# Large\n\n/// quiz | check-1\n///\n", BOOK), 1)
    (folder / "quizzes").mkdir()
    (folder / "quizzes/check-1.yml").write_text(large_quiz())
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True)
    with serving(folder / "site") as address:
        taken = _taken(browser, f"{address}check-1/")
    rows = [
        (
            name,
            len(spent),
            *_figures([script for script, _ in spent]),
            *_figures(list(map(sum, spent))),
        )
        for name, spent in taken.items()
    ]
    columns = ("script", "95 %", "and layout", "95 %")
    return table((f"{ITEMS} items, {SCALES} scales", "times", *columns), rows)


def _taken(browser: Browser, address: str) -> dict[str, list[tuple[float, float]]]:
    answers, results, changes = [], [], []
    for _ in range(RUNS):
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        while not page.evaluate(READY):
            page.wait_for_timeout(50)
        clock = Clock(page)
        answers += [clock.spent("fieldset", item, 1) for item in range(EACH)]
        page.evaluate(ANSWER_ALL)
        results.append(clock.spent("[data-see]", 0, 0))
        changes += [clock.spent("fieldset", item, 3) for item in range(EACH)]
        _check(page)
        context.close()
    return {
        "an answer": answers,
        "the result": results,
        "an answer changed once there is a result": changes,
    }


class Clock:
    """Counts what the thread of a page works; who else is at work on the machine does not matter."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent(self, *pressed: str | int) -> tuple[float, float]:
        """Milliseconds of script, and of style and layout, that a press costs."""
        before = self._now()
        self.page.evaluate(PRESS, pressed)
        self.page.wait_for_timeout(50)
        after = self._now()
        script, style, layout = (1000 * (after[n] - before[n]) for n in _COUNTED)
        return script, style + layout

    def _now(self) -> dict[str, float]:
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return {metric["name"]: metric["value"] for metric in metrics}


_COUNTED = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")


def _check(page: Page) -> None:
    """Something was measured only if every scale has its score."""
    if (scored := page.evaluate(SCORED)) != SCALES:
        raise RuntimeError(f"{scored} of {SCALES} scales were scored")


def _figures(ms: Sequence[float]) -> tuple[float, float]:
    return median(ms), _high(ms)


def _high(ms: Sequence[float]) -> float:
    return sorted(ms)[round(0.95 * (len(ms) - 1))]


if __name__ == "__main__":
    with sync_playwright() as playwright:
        print(measure(playwright.chromium.launch(**launch_options())))
