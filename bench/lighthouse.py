"""Lighthouse's marks for the book, as on a phone: the mobile preset with its simulated network and processor.

    python -m bench.lighthouse [RUNS]

Medians of three runs. Besides the table, what each page was marked down for goes to bench/lighthouse/.
"""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from bench import installed
from bench.site import Site, own_site
from bench.table import table
from scripts.browser import launch_options

HERE = Path(__file__).resolve().parent
REPORTS = HERE / "lighthouse"
ASSESSMENT = "self-assessments/who-runs-my-day/"
PAGES = {
    "plain page": "about/article/",
    "home": "",
    "chapter": "hyper-active-engagement/",
    "self-assessment": ASSESSMENT,
    "result": ASSESSMENT,
    "tool": "tools/should-i-post/",
    "my results": "my-results/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SPEED = {
    "first-contentful-paint": "painted ms",
    "largest-contentful-paint": "largest ms",
    "total-blocking-time": "blocked ms",
    "cumulative-layout-shift": "shift",
}


def measure(site: Site, chromium: str, runs: int = 3) -> str:
    """The table; a line that says so if there is no Lighthouse."""
    if not installed.packages():
        return "Not measured: there is no npm here.\n"
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _ in range(runs):
        for line in _run(site, chromium):
            report = json.loads(line)
            found[report["name"]].append(report)
    REPORTS.mkdir(exist_ok=True)
    for name, reports in found.items():
        text = json.dumps(reports, indent=1, ensure_ascii=False) + "\n"
        (REPORTS / f"{name.replace(' ', '-')}.json").write_text(text, encoding="utf-8")
    head = ("page", *CATEGORIES, *SPEED.values())
    return table(head, [_row(name, reports) for name, reports in found.items()])


def _run(site: Site, chromium: str) -> list[str]:
    pages = [f"{name}={path}" for name, path in PAGES.items()]
    script = str(HERE / "lighthouse.mjs")
    command = ["node", script, str(installed.MODULES), chromium, site.address, *pages]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines()


def _row(name: str, reports: list[dict[str, Any]]) -> tuple[object, ...]:
    def middle(group: str, key: str) -> object:
        values = [report[group][key] for report in reports if report[group].get(key) is not None]
        return round(median(values), 3) if values else "–"

    marks = [middle("scores", category) for category in CATEGORIES]
    if name == "result":
        marks[0] = "–"  # nothing is loaded
    return (name, *map(_mark, marks), *(_mark(middle("speed", key)) for key in SPEED))


def _mark(value: object) -> object:
    if isinstance(value, float):
        return round(value) if value > 1 else f"{value:g}"
    return value


if __name__ == "__main__":
    with own_site() as site, sync_playwright() as playwright:
        own = launch_options().get("executable_path") or playwright.chromium.executable_path
        print(measure(site, own, *map(int, sys.argv[1:])))
