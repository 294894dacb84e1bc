"""How the site's files should be sent: the hashed for good, all others after a question, and sealed."""

from pathlib import Path

import pytest

from guidebook.publishing import headers
from guidebook.publishing.built import Built
from tests.project import build

LASTING = (
    "assets/javascripts/bundle.a5f9d56c.min.js",
    "assets/stylesheets/main.57a0d79d.min.css",
    "widgets/quiz.0123456789abcdef.js",
    "assets/moon/full.00aabbcc.svg",
)
CHANGING = (
    "index.html",
    "help/index.html",
    "sw.js",
    "feed.xml",
    "search/search_index.json",
    "assets/javascripts/lunr/wordcut.js",
    "notes.20261123.html",
    "notes.deadbeef.txt",
    "assets/cafebabe.js",
)
UNUSED = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
)
CLOUDFLARE = {"rules": 100, "line": 2000}
"""The most that Cloudflare Pages reads: https://developers.cloudflare.com/pages/configuration/headers/"""


def written(folder: Path, *names: str) -> str:
    """The headers of a site of these files."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    headers.write(Built(folder, "", "", "en"), "default-src 'none'", "no-referrer")
    return (folder / headers.FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LASTING)
def test_a_name_with_a_hash_is_kept_for_good(name: str, tmp_path: Path) -> None:
    rules = headers.read(written(tmp_path, *LASTING, *CHANGING))

    assert headers.of(f"/{name}", rules)["Cache-Control"] == headers.FOREVER


@pytest.mark.parametrize("name", CHANGING)
def test_any_other_file_is_asked_for_again(name: str, tmp_path: Path) -> None:
    rules = headers.read(written(tmp_path, *LASTING, *CHANGING))

    assert headers.of(f"/{name}", rules)["Cache-Control"] == headers.ASK


def test_the_headers_are_a_file_that_hosts_read(tmp_path: Path) -> None:
    assert written(tmp_path, LASTING[0], "index.html").splitlines() == [
        "/*",
        "  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
        "  Cross-Origin-Opener-Policy: same-origin",
        "  Cross-Origin-Resource-Policy: same-origin",
        f"  Permissions-Policy: {UNUSED}",
        "  Referrer-Policy: no-referrer",
        "  X-Content-Type-Options: nosniff",
        "  X-Frame-Options: DENY",
        f"/{LASTING[0]}",
        "  Cache-Control: public, max-age=31536000, immutable",
    ]


def test_no_header_stands_in_two_rules_that_match_one_file(tmp_path: Path) -> None:
    rules = headers.read(written(tmp_path, *LASTING, *CHANGING))

    everywhere = rules.pop(headers.EVERYTHING)
    assert all(not given.keys() & everywhere.keys() for given in rules.values())


def test_the_headers_of_a_book_are_within_what_its_hosts_read(tmp_path: Path) -> None:
    text = (build(tmp_path, {}) / headers.FILE).read_text(encoding="utf-8")

    assert len(headers.read(text)) <= CLOUDFLARE["rules"]
    assert max(map(len, text.splitlines())) <= CLOUDFLARE["line"]
