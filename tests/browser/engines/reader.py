"""Somebody at a browser, whichever it is: sees roles and names, moves a mouse, presses keys."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.browser.serve import Site
from tests.browser.widget import SETTLED

TIMEOUT = 20
"""Seconds after which a reader takes a page for broken. Only a fault makes anybody wait so long."""
TABS = 80
"""So many presses of Tab lead through any page of the book."""

SAFEKEEPING = """<script>
addEventListener("quiz:scored", ({ detail }) => (window.heard ??= []).push(detail));
const faults = (...words) =>
  sessionStorage.setItem("faults", (sessionStorage.getItem("faults") ?? "") + words.join(" ") + "\\n");
addEventListener("error", ({ message, target }) => {
  if (["prefetch", "next"].includes(target.rel)) return; // asked for in advance and not needed after all
  faults(message ?? `not loaded: ${target.src ?? target.href}`);
}, true);
addEventListener("unhandledrejection", (event) => faults(event.reason));
console.error = faults;
</script>"""
"""Goes into every page before anything of its own: keeps what the widgets say, and every fault."""


def listen(site: Site) -> None:
    """Put the ears into a built site; drivers of WebDriver have none that all engines share."""
    for file in site.folder.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        file.write_text(html.replace("<head>", f"<head>{SAFEKEEPING}", 1), encoding="utf-8")


class Reader:
    """Reads a site in one browser."""

    def __init__(self, driver: WebDriver, site: Site) -> None:
        self.driver = driver
        self._site = site

    @property
    def path(self) -> str:
        """Where on the site; with a question mark, if answers went into the address."""
        address: str = self.driver.current_url
        return address.removeprefix(self._site.address)

    def open(self, path: str) -> None:
        self.driver.get(self._site.address + path)

    def arrive(self, path: str) -> None:
        """Wait until the page of that path is here."""
        self.wait_until(lambda: self.path == path, f"at {path!r}, not {self.path!r}")
        whole = (
            "return document.readyState === 'complete'"  # else leaving it breaks off what it loads
        )
        self.wait_until(lambda: self.ask(whole), f"all of {path!r}")

    def find(self, selector: str) -> WebElement:
        """The first element of a page that fits, once there is one."""
        self.wait_until(lambda: self.all(selector), selector)
        return self.all(selector)[0]

    def all(self, selector: str) -> list[WebElement]:
        return list(self.driver.find_elements(By.CSS_SELECTOR, selector))

    def link(self, name: str, within: str) -> WebElement:
        """The first of that name in a part of the page."""
        return next(self.named("link", name, f"{within} a"))

    def button(self, name: str) -> WebElement:
        return next(self.named("button", name, ".quiz button"))

    def group(self, name: str) -> WebElement:
        """A question. In WebKitGTK its number is part of the name, CSS alternative text or not."""
        groups = (it for it in self.all("fieldset") if it.accessible_name.endswith(name))
        return next(it for it in groups if it.aria_role == "group")

    def radio(self, group: str, label: str) -> WebElement:
        """An answer, by its label and the name of its group."""
        inputs = self.group(group).find_elements(By.CSS_SELECTOR, "input")
        return next(it for it in inputs if is_named(it, "radio", label))

    def named(self, role: str, name: str, selector: str) -> Iterator[WebElement]:
        """The elements of this role and name, as the engine tells them to a screen reader."""
        return (it for it in self.all(selector) if is_seen(it) and is_named(it, role, name))

    def click(self, element: WebElement) -> None:
        """A press, once the page has settled after the one before."""
        self.bring_up(element)
        element.click()

    def bring_up(self, element: WebElement) -> None:
        """To the middle of the screen: a driver sees no harm in an element below the page's header."""
        self.settle()
        self.ask("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element)

    def settle(self) -> None:
        """Wait until a press would count as one of its own."""
        self.wait_until(lambda: self.ask(f"return ({SETTLED})()"), "a moment's rest")

    def press(self, *keys: str) -> None:
        """One after the other, wherever the focus is."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def tab_to(self, is_it: Callable[[WebElement], bool]) -> WebElement:
        """Press Tab until the focus is there; a reader would lose patience too."""
        for _ in range(TABS):
            self.press(Keys.TAB)
            if is_it(self.focus):
                return self.focus
        raise AssertionError("Tab never leads there")

    @contextmanager
    def another_tab(self) -> Iterator[None]:
        """In the same browser; it is closed again."""
        first = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        yield
        self.driver.close()
        self.driver.switch_to.window(first)

    @property
    def focus(self) -> WebElement:
        return self.driver.switch_to.active_element

    def ask(self, script: str, *arguments: Any) -> Any:
        """What a script of the test's own finds in the page; works where the page's scripts may not."""
        return self.driver.execute_script(script, *arguments)

    def heard(self) -> list[Any]:
        """What the widgets have said since the page was opened."""
        return list(self.ask("return window.heard ?? []"))

    def faults(self) -> str:
        """Every fault since this was last asked."""
        script = (
            "try { return sessionStorage.getItem('faults') } finally { sessionStorage.clear() }"
        )
        return self.ask(script) or ""

    def wait_until(self, is_so: Callable[[], Any], what: str) -> None:
        until = time.monotonic() + TIMEOUT
        while not is_so():
            assert time.monotonic() < until, f"never came: {what}"
            time.sleep(0.02)


def is_named(element: WebElement, role: str, name: str) -> bool:
    return bool(element.aria_role == role and element.accessible_name == name)


def is_seen(element: WebElement) -> bool:
    return bool(element.is_displayed())


def says(element: WebElement) -> str:
    """What can be read in it, on one line."""
    return " ".join(element.text.split())
