"""A reader's visit to a page in Chromium: what it fetches, and what a widget is used for."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error, Page, Response

from bench.serve import brotlied, gzipped

CODE = ("script", "stylesheet")


@dataclass(frozen=True)
class Fetched:
    """One file that a page asked for."""

    kind: str
    """As Chromium calls it: document, script, stylesheet, image, fetch…"""
    raw: bytes = field(repr=False)

    @property
    def brotli(self) -> int:
        """Bytes as a good host sends them; pictures are as small as they get."""
        return min(len(brotlied(self.raw)), len(self.raw))

    @property
    def gzip(self) -> int:
        """Bytes as any host sends them."""
        return min(len(gzipped(self.raw)), len(self.raw))


Visit = Mapping[str, Fetched]
"""Address → file, in the order of the visit."""

Act = Callable[[Page], None]
"""What the reader does once the page is there."""


READY = "() => [...document.querySelectorAll('[data-quiz],[data-widget]')].every((e) => e.matches(':defined'))"


def visit(browser: Browser, address: str, *acts: Act) -> Visit:
    """All that a first visit to a page fetches. What a service worker fetches comes later, and is not counted."""
    fetched: dict[str, Fetched] = {}
    answers: list[Response] = []
    with _new_page(browser) as page:
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 (Playwright marks it)
        page.goto(address, wait_until="networkidle")
        while not page.evaluate(READY):  # wait_for_function needs what the policy forbids
            page.wait_for_timeout(100)
        for act in acts:
            act(page)
            page.wait_for_timeout(300)  # for what is fetched only now
        for answer in answers:
            if answer.ok and answer.url.startswith("http"):
                fetched[answer.url.partition("#")[0]] = Fetched(
                    answer.request.resource_type, _body(page, answer)
                )
    return fetched


def _body(page: Page, answer: Response) -> bytes:
    """What came; of what was fetched in advance the browser keeps nothing to show, so it is asked for again."""
    try:
        return answer.body()
    except Error:
        return page.request.get(answer.url).body()


@contextmanager
def _new_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, service_workers="block", accept_downloads=True
    )
    context.add_init_script("window.print = () => {}; navigator.share = undefined;")
    yield context.new_page()
    context.close()


def code(visit: Visit, without: Visit | None = None) -> Visit:
    """The scripts and styles of a visit, less those of another."""
    return {
        address: file
        for address, file in visit.items()
        if file.kind in CODE and address not in (without or {})
    }


def take(page: Page) -> None:
    """Answer every question of the page's self-assessments with its first answer, and see the result."""
    page.evaluate("""() => {
      for (const quiz of document.querySelectorAll("quiz-scales")) {
        const gate = [...quiz.querySelectorAll("[name=gate]")];
        gate.find((input) => !("go" in input.dataset))?.click();
        for (const item of quiz.querySelectorAll("fieldset")) item.querySelector("[data-points]")?.click();
        quiz.querySelector("[data-see]").click();
      }
    }""")


def use_everything(page: Page) -> None:
    """Press and fill everything in the page's widgets, three times over, as no reader would."""
    for _ in range(3):
        page.evaluate("""() => {
          const widgets = document.querySelectorAll("[data-quiz],[data-widget]:not(exit-page)");
          for (const field of [...widgets].flatMap((e) => [...e.querySelectorAll("input,textarea,select,button")])) {
            if (field.disabled || field.type === "file") continue;
            if (field.matches("textarea,[type=text],[type=search]")) {
              field.value = "words";
              field.dispatchEvent(new Event("input", { bubbles: true }));
              field.dispatchEvent(new Event("change", { bubbles: true }));
            } else field.click();
          }
        }""")
        page.wait_for_timeout(300)
