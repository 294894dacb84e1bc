"""A link in a quiz leads to a page or a heading that exists, or safely elsewhere."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown import Markdown
from markdown.extensions.toc import TocExtension, slugify_unicode

from guidebook.engine import links
from guidebook.engine.links import Docs, Page

FOLDER = Path(__file__).parent
LINKS: dict[str, list[str]] = yaml.safe_load((FOLDER / "links.yml").read_text(encoding="utf-8"))
HEADINGS: list[str] = yaml.safe_load((FOLDER / "headings.yml").read_text(encoding="utf-8"))
DOCS = Docs(
    {
        "help.md": Page("Help", {"help": "Help", "threats-and-leaks": "Threats and leaks"}),
        "tools/plan my week.md": Page("Plan my week"),
    },
    frozenset({"help.md", "tools/plan my week.md", "assets/plan.pdf"}),
)


@pytest.mark.parametrize("link", LINKS["allowed"])
def test_a_link_to_a_page_or_to_the_web_is_allowed(link: str) -> None:
    assert DOCS.fault(link) is None


@pytest.mark.parametrize("link", LINKS["not allowed"])
def test_a_link_that_could_run_something_is_refused_for_its_scheme(link: str) -> None:
    assert "is not allowed; a link starts with http, https, mailto" in (DOCS.fault(link) or "")


@pytest.mark.parametrize("link", LINKS["refused"])
def test_a_link_that_leads_nowhere_is_refused(link: str) -> None:
    assert DOCS.fault(link)


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("/hepl.md", 'the link "/hepl.md" leads to no page; did you mean "/help.md"?'),
        (
            "/help.md#threats",
            'the link "/help.md#threats" names a heading that the page does not have (known: help, threats-and-leaks)',
        ),
        (
            "#threats",
            'the link "#threats" names no page; write it from docs/, as in /help.md#threats',
        ),
        ("//example.org", 'the link "//example.org" lacks its scheme; write https: before it'),
        ("https:/example.org", 'the link "https:/example.org" lacks // after its scheme'),
    ],
)
def test_a_refused_link_is_told_what_would_be_right(link: str, fault: str) -> None:
    assert DOCS.fault(link) == fault


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("/help.md", "Help"),
        ("/help.md#threats-and-leaks", "Threats and leaks"),
        ("/tools/plan%20my%20week.md", "Plan my week"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_a_link_without_words_says_where_it_leads(link: str, words: str) -> None:
    assert DOCS.title(link) == words


@pytest.mark.parametrize(
    ("link", "full"),
    [
        ("help.md#now", "/help.md#now"),
        ("/help.md", "/help.md"),
        ("https://example.org", "https://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_into_the_site_starts_at_the_docs_folder(link: str, full: str) -> None:
    assert links.rooted(link) == full


@pytest.mark.parametrize("markdown", HEADINGS)
def test_the_anchors_of_a_page_are_those_it_will_have(markdown: str) -> None:
    toc = TocExtension(slugify=slugify_unicode)  # as the book sets it
    md = Markdown(extensions=["attr_list", "footnotes", toc, "tables", "fenced_code"])
    md.convert(markdown)
    assert list(links.page_of(markdown).headings) == list(_anchors(md.toc_tokens))  # type: ignore[attr-defined]


def test_front_matter_holds_no_headings() -> None:
    assert links.page_of("---\n# a comment\ntitle: x\n---\n# Real\n") == Page(
        "Real", {"real": "Real"}
    )


def test_the_title_of_a_page_is_its_first_heading() -> None:
    assert links.page_of("Text.\n\n# The *title*\n\n## Next\n").title == "The title"


def test_the_pages_and_files_of_a_folder_are_found(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools/plan.md").write_text("# Plan\n")
    (tmp_path / "plan.pdf").write_bytes(b"")
    docs = links.scan(tmp_path)
    assert list(docs.pages) == ["tools/plan.md"]
    assert docs.files == frozenset({"tools/plan.md", "plan.pdf"})


def _anchors(tokens: list[dict[str, Any]]) -> Any:
    for token in tokens:
        yield token["id"]
        yield from _anchors(token["children"])
