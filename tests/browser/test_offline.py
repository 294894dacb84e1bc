"""After one visit the whole book works without a network, until the reader says no."""

import re
import shutil
import socket
import time
from contextlib import ExitStack
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.publishing.offline import files
from tests.browser.answers import mixed
from tests.browser.expected import outcome
from tests.browser.pages import KINDS, assessment
from tests.browser.serve import Site, serving
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget

pytestmark = pytest.mark.browser_context_args(service_workers="allow")
NAME = "who-runs-my-day"
EIGHTHS = 8
"""Of the pages, for a sample to take one."""
SWITCH = "Keep the book on this device, to read it without a network"


@pytest.fixture
def stack() -> Any:
    """Closing it takes the site off the network."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def here(stack: ExitStack, site: Site, watch: Watch) -> Site:
    """The book on a server of its own."""
    here = stack.enter_context(serving(site.folder))
    watch.expect(f"cache guidebook {here.address}", f"worker {here.address}")
    return here


def visit(page: Page, site: Site, path: str = "") -> None:
    """Open a page and stay until the browser keeps the book."""
    page.goto(site.address + path)
    until(page, "() => navigator.serviceWorker.controller")


def cached(page: Page, site: Site) -> dict[str, int]:
    """What the browser keeps, by its path, and its length."""
    found: dict[str, int] = page.evaluate(
        """async (site) => {
          const cache = await caches.open(`guidebook ${site}`);
          const all = (await cache.keys()).map(async (key) => {
            const path = key.url.slice(site.length).replace(/\\?.*/, "");
            return [path, (await (await cache.match(key)).arrayBuffer()).byteLength];
          });
          return Object.fromEntries(await Promise.all(all));
        }""",
        site.address,
    )
    return found


def size(site: Site, path: str) -> int:
    file = site.folder / path
    return (file / "index.html" if file.is_dir() else file).stat().st_size


@pytest.mark.parametrize("part", range(EIGHTHS))
def test_every_page_opens_without_a_network(
    page: Page, stack: ExitStack, here: Site, part: int
) -> None:
    visit(page, here)
    stack.close()

    for path in [path for path in here.pages if path != "404.html"][part::EIGHTHS]:
        page.goto(here.address + path)
        (heading,) = re.findall(r"<h1[^>]*>(.*?)<", here.html(path))
        expect(page.get_by_role("heading", level=1)).to_contain_text(unescape(heading))


def test_without_a_network_a_self_assessment_is_taken_a_plan_made_and_the_search_finds(
    page: Page, stack: ExitStack, here: Site, quizzes: dict[str, ScalesQuiz]
) -> None:
    visit(page, here)
    stack.close()
    page.goto(here.address + "self-assessments/")
    page.get_by_role("article").get_by_role("link", name="Who runs my day?").click()
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    answers = mixed(widget.quiz)
    widget.set(answers)
    widget.see()
    expect(widget.result).to_be_visible()
    assert [d["scores"] for d in widget.heard()] == [outcome(widget.quiz, answers).detail]

    page.goto(here.address + "tools/plan-my-week/")
    page.locator("quiz-schedule:defined").wait_for()
    page.get_by_role("button", name="Show my plan").click()
    expect(page.get_by_role("region", name="Your plan")).to_be_visible()

    page.goto(here.address)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("nasty comments")
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()


def silent_at(port: int) -> socket.socket:
    """Something that takes calls at a port and never answers, once nobody else has the port."""
    for _ in range(60):
        try:
            return socket.create_server(("127.0.0.1", port))
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"somebody else keeps port {port}")


def test_a_network_that_never_answers_is_not_waited_for(
    page: Page, stack: ExitStack, here: Site
) -> None:
    visit(page, here)
    stack.close()

    with silent_at(urlsplit(here.address).port or 0):
        page.goto(here.address + "help/")

        expect(page.get_by_role("heading", name="Help", level=1)).to_be_visible()


def test_all_of_the_book_is_kept_whichever_page_was_read(page: Page, here: Site) -> None:
    visit(page, here, "about/privacy/")
    first = cached(page, here)
    for path in ("my-results/", "toxic-negativity/"):
        page.goto(here.address + path)

    assert cached(page, here) == first
    assert first == {path: size(here, path) for path in files(here.folder)}


@pytest.mark.parametrize("kind", ["help", "self-assessment with a gate"])
def test_a_visit_that_begins_at_a_page_with_a_way_out_keeps_nothing(
    page: Page, here: Site, kind: str
) -> None:
    visit_idly(page, here, KINDS[kind])

    assert stored(page) == [0, 0]


def test_a_device_that_saves_data_fetches_nothing_unasked(page: Page, here: Site) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )

    visit_idly(page, here)

    assert stored(page) == [0, 0]


def visit_idly(page: Page, site: Site, path: str = "") -> None:
    """Open a page and stay until the browser has nothing left to do."""
    page.goto(site.address + path, wait_until="networkidle")
    page.evaluate("new Promise((done) => requestIdleCallback(done))")


def test_the_way_out_leads_out_and_back_does_not_show_the_page(page: Page, here: Site) -> None:
    out = "**/self-assessments/"
    visit(page, here)
    page.goto(here.address + "toxic-negativity/")
    page.locator("exit-page:defined").wait_for()
    page.locator("exit-page a").evaluate("(link, to) => (link.href = to)", here.address + out[3:])
    page.get_by_role("link", name="Exit this page", exact=True).click()
    page.wait_for_url(out)

    page.go_back()

    page.wait_for_url(here.address)
    assert page.evaluate("Object.keys(sessionStorage)") == ["guidebook-left"]


def stored(page: Page) -> list[int]:
    """How many workers and how many caches there are."""
    found: list[int] = page.evaluate(
        """async () => [
          (await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]"""
    )
    return found


def test_the_pages_that_a_reader_opens_are_asked_for_before_those_that_are_kept(
    page: Page, here: Site
) -> None:
    visit(page, here)

    before: list[str] = page.evaluate(
        """() => {
          const [{ loadEventStart }] = performance.getEntriesByType("navigation");
          const files = performance.getEntriesByType("resource");
          return files.filter(({ startTime }) => startTime < loadEventStart).map(({ name }) => name);
        }"""
    )

    names = " ".join(before).replace(here.address, "")
    assert re.search(r"\bwidgets/loader\.\w{8}\.js", names)
    assert "offline/cache." not in names


# The switch


def say_no(page: Page) -> None:
    """Take the tick away. Until its script has come, the box has none."""
    box = page.get_by_label(SWITCH)
    expect(box).to_be_checked()
    box.uncheck()


def test_without_the_tick_the_copy_goes_and_with_it_comes_back(
    page: Page, here: Site, watch: Watch
) -> None:
    watch.expect("localStorage guidebook-offline /")
    is_here = page.get_by_text("The whole book is on this device now.")
    is_gone = page.get_by_text("The book is not kept on this device.")
    visit(page, here, "about/privacy/")
    expect(is_here).to_be_visible()

    say_no(page)

    expect(is_gone).to_be_visible()
    page.goto(here.address, wait_until="networkidle")
    page.goto(here.address + "about/privacy/", wait_until="networkidle")
    expect(is_gone).to_be_visible()
    assert stored(page) == [0, 0]
    assert page.evaluate("Object.entries(localStorage)") == [["guidebook-offline /", "no"]]

    page.get_by_label(SWITCH).check()

    expect(is_here).to_be_visible()
    until(
        page,
        "async ([site, files]) => (await (await caches.open(`guidebook ${site}`)).keys()).length === files",
        [here.address, len(files(here.folder))],
    )
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.sample(0)
def test_a_no_to_one_copy_on_a_host_is_no_word_to_another(
    page: Page, site: Site, watch: Watch, tmp_path: Path
) -> None:
    for copy in ("one", "two"):
        (tmp_path / copy).symlink_to(site.folder, target_is_directory=True)
    with serving(tmp_path) as host:
        watch.expect(*(f"{what} {host.address}two/" for what in ("cache guidebook", "worker")))
        watch.expect("localStorage guidebook-offline /one/", "localStorage guidebook-offline /two/")
        watch.expect("localStorage guidebook-offline")
        page.goto(host.address + "one/about/privacy/")
        say_no(page)
        expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()

        page.goto(host.address + "two/about/privacy/")

        say_no(page)
        expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()
        page.evaluate(
            "localStorage.clear(); localStorage['guidebook-offline'] = 'no'"
        )  # as it once was
        page.reload(wait_until="networkidle")
        expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()
        page.get_by_label(SWITCH).check()
        expect(page.get_by_text("The whole book is on this device now.")).to_be_visible()
        page.reload(wait_until="networkidle")
        expect(page.get_by_label(SWITCH)).to_be_checked()


@pytest.mark.sample(0)
def test_answers_outlive_the_switch(
    page: Page, here: Site, watch: Watch, quizzes: dict[str, ScalesQuiz]
) -> None:
    watch.expect("localStorage guidebook-offline /")
    visit(page, here, assessment(NAME))
    widget = Widget(page, quizzes[NAME])
    widget.wait()
    answers = mixed(widget.quiz)
    widget.set(answers)
    page.goto(here.address + "about/privacy/")

    say_no(page)

    expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()
    page.goto(here.address + assessment(NAME))
    widget.wait()
    assert widget.chosen() == answers


def test_a_browser_that_keeps_nothing_says_so_and_works(page: Page, here: Site) -> None:
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto(here.address + "about/privacy/")
    expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()

    page.get_by_label(SWITCH).check()

    expect(page.get_by_text("This browser does not let us keep the book here.")).to_be_visible()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_the_page_says_that_nothing_is_kept(page: Page, site: Site) -> None:
    page.goto(site.address + "about/privacy/")

    expect(page.get_by_text("Without script, the book is not kept")).to_be_visible()
    expect(page.get_by_label(SWITCH)).to_be_hidden()


# What the network or a script has spoilt

POISON = "document.title = 'poisoned'"
SPOILT = {
    "another script": (r"widgets/quiz\.", POISON),
    "the page of a captive portal": (r"my-results/$", "<title>Log in to the network</title>"),
    "a file cut off": (r"widgets/results\.", "let $0"),
    "the script of the switch": (r"widgets/offline\.", POISON),
}
"""What lies in the cache in the place of a file → its path, and the words."""


def poison(page: Page, here: Site, path: str, words: str) -> str:
    """Put words in the place of a file that is kept, as a script of the same address could."""
    spoilt: str = page.evaluate(
        """async ([site, path, words]) => {
          const cache = await caches.open(`guidebook ${site}`);
          const clean = (url) => url.slice(site.length).replace(/\\?.*/, "");
          const key = (await cache.keys()).find(({ url }) => new RegExp(path).test(clean(url)));
          const type = key.url.includes(".js") ? "text/javascript" : "text/html";
          await cache.put(key, new Response(words, { headers: { "Content-Type": type } }));
          return key.url;
        }""",
        [here.address, path, words],
    )
    return spoilt


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_spoilt_is_never_shown_and_heals(page: Page, here: Site, what: str) -> None:
    visit(page, here)
    address = poison(page, here, *SPOILT[what])

    for path in (assessment(NAME), "my-results/", "about/privacy/"):
        page.goto(here.address + path)
        page.locator("[data-widget]:defined").first.wait_for(state="attached")
        assert "poisoned" not in page.title()

    restart(page)
    until(
        page,
        "async ([url, words]) => (await (await caches.match(url)).text()) !== words",
        [address, SPOILT[what][1]],
    )
    assert cached(page, here) == {path: size(here, path) for path in files(here.folder)}


def restart(page: Page) -> None:
    """End the worker, as a browser does after half a minute, and load a page, which starts it."""
    developer = page.context.new_cdp_session(page)
    developer.send("ServiceWorker.enable")
    developer.send("ServiceWorker.stopAllWorkers")
    page.reload()
    until(page, "() => navigator.serviceWorker.controller")


def test_the_switch_works_though_its_own_script_is_spoilt(
    page: Page, here: Site, watch: Watch
) -> None:
    watch.expect("localStorage guidebook-offline /")
    visit(page, here)
    poison(page, here, *SPOILT["the script of the switch"])
    page.goto(here.address + "about/privacy/")

    say_no(page)

    expect(page.get_by_text("The book is not kept on this device.")).to_be_visible()
    assert stored(page) == [0, 0]


@pytest.mark.parametrize("what", ["a captive portal", "files cut off", "another release"])
def test_a_network_that_gives_something_else_spoils_nothing_that_is_kept(
    page: Page, site: Site, copied: Site, watch: Watch, what: str
) -> None:
    watch.forgive("integrity", "net::ERR", "Failed to fetch")
    watch.forgive("in JSON", "inline style")  # so the theme answers a list that is cut off
    visit(page, copied)
    whole = cached(page, copied)
    page.evaluate(
        """async (site) =>
          (await caches.open(`guidebook ${site}`)).delete(`${site}help/`, { ignoreSearch: true })""",
        copied.address,
    )
    spoil(copied, what)
    restart(page)
    complete(page, went=False)

    assert cached(page, copied) == {path: whole[path] for path in whole if path != "help/"}
    shutil.copytree(site.folder, copied.folder, dirs_exist_ok=True)
    complete(page, went=True)
    assert cached(page, copied) == whole


@pytest.fixture
def copied(stack: ExitStack, site: Site, tmp_path: Path, watch: Watch) -> Site:
    """The book on a server of its own, from a folder that a test may change."""
    shutil.copytree(site.folder, tmp_path, dirs_exist_ok=True)
    copied = stack.enter_context(serving(tmp_path))
    watch.expect(f"cache guidebook {copied.address}", f"worker {copied.address}")
    return copied


def spoil(here: Site, what: str) -> None:
    """Have the server give something else for every file but its worker's."""
    for file in here.folder.rglob("*"):
        if not file.is_file() or file.name == "worker.js":
            continue
        if what == "a captive portal":
            file.write_text("<title>Log in to the network</title>")
        elif what == "files cut off":
            file.write_bytes(file.read_bytes()[:-9])
        else:
            file.write_bytes(file.read_bytes() + b"\n")


def complete(page: Page, *, went: bool) -> None:
    """Ask the worker to complete what is kept, as every page does, and hear how that went."""
    told = page.evaluate(
        """() => new Promise(async (done) => {
          navigator.serviceWorker.addEventListener("message", ({ data }) => done(data), { once: true });
          (await navigator.serviceWorker.ready).active.postMessage("complete");
        })"""
    )
    assert told is went


@pytest.mark.sample(0)
def test_on_a_full_disk_what_is_kept_stays_whole(page: Page, here: Site) -> None:
    visit(page, here)
    whole = cached(page, here)
    poison(page, here, *SPOILT["another script"])
    developer = page.context.new_cdp_session(page)
    quota = {"origin": here.address.removesuffix("/"), "quotaSize": 1}
    developer.send("Storage.overrideQuotaForOrigin", quota)
    restart(page)
    complete(page, went=False)
    page.goto(here.address + assessment(NAME))
    page.locator("quiz-scales:defined").wait_for(state="attached")
    assert page.title() != "poisoned"

    developer.send("Storage.overrideQuotaForOrigin", {"origin": quota["origin"]})
    complete(page, went=True)

    assert cached(page, here) == whole


def test_the_worker_is_small(site: Site) -> None:
    assert size(site, "worker.js") < 16_000
    assert not (Path(site.folder) / "offline/worker.mjs").exists()
