"""Of the theme's styles those are left out that ask for what no page has, and no others."""

import pytest

from guidebook.publishing.purge_css import purge

PAGE = """<script>root.className = "js"</script><p class='one two' dir="ltr" data-x="quoted__three">words</p>"""
SCRIPT = 'element.className = `five five--${kind}`; look("--seven");'
OTHER = "p{color:var(--eight)}"


def left(css: str) -> str:
    return purge(css, [PAGE], [SCRIPT], [OTHER])


@pytest.mark.parametrize(
    "selector",
    [
        *("p", "#nowhere", "[data-nowhere]", "::-webkit-scrollbar", "[dir=ltr] p"),
        *(".one", ".two > a:hover", ".quoted__three", ".js", ".five--anything"),
        *(":not(.nowhere)", "p:has(.nowhere)", ":is(.one,.nowhere)", ":is(:not(.nowhere))"),
    ],
)
def test_a_rule_stays_that_some_element_may_meet(selector: str) -> None:
    assert left(f"{selector}{{color:red}}") == f"{selector}{{color:red}}"


@pytest.mark.parametrize(
    "selector",
    [".nowhere", "p.nowhere a", ".one .two--nowhere", "[dir=rtl] p", "p:not(.one) .no", ".words"],
)
def test_a_rule_goes_that_no_element_can_meet(selector: str) -> None:
    assert left(f"{selector}{{color:red}}") == ""


def test_what_a_script_adds_for_a_feature_that_is_off_goes_until_a_page_has_it() -> None:
    css, script = ".tabbed-set{color:red}", 'look(".tabbed-set")'

    assert purge(css, [PAGE], [script]) == ""
    assert purge(css, ['<div class="tabbed-set"></div>'], [script]) == css


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        (".one,.nowhere{color:red}", ".one{color:red}"),
        ("@media print{.nowhere{color:red}.one{color:red}}", "@media print{.one{color:red}}"),
        ("@supports (a:b){@media print{.nowhere{color:red}}}", ""),
        ("@keyframes nowhere{12.5%{color:red}}", "@keyframes nowhere{12.5%{color:red}}"),
        ("p{--seven:1;--eight:2;--no:url('x;{}y');color:red}", "p{--seven:1;--eight:2;color:red}"),
        ("p{--read:1}a{color:var( --read )}", "p{--read:1}a{color:var( --read )}"),
        ("p{--read:1}.nowhere{color:var(--read)}", "p{}"),
        (".one:hover{--no:1;color:red!important}", ".one:hover{color:red!important}"),
    ],
)
def test_what_is_left_means_the_same(css: str, wanted: str) -> None:
    assert left(css) == wanted
