"""How many readers one small server can take, and what a visit sends.

    PYTHONPATH=hooks .venv/bin/python -m bench.load [SITE]

Serves the book, or a site that is built already, with the nginx of deploy/nginx.conf, and asks for its
pages as fast as it can: every page in turn, several times over, so that whatever else the machine does
falls on all alike. The last row, a page of one line, says what this nginx can do here at all. Then a
browser visits twice, and nginx counts what it sends. The tables go to bench/load.md too.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Literal

from playwright.sync_api import BrowserContext, sync_playwright

from bench.nginx import Answer, Server, nginx
from bench.site import CACHE, own_site
from bench.table import table
from scripts import debian
from scripts.browser import launch_options
from scripts.publish import publish

REPORT = Path(__file__).with_name("load.md")
NEEDED = {"nginx": "nginx", "wrk": "wrk", "brotli": "brotli"}
"""Program → Debian's package."""
ROUNDS = 9
AT_ONCE = 16
LINE = "one-line/"
PAGES = {
    "home": "",
    "chapter": "hyper-active-engagement/",
    "self-assessment": "self-assessments/who-runs-my-day/",
}
CHAPTER, QUIZ = PAGES["chapter"], PAGES["self-assessment"]
WAYS: dict[str, tuple[tuple[str, ...], Literal["allow", "block"]]] = {
    "home": (("",), "allow"),
    "home, a chapter, its self-assessment": (("", CHAPTER, QUIZ), "allow"),
    "the same, where the book is not kept": (("", CHAPTER, QUIZ), "block"),
}
"""A visit → the pages opened in it, one after the other, and whether the book may be kept for offline."""


def main(built: Path | None) -> None:
    """Measure, print and keep the tables."""
    _need()
    published = CACHE / "published"
    with own_site(built) as site:
        publish(site.folder, published)
    line = published / "site" / LINE
    line.mkdir(exist_ok=True)
    (line / "index.html").write_text("<!doctype html><title>-</title>One line.\n", encoding="utf-8")
    (line / "index.html.br").write_bytes(b"as small as pages get; nobody unpacks it")
    text = "\n".join(
        [
            f"# Load\n\n{_conditions()}\n",
            "## Answers a second\n",
            _speeds(published),
            "## What a visit sends\n",
            _visits(published),
        ]
    )
    REPORT.write_text(text, encoding="utf-8")
    print(text)


def _need() -> None:
    missing = [name for name in NEEDED if not shutil.which(name)]
    packages = [*(NEEDED[name] for name in missing), "libnginx-mod-http-brotli-static"]
    if missing:
        debian.install(packages, " and ".join(missing))
    if missing := [name for name in NEEDED if not shutil.which(name)]:
        sys.exit(
            f"Missing: {', '.join(missing)}. On Debian or Ubuntu: sudo apt-get install {' '.join(packages)}"
        )


def _conditions() -> str:
    version = subprocess.run(["nginx", "-v"], check=True, capture_output=True, text=True).stderr
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {version.split('/')[1].strip()} as the version "
        f"of nginx, one worker, {os.cpu_count()} processors. wrk and the server share one machine, whose "
        "other work was not stopped: "
        f"the medians of {ROUNDS} rounds of a second each, in turn, {AT_ONCE} connections at once, Brotli."
    )


def _speeds(published: Path) -> str:
    site = published / "site"
    asset = next((site / "assets").glob("**/main.*.min.css")).relative_to(site).as_posix()
    paths = {**PAGES, "hashed style sheet": asset, "a page of one line": LINE}
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in paths}
    with nginx(published, CACHE / "nginx") as server:
        for n in range(ROUNDS):
            names = list(paths)
            for name in (
                names[n % len(names) :] + names[: n % len(names)]
            ):  # none is always the last
                rounds[name].append(_fire(server.address + paths[name]))
    found = {
        name: {key: median(one[key] for one in all_of) for key in all_of[0]}
        for name, all_of in rounds.items()
    }
    ceiling = rounds["a page of one line"]
    rows = []
    for name, f in found.items():
        shares = (
            one["speed"] / top["speed"] for one, top in zip(rounds[name], ceiling, strict=True)
        )
        figures = round(f["speed"]), median(shares), f["p50"], f["p99"]
        rows.append((name, _sent(site / paths[name]), *figures))
    head = ("asked for", "bytes", "answers a second", "share of one line", "p50 ms", "p99 ms")
    return table(head, rows)


def _sent(file: Path) -> int:
    """The bytes of a file as it is sent, without the head of the answer."""
    file = file / "index.html" if file.is_dir() else file
    pressed = file.with_name(f"{file.name}.br")
    return (pressed if pressed.exists() else file).stat().st_size


def _fire(address: str) -> dict[str, float]:
    """One run of wrk: answers a second, and how long half of them and all but one in a hundred took."""
    command = [
        "wrk",
        "--threads=1",
        f"--connections={AT_ONCE}",
        "--duration=1s",
        "--latency",
    ]
    command += ["--header=Accept-Encoding: br", address]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(said)
    speed = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert speed
    return {"speed": float(speed[1]), "p50": _latency("50", said), "p99": _latency("99", said)}


def _latency(share: str, said: str) -> float:
    found = re.search(rf"^\s+{share}%\s+([\d.]+)(us|ms|s)$", said, re.MULTILINE)
    assert found
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]]


def _visits(published: Path) -> str:
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for form in ("Brotli", "gzip"):
            for way, (paths, workers) in WAYS.items():
                work = CACHE / "nginx"
                with nginx(published, work, log=True, brotli=form == "Brotli") as server:
                    context = browser.new_context(service_workers=workers)
                    first = _visit(context, server, paths)
                    both = _visit(context, server, paths)
                    context.close()
                second = both[len(first) :]
                rows.append((f"{way} ({form})", *_count(first), *_count(second)))
        browser.close()
    head = ("visit", "requests", "bytes", "requests, next time", "bytes, next time")
    return table(head, rows)


def _visit(context: BrowserContext, server: Server, paths: tuple[str, ...]) -> list[Answer]:
    """All that was sent until the end of this visit."""
    page = context.new_page()
    for path in paths:
        page.goto(server.address + path, wait_until="networkidle")
    found = server.answers()
    page.close()
    return found


def _count(answers: list[Answer]) -> tuple[int, int]:
    return len(answers), sum(answer.size for answer in answers)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None)
