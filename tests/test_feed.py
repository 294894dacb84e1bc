"""The feed of changes: every line of the page about them, as a reader of feeds expects it."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import feedparser
import pytest

from guidebook.publishing import feed
from guidebook.publishing.built import Built
from tests.drawing import parsed
from tests.project import REPOSITORY, Project, front_matter

ADDRESS = "https://example.org/book/"
PAGE = f"{ADDRESS}about/changes/"
CHANGES = REPOSITORY / "docs/about/changes.md"
BUILT = Built(Path(), ADDRESS, "Ham & eggs", "en")


def read(*items: str) -> feedparser.FeedParserDict:
    """What a reader of feeds makes of a page with these list items."""
    page = "".join(f"<li>{item}</li>\n" for item in items)
    found = feedparser.parse(feed.atom(feed.changes(f"<ul>{page}</ul>", PAGE), BUILT, PAGE))
    assert not found.bozo, found.bozo_exception
    assert found.version == "atom10"
    return found


@pytest.mark.parametrize(
    ("item", "title", "content"),
    [
        ("2026-11-23: One thing.", "One thing", "One thing."),
        ("2026-11-23: One thing", "One thing", "One thing"),
        ("2026-11-23: <em>One</em> thing. And more.", "One thing", "<em>One</em> thing. And more."),
        ("<p>2026-11-23: One thing.</p>", "One thing", "One thing."),
        ("2026-11-23: Is it? It is.", "Is it?", "Is it? It is."),
        ("2026-11-23: Ham &amp; &lt;b&gt;.", "Ham &amp; &lt;b&gt;", "Ham &amp; &lt;b&gt;."),
        ("2026-11-23: 停不下来的互动。", "停不下来的互动。", "停不下来的互动。"),
        (
            '2026-11-23: <a href="../../help/#now">Help</a>, nearer.',
            "Help, nearer",
            f'<a href="{ADDRESS}help/#now">Help</a>, nearer.',
        ),
        ("2026-11-23: A<img src=x> <b onclick=x>thing</b>.", "A thing", "A thing."),
    ],
)
def test_a_line_becomes_an_entry(item: str, title: str, content: str) -> None:
    (entry,) = read(item).entries
    assert (entry.title, entry.content[0].value) == (title, content)
    assert entry.updated == "2026-11-23T00:00:00Z"
    assert entry.link == f"{PAGE}#2026-11-23-1"


@pytest.mark.parametrize("item", ["A thing.", "In 2026-11: a thing", "on 2026-11-23: a thing", ""])
def test_other_lists_are_no_entries(item: str) -> None:
    assert read(item).entries == []


def test_the_feed_says_whose_it_is_and_when_it_changed() -> None:
    found = read("2026-11-23: New.", "2026-11-22: Old.").feed
    assert found.title == "Ham & eggs"
    assert found.id == f"{ADDRESS}feed.xml"
    assert found.updated == "2026-11-23T00:00:00Z"
    assert found.author == "Ham & eggs"
    assert {(link.rel, link.href) for link in found.links} == {
        ("self", f"{ADDRESS}feed.xml"),
        ("alternate", PAGE),
    }


def test_a_line_added_on_top_leaves_the_others_as_they_were() -> None:
    old = ["2026-11-23: Two.", "2026-11-23: One.", "2026-11-22: Zero."]
    before = {entry.id: entry.title for entry in read(*old).entries}
    after = {entry.id: entry.title for entry in read("2026-11-23: Three.", *old).entries}

    assert len(before) == 3
    assert len(after) == 4
    assert before.items() <= after.items()


def test_lines_of_one_day_keep_their_order() -> None:
    found = read("2026-11-23: Two.", "2026-11-23: One.", "2026-11-22: Zero.").entries
    moments = [entry.updated for entry in found]
    assert moments == sorted({*moments}, reverse=True)


def test_every_line_of_the_book_is_an_entry_the_newest_first() -> None:
    lines = re.findall(r"^- .*", CHANGES.read_text(encoding="utf-8"), re.MULTILINE)
    dated = [line for line in lines if re.match(r"- \d{4}-\d\d-\d\d: .+\.$", line)]
    days = [line[2:12] for line in dated]

    assert lines == dated, "each begins with the day, as in `- 2026-11-23: What is new.`"
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_a_site_has_a_feed_where_its_address_is_known(address: str, tmp_path: Path) -> None:
    page = f"{front_matter()}# What has changed\n\n- 2026-11-23: [Help](/help.md), nearer.\n"
    project = Project(tmp_path, {"docs/about/changes.md": page})
    settings = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    project.write({"mkdocs.yml": f"{settings}site_url: {address}\n"})

    path = project.build() / "feed.xml"

    links = [link for link in parsed(project.page("help")).iter("link") if is_feed(link)]
    assert path.is_file() == bool(links) == bool(address)
    if address:
        assert [link.get("href") for link in links] == ["../feed.xml"]
        (entry,) = feedparser.parse(path.read_bytes()).entries
        assert f'href="{ADDRESS}help/"' in entry.content[0].value
        there = {element.get("id") for element in parsed(project.page("about/changes")).iter("li")}
        assert entry.link.partition("#")[2] in there


def is_feed(link: Element) -> bool:
    """Whether a reader of feeds would follow it: by two words of HTML's standard."""
    return "alternate" in link.get("rel", "").split() and "atom+xml" in link.get("type", "")
