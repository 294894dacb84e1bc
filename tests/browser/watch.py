"""What must never happen while a reader is on the site, whatever else a test looks at."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

_HOME = "127.0.0.1"
_STORED = """async () => [
  ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
  ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
  ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
  ...(await caches.keys()).map((key) => `cache ${key}`),
  ...(await navigator.serviceWorker?.getRegistrations() ?? []).map(({ scope }) => `worker ${scope}`),
  ...document.cookie.split("; ").filter(Boolean).map((pair) => `cookie ${pair}`),
]"""


class Watch:
    """Notes every script error, every word to another computer and everything left on the device."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self._seen: list[str] = []
        self._expected = {
            "sessionStorage guidebook /",
            "sessionStorage guidebook-left",
        }  # of the tab
        self._forgiven: tuple[str, ...] = ()
        context.on("weberror", self._on_error)
        context.on("console", self._on_console)
        context.on("request", self._on_request)

    def expect(self, *entries: str) -> None:
        """Let these be stored, as in `localStorage guidebook`: the reader has asked for it."""
        self._expected.update(entries)

    def forgive(self, *words: str) -> None:
        """Let the browser complain in these words of what the test has taken away."""
        self._forgiven += words

    def faults(self) -> list[str]:
        """Everything seen so far, and what the pages that are open have stored."""
        stored = {entry for page in self.context.pages for entry in self._stored(page)}
        cookies = (f"cookie {cookie.get('name')}" for cookie in self.context.cookies())
        return [*self._seen, *sorted(stored - self._expected), *cookies]

    def _stored(self, page: Page) -> list[str]:
        if urlsplit(page.url).hostname != _HOME:
            return []
        page.wait_for_load_state()  # a page that is on its way takes the question with it
        entries: list[str] = page.evaluate(_STORED)
        return entries

    def _is_forgiven(self, complaint: str) -> bool:
        return any(words in complaint for words in self._forgiven)

    def _on_error(self, error: WebError) -> None:
        if not self._is_forgiven(str(error.error)):
            self._seen.append(f"script error: {error.error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "assert"} and not self._is_forgiven(message.text):
            self._seen.append(f"console: {message.text} ({message.location.get('url')})")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob", "file"} and address.hostname != _HOME:
            self._seen.append(f"foreign request: {request.url}")
