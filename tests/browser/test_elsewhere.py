"""A self-assessment on a stock site that has the engine's wheel, and nothing else from here."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.serve import serving
from tests.elsewhere import Elsewhere, wheel


def test_a_reader_of_a_foreign_site_gets_a_result_and_finds_it_again(
    page: Page, tmp_path: Path
) -> None:
    elsewhere = Elsewhere(tmp_path, wheel(tmp_path / "wheel"))
    settings = elsewhere.root / "mkdocs.yml"
    stock = settings.read_text(encoding="utf-8")
    settings.write_text(stock.replace("material", "material\n  font: false"), encoding="utf-8")
    built = elsewhere.build()
    assert built.returncode == 0, built.stdout

    with serving(elsewhere.site) as site:
        page.goto(site.address)
        page.get_by_role("link", name="Sleep").last.click()
        for stem in ("I lay awake for long.", "I woke in the night.", "I was tired by day."):
            question = page.get_by_role("group", name=stem)
            question.get_by_role("radio", name="Most nights").check()
        page.get_by_role("button", name="See my result").click()

        result = page.get_by_role("region", name="Your result")
        expect(result.get_by_text("Leave the screen outside tonight.")).to_be_visible()
        page.get_by_role("link", name="My results").last.click()
        expect(page.get_by_text("Short nights").first).to_be_visible()
        expect(page.get_by_role("checkbox", name="Leave the screen")).to_be_visible()
