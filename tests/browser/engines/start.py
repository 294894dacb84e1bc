"""The browsers that the journeys are made in, each started anew and all driven by Selenium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

from scripts import engines
from tests.browser.engines.marionette import Marionette

FORBIDDEN = 2
"""Chromium's word for what a page may not do."""


@contextmanager
def firefox(folder: Path, *, script: bool) -> Iterator[WebDriver]:
    marionette = Marionette(path("firefox"), folder, {"javascript.enabled": script})
    try:
        yield webdriver.Remote(marionette, options=webdriver.FirefoxOptions())
    finally:
        marionette.close()


@contextmanager
def webkit(_: Path, *, script: bool) -> Iterator[WebDriver]:
    options = webdriver.WebKitGTKOptions()
    options.add_argument("--automation")
    options.add_argument(f"--enable-javascript={str(script).upper()}")
    driver = webdriver.WebKitGTK(options, webdriver.WebKitGTKService(path("webkit")))
    try:
        yield driver
    finally:
        driver.quit()


@contextmanager
def chromium(folder: Path, *, script: bool) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = path("chromium")
    for argument in ("--headless", "--no-sandbox", f"--user-data-dir={folder}"):
        options.add_argument(argument)
    if not script:
        settings = {"profile.default_content_setting_values.javascript": FORBIDDEN}
        options.add_experimental_option("prefs", settings)
    driver = webdriver.Chrome(options, webdriver.ChromeService(path("chromium's driver")))
    try:
        yield driver
    finally:
        driver.quit()


ENGINES = {"firefox": firefox, "webkit": webkit, "chromium": chromium}


def path(what: str) -> str:
    """Where a program is, by what it is needed for."""
    found = engines.found(what)
    assert found, f"{what} is missing; `make test-engines` brings it in"
    return found
