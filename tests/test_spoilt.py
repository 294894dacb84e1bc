"""A few of the spoilt files of `bench/fuzz`: nothing runs, nothing of ours is shown, nothing hangs."""

import pytest

from bench.fuzz.harm import Harm
from bench.fuzz.kinds import KINDS
from bench.fuzz.run import run
from tests.time_limit import ends

HARM = [
    "<script>alert(1)</script>",
    "<p onclick=alert(1)>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='//example.org'>x</a>",
    "<img src=https://example.org/x.png>",
    "<meta http-equiv=refresh content=0>",
    "<link rel=preconnect href=//example.org>",
    "<p style='color: red'>",
    "<p data-widget='../../x.mjs'>",
    "<script>let never",
]


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "quizzes"])  # see test_fuzz.py
def test_a_spoilt_file_does_no_harm(kind: str) -> None:
    with ends():
        taken, _, bad = run(kind, range(40))

    assert bad == []
    assert taken["refused"] > 0


@pytest.mark.parametrize("html", HARM)
def test_harm_is_seen(html: str) -> None:
    assert Harm(html).found


def test_what_a_page_of_ours_does_is_no_harm() -> None:
    page = (
        '<a href="https://example.org/">x</a><img src="../moon.svg"><p data-widget="keep/keep.mjs">'
    )
    assert Harm(page + "<script>known</script>", {"known"}).found == []
