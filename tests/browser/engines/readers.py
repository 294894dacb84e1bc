"""A reader in each engine, with script and without: a plugin that `make test-engines` gives to pytest."""

from collections.abc import Iterator

import pytest

from tests.browser.engines.reader import Reader, listen
from tests.browser.engines.start import ENGINES
from tests.browser.serve import Site


@pytest.fixture(scope="session")
def heard_site(site: Site) -> Site:
    listen(site)
    return site


@pytest.fixture(scope="session", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, heard_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    with ENGINES[request.param](tmp_path_factory.mktemp("profile"), script=True) as driver:
        yield Reader(driver, heard_site)


@pytest.fixture
def reader(engine: Reader) -> Iterator[Reader]:
    """Afterwards no script went wrong, and the tab has forgotten what it kept."""
    yield engine
    assert engine.faults() == ""


@pytest.fixture(scope="session", params=ENGINES)
def without_script(
    request: pytest.FixtureRequest, heard_site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    with ENGINES[request.param](tmp_path_factory.mktemp("profile"), script=False) as driver:
        yield Reader(driver, heard_site)
