"""Styles that no page can use are left out, and no others."""

import pytest

from guidebook.site.unused import names, without

PAGE = """<!doctype html><html lang=en dir="ltr" class="no-js"><script>root.className = "js"</script>
<p class='one two' title="a > b" id=there data-x="quoted__three">words_in_text</p><input type=radio name=four>"""
SCRIPT = 'element.className = `five five--${kind}`; element.dataset.six = ""; look("--seven");'


def left(css: str) -> str:
    return without(css, names([PAGE], [SCRIPT]))


@pytest.mark.parametrize(
    "selector",
    [
        "p",
        "#nowhere",
        "[data-nowhere]",
        "::-webkit-scrollbar",
        ".one",
        ".two > a:hover",
        ".quoted__three",
        ".js",
        ".no-js",
        ".five--anything",
        ":not(.nowhere)",
        "p:has(.nowhere)",
        ":is(.one,.nowhere)",
        ":is(:not(.nowhere))",
        "[dir=ltr] p",
        '[dir="ltr"] p',
        '[title=".nowhere"]',
        r".one\:two",
    ],
)
def test_a_rule_stays_that_some_element_may_meet(selector: str) -> None:
    assert left(f"{selector}{{color:red}}") == f"{selector}{{color:red}}"


@pytest.mark.parametrize(
    "selector",
    [
        ".nowhere",
        "p.nowhere a",
        ".one .two--nowhere",
        ".words_in_text",
        ":is(.nowhere,.neither)",
        ".one:where(.nowhere)",
        "p:not(.one) .nowhere",
        "[dir=rtl] p",
    ],
)
def test_a_rule_goes_that_no_element_can_meet(selector: str) -> None:
    assert left(f"{selector}{{color:red}}") == ""


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        (".one,.nowhere{color:red}", ".one{color:red}"),
        ("@media print{.nowhere{color:red}.one{color:red}}", "@media print{.one{color:red}}"),
        ("@media print{.nowhere{color:red}}", ""),
        (
            "@supports (a:b){@media print{.one{color:red}}}",
            "@supports (a:b){@media print{.one{color:red}}}",
        ),
        ("@keyframes nowhere{0%{color:red}}", "@keyframes nowhere{0%{color:red}}"),
        ("@page{margin:1cm}", "@page{margin:1cm}"),
        ('p{--seven:1;--unread:url("x;}y")!important;color:red}', "p{--seven:1;color:red}"),
        ("p{--unread:1}", ""),
        ("p{--read:1}a{color:var( --read )}", "p{--read:1}a{color:var( --read )}"),
        ("p{--read:1}.nowhere{color:var(--read)}", ""),
        ("p{color:red!important;*zoom:1}", "p{color:red!important;*zoom:1}"),
    ],
)
def test_what_is_left_means_the_same(css: str, wanted: str) -> None:
    assert left(css) == wanted


def test_a_site_without_classes_keeps_the_rules_for_elements() -> None:
    assert without("p{color:red}.a{color:red}", names([], [])) == "p{color:red}"
