"""What a reader types goes to no spelling or writing service, and is offered again in no other form."""

from tests.browser.serve import Site
from tests.drawing import parsed

PRIVATE = {"spellcheck": "false", "autocomplete": "off", "writingsuggestions": "false"}
CAPITALS = ("off", "sentences", "words")
NOT_TYPED = ("radio", "checkbox", "time", "date", "file", "reset", "hidden")


def test_every_text_field_of_every_page_keeps_its_words_to_itself(site: Site) -> None:
    seen, faults = 0, []
    for path in site.pages:
        page = parsed(site.html(path))
        for field in (*page.iter("input"), *page.iter("textarea")):
            if field.get("type") in NOT_TYPED or field.get("hidden") is not None:
                continue
            seen += 1
            private = all(field.get(name) == value for name, value in PRIVATE.items())
            if not private or field.get("autocapitalize") not in CAPITALS:
                faults.append(f"{path}: {field.get('name')}")

    assert seen > 60
    assert faults == []
