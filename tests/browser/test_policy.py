"""A reader's whole journey under the site's policy: nothing of the site is refused, and all else is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.publishing import headers
from tests.browser.answers import mixed
from tests.browser.pages import assessment
from tests.browser.schedule import Week
from tests.browser.serve import Site, serving
from tests.browser.test_example_form import Form
from tests.browser.test_my_results import results
from tests.browser.test_tree import Tree, way_to
from tests.browser.until import until
from tests.browser.watch import Watch
from tests.browser.widget import Widget
from tests.trees import outcomes

NAME = "who-runs-my-day"
ELSEWHERE = "https://127.0.0.2/"
HOSTS = ("reads no headers", "reads the headers")
TELL = """document.addEventListener("securitypolicyviolation", (e) =>
  refused(`${e.effectiveDirective} ${e.blockedURI} ${e.sample} at ${e.sourceFile}:${e.lineNumber}`));"""
INTRUDERS = {
    "a script": ("script-src-elem", "add('script', { text: 'window.ran = true' })"),
    "a script from elsewhere": ("script-src-elem", f"add('script', {{ src: '{ELSEWHERE}a.js' }})"),
    "a handler": (
        "script-src-attr",
        "const p = add('p', {}); p.setAttribute('onclick', 'ran = true'); p.click()",
    ),
    "text made into a script": ("script-src", "setTimeout('window.ran = true')"),
    "a style sheet": ("style-src-elem", "add('style', { textContent: 'body { display: none }' })"),
    "a style": ("style-src-attr", "document.body.setAttribute('style', 'display: none')"),
    "a picture from elsewhere": ("img-src", f"add('img', {{ src: '{ELSEWHERE}a.png' }})"),
    "a word to elsewhere": ("connect-src", f"navigator.sendBeacon('{ELSEWHERE}', 'my answers')"),
    "a frame": ("frame-src", "add('iframe', { src: '/help/' })"),
    "a form": ("form-action", f"add('form', {{ action: '{ELSEWHERE}' }}).submit()"),
    "another base": ("base-uri", f"document.head.append(add('base', {{ href: '{ELSEWHERE}' }}))"),
}
"""What somebody might get into a page → what of the policy stops it, and how it gets there."""
SLIP_IN = """() => new Promise((done, fail) => {{
  const add = (name, given) => {{
    const element = Object.assign(document.createElement(name), given);
    document.body.append(element);
    return element;
  }};
  document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
  setTimeout(() => fail(new Error("nobody minded")), 30_000);
  {};
}})"""


class Reader:
    """Somebody on the site, one step after the other."""

    def __init__(self, page: Page, site: Site, quizzes: dict[str, ScalesQuiz]) -> None:
        self.page, self.site, self.quizzes = page, site, quizzes
        self.widget = Widget(page, quizzes[NAME])

    def open(self, path: str) -> None:
        self.page.goto(self.site.address + path)

    def arrives(self) -> None:
        self.open("")
        self.page.wait_for_load_state("networkidle")
        self.page.evaluate("window.stayed = true")

    def keeps_the_book(self) -> None:
        """From here on the pages come from the service worker."""
        until(self.page, "() => navigator.serviceWorker.controller")
        until(self.page, f"async () => (await caches.has('guidebook {self.site.address}'))")

    def searches(self) -> None:
        self.page.get_by_role("textbox", name="Search").click()
        self.page.keyboard.type("nasty comments")
        self.page.get_by_role("search").get_by_role("link").first.wait_for()
        self.page.keyboard.press("Escape")

    def goes_on_without_a_reload(self) -> None:
        self.page.get_by_role("link", name="Exposing vulnerabilities").first.click()
        self.page.wait_for_url("**/exposing-vulnerabilities/")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(
            "Exposing vulnerabilities"
        )
        assert self.page.evaluate("window.stayed")

    def goes_back_and_forward(self) -> None:
        self.page.go_back()
        expect(self.page.get_by_role("heading", level=1)).not_to_contain_text("Exposing")
        self.page.go_forward()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(
            "Exposing vulnerabilities"
        )

    def looks_at_a_source(self) -> None:
        self.open("about/method/")
        fold = self.page.locator("details.research").first
        fold.locator("summary").click()
        expect(fold.locator(".research__sources a").first).to_be_visible()

    def opens_what_is_folded(self) -> None:
        self.open(assessment(NAME))
        self.widget.wait()
        fold = self.page.locator("details.quiz__why").first
        fold.locator("summary").click()
        expect(fold).to_have_attribute("open", "")

    def takes_a_quiz(self) -> None:
        self.open(assessment(NAME))
        self.widget.wait()
        self.widget.answer(mixed(self.widget.quiz))
        self.widget.see()
        expect(self.widget.result).to_be_focused()

    def copies_the_result(self) -> None:
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.widget.result.get_by_role("button", name="Copy as text").click()
        expect(self.widget.result.get_by_text("Copied.")).to_be_visible()

    def remembers_it(self) -> None:
        self.widget.result.get_by_label("Remember on this device").check()
        assert self.page.evaluate("'guidebook /' in localStorage")

    def prints_it(self) -> None:
        self.page.emulate_media(media="print")
        expect(self.widget.see_result).to_be_hidden()
        self.page.emulate_media(media="screen")

    def looks_at_the_results(self) -> None:
        shown = results(self.page, self.site)
        expect(shown.get_by_role("heading", name="Who runs my day?")).to_be_visible()

    def saves_brings_back_and_deletes_them(self) -> None:
        with self.page.expect_download() as saved:
            self.page.get_by_role("button", name="Save as a file").click()
        file = saved.value.path().read_bytes()
        payload: Any = {"name": "a.json", "mimeType": "application/json", "buffer": file}
        self.page.get_by_label("Bring back from a file").set_input_files(payload)
        expect(self.page.get_by_text("What was in the file is here now.")).to_be_visible()
        self.page.get_by_role("button", name="Delete everything").click()

    def plans_a_week(self) -> None:
        week = Week(self.page, self.site).open().set("My visit", "08:15", 20)
        week.show.click()
        assert week.file().startswith(b"BEGIN:VCALENDAR")
        week.again.click()

    def decides_about_a_comment(self) -> None:
        tree = Tree(self.page, self.site)
        tree.take(way_to(next(iter(outcomes()))))

    def sees_the_way_out(self) -> None:
        way_out = self.page.get_by_role("link", name="Exit this page", exact=True)
        self.page.mouse.wheel(0, 3000)
        until(self.page, "() => scrollY > 500")
        expect(way_out).to_be_in_viewport()

    def writes_an_example(self) -> None:
        form = Form(self.page, self.site, "contribute/add-your-example/")
        form.fill(chapter="Toxic negativity").show.click()
        expect(form.result).to_be_focused()

    def reads_another_language(self) -> None:
        self.open("zh/")
        self.page.get_by_role("link", name="停不下来的互动").first.click()
        self.page.wait_for_url("**/zh/hyper-active-engagement/")
        expect(self.page.locator("quiz-scales:defined").first).to_be_visible()

    def loses_the_way(self) -> None:
        self.open("404.html")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def comes_straight_to_a_deep_page_at_night(self) -> None:
        self.page.emulate_media(color_scheme="dark")
        self.open(assessment("am-i-oversharing"))
        Widget(self.page, self.quizzes["am-i-oversharing"]).wait()

    def reads_the_whole_book(self) -> None:
        self.open("whole-book/")
        self.page.wait_for_load_state("networkidle")


JOURNEY: tuple[Callable[[Reader], None], ...] = (
    Reader.arrives,
    Reader.keeps_the_book,
    Reader.searches,
    Reader.goes_on_without_a_reload,
    Reader.goes_back_and_forward,
    Reader.looks_at_a_source,
    Reader.opens_what_is_folded,
    Reader.takes_a_quiz,
    Reader.copies_the_result,
    Reader.remembers_it,
    Reader.prints_it,
    Reader.looks_at_the_results,
    Reader.saves_brings_back_and_deletes_them,
    Reader.plans_a_week,
    Reader.decides_about_a_comment,
    Reader.sees_the_way_out,
    Reader.writes_an_example,
    Reader.reads_another_language,
    Reader.loses_the_way,
    Reader.comes_straight_to_a_deep_page_at_night,
    Reader.reads_the_whole_book,
)


@pytest.fixture(params=HOSTS)
def hosted(site: Site, request: pytest.FixtureRequest) -> Iterator[Site]:
    """The book, on a host that has only what its pages say, and on one that reads its headers."""
    if request.param == HOSTS[1]:
        site.rules.update(said(site))
    yield site
    site.rules.clear()


def said(site: Site) -> headers.Rules:
    """What the site asks its host to say."""
    return headers.read((site.folder / headers.FILE).read_text(encoding="utf-8"))


@pytest.fixture
def refused(context: BrowserContext) -> list[str]:
    """Fills up with what the policy refuses."""
    noted: list[str] = []

    def note(what: str) -> None:
        noted.append(what)

    context.expose_function("refused", note)
    context.add_init_script(TELL)
    return noted


@pytest.mark.browser_context_args(service_workers="allow")
def test_a_journey_through_the_site_meets_no_refusal(
    page: Page, hosted: Site, quizzes: dict[str, ScalesQuiz], refused: list[str], watch: Watch
) -> None:
    watch.expect(f"cache guidebook {hosted.address}", f"worker {hosted.address}")
    reader = Reader(page, hosted, quizzes)
    for step in JOURNEY:
        step(reader)
        assert refused == [], step.__name__


@pytest.mark.sample(3)
@pytest.mark.parametrize("intruder", INTRUDERS)
def test_what_slips_into_a_page_stays_dead(browser: Browser, site: Site, intruder: str) -> None:
    directive, act = INTRUDERS[intruder]
    with browser.new_page() as page:  # its console is full of refusals, as it should be
        page.goto(site.address + "help/")

        assert page.evaluate(SLIP_IN.format(act)) == directive
        assert page.evaluate("[window.ran, getComputedStyle(document.body).display]") == [
            None,
            "flex",
        ]


def test_no_other_site_can_show_a_page_as_a_part_of_its_own(browser: Browser, site: Site) -> None:
    with serving(site.folder) as hosted, browser.new_page() as page:
        hosted.rules.update(said(site))

        page.set_content(f'<iframe src="{hosted.address}help/">', wait_until="networkidle")

        assert [f.url for f in page.frames[1:]] == ["chrome-error://chromewebdata/"]


def test_no_other_site_learns_where_a_reader_comes_from(page: Page, site: Site) -> None:
    page.goto(site.address + "help/")

    with page.expect_request(site.address + "about/limits/") as asked:
        page.evaluate("location.href = '../about/limits/'")
    page.wait_for_url("**/about/limits/")

    assert "referer" not in asked.value.all_headers()
