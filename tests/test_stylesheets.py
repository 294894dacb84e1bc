"""Style sheets are whole, and one that imports others is one file once it is published."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from guidebook.publishing.stylesheets import StyleSheetError, inline
from tests.project import REPOSITORY

SHEETS = sorted(
    path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / "overrides").rglob("*.css")
)


def rules(nodes: list[Any]) -> Iterator[Any]:
    """Every rule, also of those within another."""
    for node in nodes:
        yield node
        if node.type == "at-rule" and node.content is not None and node.lower_at_keyword == "media":
            yield from rules(
                tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            )


@pytest.mark.parametrize("name", SHEETS)
def test_a_browser_takes_every_rule_of_a_sheet_for_what_it_is(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")

    assert text.count("{") == text.count("}")
    found = list(rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))
    assert found
    assert not [rule for rule in found if rule.type == "error"]
    for rule in (rule for rule in found if rule.type == "qualified-rule"):
        said = tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        )
        assert {part.type for part in said} == {"declaration"}, tinycss2.serialize(rule.prelude)


def site(folder: Path, sheets: Mapping[str, str]) -> Path:
    for name, text in sheets.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_is_imported_stands_in_the_place_of_the_import_and_is_no_file_any_more(
    tmp_path: Path,
) -> None:
    site(
        tmp_path,
        {
            "all.css": '/* All */\n@import "parts/one.css";\n@import "parts/two.css";\n',
            "parts/one.css": '@import "../deeper/three.css";\n\na {}\n',
            "parts/two.css": "b {}\n",
            "deeper/three.css": "c {}\n",
            "other.css": "d {}\n",
        },
    )

    inline(tmp_path)

    assert (tmp_path / "all.css").read_text() == "/* All */\nc {}\n\na {}\nb {}\n"
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.css")}
    assert left == {"all.css", "other.css"}


@pytest.mark.parametrize(
    ("sheets", "says"),
    [
        ({"a.css": '@import "b.css";\n'}, "a.css: imports b.css, which is not there"),
        (
            {"a.css": '@import "../../b.css";\n'},
            "a.css: imports ../../b.css, which is not there",
        ),
        (
            {"a.css": '@import "b.css";\n', "b.css": '@import "a.css";\n'},
            "a.css: imports itself by way of others",
        ),
    ],
)
def test_an_import_that_leads_nowhere_or_back_ends_the_build(
    tmp_path: Path, sheets: Mapping[str, str], says: str
) -> None:
    site(tmp_path / "site", sheets)

    with pytest.raises(StyleSheetError, match=says):
        inline(tmp_path / "site")
