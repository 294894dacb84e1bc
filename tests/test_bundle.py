"""Modules put together: each in one place, with what others need of it."""

from pathlib import Path

import pytest

from guidebook.publishing.bundle import BundleError, Bundles, imports, modules

FILES = {
    "first/first.mjs": """
import { say } from "../words.mjs";
import "../side.mjs"; // for what it does
export const first = () => say("first");
""",
    "second/second.mjs": """
import { first } from "../first/first.mjs";
import { say, unsay } from "../words.mjs";
class Second {}
export const second = () => [first(), say("second"), unsay(), new Second()];
""",
    "words.mjs": """
export const say = (word) => word;
export function unsay() {}
""",
    "side.mjs": 'import { say } from "./words.mjs";\nsay("side");\n',
}


def address(name: str) -> str:
    return f"./{name}.mjs"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bundles(folder: Path) -> Bundles:
    return Bundles({n: [folder / n / f"{n}.mjs"] for n in ("first", "second")}, folder)


def test_a_module_comes_after_those_that_it_needs(folder: Path) -> None:
    found = [path.name for path in modules([folder / "second/second.mjs"], folder)]
    assert found == ["words.mjs", "side.mjs", "first.mjs", "second.mjs"]


def test_what_a_module_takes_is_known_by_name(folder: Path) -> None:
    taken = imports(folder / "second/second.mjs")
    assert {path.name: names for path, names in taken.items()} == {
        "first.mjs": ["first"],
        "words.mjs": ["say", "unsay"],
    }


def test_a_module_is_in_the_first_bundle_that_needs_it(bundles: Bundles) -> None:
    homes = {path.name: home for path, home in bundles.homes.items()}
    assert homes == {
        "words.mjs": "first",
        "side.mjs": "first",
        "first.mjs": "first",
        "second.mjs": "second",
    }


def test_a_bundle_shares_what_others_take_and_what_its_entry_exports(bundles: Bundles) -> None:
    text = bundles.text("first", address)
    assert text.startswith("let $0,$1,$2,$first;{")
    assert text.endswith("$0=first;$1=say;$2=unsay;$first=first;}export{$0,$1,$2,$first as first}")
    assert "import" not in text


def test_a_bundle_takes_from_another_by_short_names(bundles: Bundles) -> None:
    text = bundles.text("second", address)
    begun = (
        'import*as first$ from"./first.mjs";let $second;{const{$0:first,$1:say,$2:unsay}=first$;'
    )
    assert text.startswith(begun)
    assert text.endswith("$second=second;}export{$second as second}")


def test_a_bundle_has_another_run_that_it_takes_nothing_from(folder: Path) -> None:
    (folder / "third.mjs").write_text('import "./side.mjs";\n', encoding="utf-8")
    entries = {"first": [folder / "first/first.mjs"], "third": [folder / "third.mjs"]}

    assert Bundles(entries, folder).text("third", address) == 'import"./first.mjs";{}'


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("words.mjs", 'import { side } from "./side.mjs";\n', "imports itself by way of others"),
        ("side.mjs", "const say = 1;\n", "words.mjs too has a say; rename one"),
        ("side.mjs", "export default 1;\n", "cannot bundle the line 'export default 1;'"),
        ("side.mjs", 'import "./gone.mjs";\n', "imports gone.mjs, which is not there"),
        ("side.mjs", 'import "../outside.mjs";\n', "imports outside.mjs, which is not there"),
        ("side.mjs", 'import * as all from "./words.mjs";\n', "cannot bundle the line"),
    ],
)
def test_a_module_that_cannot_be_bundled_is_named(
    folder: Path, name: str, text: str, says: str
) -> None:
    (folder / name).write_text(text + FILES[name], encoding="utf-8")
    (folder.parent / "outside.mjs").touch()
    entry = folder / "first/first.mjs"

    with pytest.raises(BundleError, match=says):
        Bundles({"first": [entry]}, folder).text("first", address)
