"""The browser that the tests drive, the site that it shows, and what must never happen there."""

from collections.abc import Iterator
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, expect

from guidebook.book.book import Book
from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from scripts.browser import BrowserMissingError, launch_options
from tests.browser.serve import Site, serving
from tests.browser.watch import Watch
from tests.browser.widget import LISTEN
from tests.project import REPOSITORY

TIMEOUT = 60_000
"""Milliseconds. Nothing here is timed: a busy machine may take as long as it needs."""
expect.set_options(timeout=TIMEOUT)
SETTLE = """new MutationObserver((changes) => {
  for (const { target } of changes) delete target.dataset.settling;
}).observe(document, { attributes: true, attributeFilter: ["data-settling"], subtree: true });"""
"""Ends the half second in which a widget takes no second press: a test would wait for it at every step."""
WATCHES: dict[BrowserContext, Watch] = {}
"""The watch of each context that is open."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Chromium as `make test` found it; without one the run ends here, and says what to do."""
    try:
        return browser_type_launch_args | launch_options()
    except BrowserMissingError as missing:
        pytest.exit(str(missing), returncode=1)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """The browser keeps no copy of the book, which takes a while, but where a test is marked otherwise."""
    return browser_context_args | {"service_workers": "block"}


@pytest.fixture
def context(request: pytest.FixtureRequest, context: BrowserContext) -> Iterator[BrowserContext]:
    """Every test's browser: afterwards nothing went wrong unseen, left the machine or stayed on it."""
    watch = WATCHES[context] = Watch(context)
    context.set_default_timeout(TIMEOUT)
    context.add_init_script(LISTEN)
    if not request.node.get_closest_marker("settles"):
        context.add_init_script(SETTLE)
    yield context
    del WATCHES[context]
    assert watch.faults() == []


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    """Where a test says what it expects to stay on the device."""
    return WATCHES[context]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The repository's own site, built strictly and served at the address it was built for."""
    with serving(tmp_path_factory.mktemp("site")) as site:
        config = load_config(
            str(REPOSITORY / "mkdocs.yml"),
            strict=True,
            site_dir=str(site.folder),
            site_url=site.address,  # without one there is no instant navigation
        )
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        yield site


@pytest.fixture(scope="session")
def quizzes() -> dict[str, ScalesQuiz]:
    """The repository's self-assessments, as the compiler sees them."""
    files = Book(REPOSITORY).quizzes
    return {n: q.compiled for n, q in files.items() if isinstance(q.compiled, ScalesQuiz)}
