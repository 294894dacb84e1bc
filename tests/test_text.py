"""Authors' texts reach the page as Markdown that is small and safe."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from guidebook.engine import text
from guidebook.engine.text import Piece
from tests.time_limit import ends

HOSTILE: list[str] = yaml.safe_load(
    Path(__file__).with_name("hostile.yml").read_text(encoding="utf-8")
)
HARMLESS = {"p", "a", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br"}

either_way = pytest.mark.parametrize("draw", [text.inline, text.block], ids=["inline", "block"])
Draw = Callable[[str], Piece]


def parts(html: str) -> list[Any]:
    """What a browser makes of HTML: elements, and comments if there were any."""
    body = html5lib.parseFragment(
        html, container="div", treebuilder="etree", namespaceHTMLElements=False
    )
    return list(body.iter())[1:]


def words(html: str) -> str:
    """What a reader sees, typeset quotes and dashes made plain again, spaces left out."""
    body = html5lib.parseFragment(
        html, container="div", treebuilder="etree", namespaceHTMLElements=False
    )
    plain = str.maketrans(
        {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "..."}
    )
    return "".join("".join(body.itertext()).translate(plain).split())


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Plain words.", "Plain words."),
        ("*Well*, **really** `so`", "<em>Well</em>, <strong>really</strong> <code>so</code>"),
        ("[Help](/help.md#now)", '<a href="/help.md#now">Help</a>'),
        ('[Help](/help.md "a title")', '<a href="/help.md">Help</a>'),
        ("<https://example.org>", '<a href="https://example.org">https://example.org</a>'),
        ("one\n  line", "one line"),
        ("- no list", "- no list"),
        ('"typeset" -- so...', "&ldquo;typeset&rdquo; &ndash; so&hellip;"),
        ("2 < 3 & 4", "2 &lt; 3 &amp; 4"),
    ],
)
def test_inline_text_is_one_run_of_words(markdown: str, html: str) -> None:
    assert text.inline(markdown).html == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("# One\n\n---", "<p># One</p>\n<p>&mdash;</p>"),
        ("Title\n=====", "<p>Title\n=====</p>"),
        ("    indented", "<p>indented</p>"),
        ("[a]: https://example.org\n\n[a]", "<p>[a]: https://example.org</p>\n<p>[a]</p>"),
    ],
)
def test_block_text_has_paragraphs_and_lists_but_no_headings_code_or_references(
    markdown: str, html: str
) -> None:
    assert text.block(markdown).html == html


@either_way
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_makes_harmless_elements_alone_and_no_attribute_but_the_address_of_a_link(
    draw: Draw, hostile: str
) -> None:
    drawn = [*parts(draw(hostile).html)]
    assert {part.tag for part in drawn} <= HARMLESS
    assert {(part.tag, name) for part in drawn for name in part.attrib} <= {("a", "href")}


@either_way
@pytest.mark.parametrize("markup", [h for h in HOSTILE if h[0] in '<"{%#$'])
def test_markup_is_shown_letter_for_letter(draw: Draw, markup: str) -> None:
    assert words(draw(markup).html) == "".join(markup.split())


@either_way
def test_ten_thousand_characters_are_shown_whole(draw: Draw) -> None:
    assert words(draw("<b>" + "x" * 9_994 + "</b>").html).count("x") == 9_994


@pytest.mark.sample(6)
@either_way
@pytest.mark.parametrize(
    "tiresome",
    [
        "[",
        "[a](",
        "[](",
        "*",
        "_a",
        "`",
        "``a`",
        "(",
        "<",
        '"',
        "&",
        "\\",
        "- ",
        "> ",
        "1. ",
        "- a\n\n",
    ],
)
def test_no_text_keeps_the_build_waiting(draw: Draw, tiresome: str) -> None:
    with ends():
        draw((tiresome * 10_000)[:10_000])


def test_lists_in_lists_without_end_are_shown_as_they_stand() -> None:
    endless = "- " * 1_000 + "x"
    assert text.block(endless).html == f"<p>{endless}</p>"


def test_a_text_after_one_that_was_given_up_is_drawn_as_ever() -> None:
    text.block("1. " * 1_000)
    assert text.block("- a\n- b!").html == "<ul>\n<li>a</li>\n<li>b!</li>\n</ul>"


@pytest.mark.parametrize(
    ("markdown", "links"),
    [
        ("no link", ()),
        ("[a](/a.md) and <https://b.org>", ("/a.md", "https://b.org")),
        ("[a](/a.md) [a](/a.md)", ("/a.md",)),
        ("- [a](/a.md)\n- [b](/b.md)", ("/a.md", "/b.md")),
        (
            "[a](javascript:\n\nalert(1))",
            ("javascript: alert(1)",),
        ),  # a link only where drawn inline
        (r"[a](javascript\:alert(1))", (r"javascript\:alert(1)",)),
        (r"[a](/help.md\#now)", ("/help.md#now",)),
        ("`[a](/a.md)`", ()),
    ],
)
def test_the_links_of_a_text_are_known_however_it_is_drawn(
    markdown: str, links: tuple[str, ...]
) -> None:
    assert text.links(markdown) == links


def test_the_plain_words_of_a_text_hold_no_markup() -> None:
    assert text.inline('A *"b"* [c](/d.md) <e> & f').plain == "A “b” c <e> & f"
