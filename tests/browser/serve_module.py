"""A module as it is written, for a page of the built site, which has only bundles."""

from playwright.sync_api import Page

from tests.browser.serve import Site
from tests.project import REPOSITORY


def serve_module(page: Page, site: Site, name: str) -> str:
    """Have a page find a module of the widgets, and give its address."""
    address = f"{site.address}widgets/{name}"
    path = REPOSITORY / "overrides/widgets" / name
    page.route(address, lambda route: route.fulfill(path=path, content_type="text/javascript"))
    return address
