"""A reader puts an example of their own in order, and it stays with them until they send it."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serve import Site
from tests.browser.small import page as markdown
from tests.browser.small import small_site
from tests.browser.test_accessibility import faults

REPOSITORY = "https://github.com/owner/name"
FORM = "add-your-example/"
FILES = {
    "docs/add-your-example.md": markdown("# Add your example", "/// example-form\n///"),
    "docs/owls.md": markdown("# Owls", "## Examples", "**Ada** heard one."),
}
STORY = "He wrote that my talk was dull.\n\nI shut the laptop."
TEXT = f"""### Chapter

Owls

### What happened

{STORY}

### Name

no name

### Agreed

"""


@pytest.fixture(scope="module")
def unnamed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A book that does not say where it is kept."""
    with small_site(tmp_path_factory.mktemp("unnamed"), FILES) as site:
        yield site


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A book whose settings name its project."""
    settings = {"extra": {"repository": REPOSITORY}}
    with small_site(tmp_path_factory.mktemp("named"), FILES, settings) as site:
        yield site


class Form:
    """The form on a page, driven as a reader does."""

    def __init__(self, page: Page, site: Site, path: str = FORM) -> None:
        self.page = page
        page.goto(site.address + path)
        self.root = page.locator("example-form")
        self.story = page.get_by_label("What happened, in your words?")
        self.helped = page.get_by_label("What helped, if anything did?")
        self.name = page.get_by_label("Which name shall we print?")
        self.show = page.get_by_role("button", name="Show my text", exact=True)
        self.result = page.get_by_role("region", name="Your text", exact=True)
        self.copy = page.get_by_role("button", name="Copy as text", exact=True)
        self.clear = page.get_by_role("button", name="Clear everything", exact=True)
        self.link = page.get_by_role("link", name="Open the form of the project")
        self.status = self.root.get_by_role("status")

    @property
    def text(self) -> str:
        return self.result.locator("pre").inner_text()

    def chapter(self, name: str) -> Locator:
        return self.page.get_by_role("radio", name=name, exact=True)

    def ready(self) -> "Form":
        self.page.locator("example-form:defined").first.wait_for(state="attached")
        return self

    def fill(self, story: str = STORY, chapter: str = "Owls") -> "Form":
        self.ready().chapter(chapter).check()
        self.story.fill(story)
        for agreement in self.page.get_by_role("checkbox").all():
            agreement.check()
        return self


def test_by_mouse_a_reader_gets_what_they_wrote_as_text(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill()

    form.show.click()

    assert form.text.startswith(TEXT)
    assert form.text.count("- [x] ") == form.page.get_by_role("checkbox").count()


def test_by_keyboard_alone_a_reader_gets_what_they_wrote_as_text(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).ready()
    form.chapter("Owls").focus()
    press = page.keyboard.press
    press("Space")
    press("Tab")
    page.keyboard.type("A short story.")
    for _ in ("what helped", "the name"):
        press("Tab")
    page.keyboard.type("Ada")
    for _ in page.get_by_role("checkbox").all():
        press("Tab")
        press("Space")
    press("Tab")
    press("Enter")

    expect(form.result).to_be_focused()
    assert "### What happened\n\nA short story.\n\n### Name\n\nAda\n" in form.text


def test_the_text_gets_the_focus_and_is_announced(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill()
    announced = form.status.get_by_text("Your text is below.")
    expect(announced).to_be_hidden()

    form.show.click()

    expect(form.result).to_be_focused()
    expect(announced).to_be_visible()


def test_without_every_consent_there_is_no_text(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill()
    last = page.get_by_role("checkbox").last
    last.uncheck()

    form.show.click()

    expect(last).to_be_focused()
    expect(form.result).to_be_hidden()


def test_what_is_changed_afterwards_changes_the_text(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill()
    form.show.click()

    form.helped.fill("A walk.")
    form.name.click()

    assert "### What helped\n\nA walk.\n" in form.text


def test_copy_takes_the_whole_text_and_says_so(page: Page, unnamed: Site) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form = Form(page, unnamed).fill()
    form.show.click()

    form.copy.click()

    expect(form.status.get_by_text("Copied.")).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.rstrip() == form.text.rstrip()


@pytest.mark.sample(0)
def test_where_copying_is_not_allowed_the_text_is_marked(page: Page, unnamed: Site) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    form = Form(page, unnamed).fill()
    form.show.click()

    form.copy.click()

    expect(form.status.get_by_text("Copying did not work here.")).to_be_visible()
    marked: str = page.evaluate("getSelection().toString()")
    assert marked.startswith(TEXT)


@pytest.mark.sample(0)
def test_a_reader_is_told_that_an_at_sign_calls_somebody(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill("I met @ada.")

    form.show.click()

    expect(form.result.get_by_text("There is an @ in your text.")).to_be_visible()


def test_an_at_sign_that_calls_nobody_is_let_be(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill("Write to a@b.org @ nine.")

    form.show.click()

    expect(form.result.get_by_text("There is an @ in your text.")).to_be_hidden()


def test_where_no_project_is_named_nothing_can_be_sent(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill()

    form.show.click()

    assert form.result.get_by_role("link").count() == 0


def test_the_link_takes_the_words_to_the_fields_of_the_project(page: Page, named: Site) -> None:
    form = Form(page, named).fill()
    form.show.click()

    address = urlsplit(form.link.get_attribute("href") or "")

    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/issues/new"
    assert dict(parse_qsl(address.query)) == {
        "template": "example.yml",
        "chapter": "Owls",
        "happened": STORY,
        "credit": "no name",
    }


def test_a_text_too_long_for_a_link_is_left_out_of_it(page: Page, named: Site) -> None:
    form = Form(page, named).fill("So it went on. " * 600)

    form.show.click()

    assert form.link.get_attribute("href") == f"{REPOSITORY}/issues/new?template=example.yml"
    expect(form.result.get_by_text("Your text is too long")).to_be_visible()


def test_clear_everything_leaves_nothing(page: Page, named: Site) -> None:
    form = Form(page, named).fill()
    form.show.click()

    form.clear.click()

    expect(form.result).to_be_hidden()
    expect(form.story).to_have_value("")
    assert "laptop" not in form.root.inner_html()


def test_after_a_reload_nothing_is_left(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).fill()

    page.reload()

    expect(form.story).to_have_value("")
    expect(form.chapter("Owls")).not_to_be_checked()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_script_the_form_is_a_sheet_with_no_dead_button(page: Page, named: Site) -> None:
    form = Form(page, named)
    before = page.url

    form.name.press("Enter")

    assert page.url == before
    expect(form.story).to_be_visible()
    expect(form.root.get_by_role("button")).to_have_count(0)
    expect(form.link).to_have_attribute("href", f"{REPOSITORY}/issues/new?template=example.yml")


def test_paper_gets_the_empty_sheet_or_the_text(page: Page, unnamed: Site) -> None:
    form = Form(page, unnamed).ready()
    page.emulate_media(media="print")
    expect(form.story).to_be_visible()
    expect(form.result).to_be_hidden()

    page.emulate_media(media="screen")
    form.fill().show.click()
    page.emulate_media(media="print")

    expect(form.story).to_be_hidden()
    expect(form.result.locator("pre")).to_be_visible()


def test_axe_finds_no_fault_in_the_text_by_day_or_night(page: Page, site: Site) -> None:
    form = Form(page, site, "contribute/add-your-example/").fill("I met @ada.", "Toxic negativity")
    form.show.click()

    assert faults(page) == []


def test_everything_to_press_is_large_enough_for_a_thumb(page: Page, named: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    form = Form(page, named).fill()
    form.show.click()

    targets = form.root.locator("fieldset label, textarea, input:not([type]), button, a").all()

    small = [target.inner_text() for target in targets if height(target) < 44]
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def height(target: Locator) -> float:
    box = target.bounding_box()
    assert box
    return box["height"]


def test_what_a_reader_writes_is_stored_nowhere(page: Page, named: Site) -> None:
    form = Form(page, named)
    form.fill()
    form.show.click()

    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
