"""Modules as one plain script: each runs once, in its own room, when another needs it."""

from pathlib import Path

import pytest

from guidebook.publishing.classic import script

MODULES = {
    "a/a.mjs": 'import { one, two } from "../common.mjs";\nimport "./b.mjs";\nconst own = one + two;\n',
    "a/b.mjs": 'const own = new URL("../look.css", import.meta.url);\nimport("../later.mjs").then(use);\n',
    "later.mjs": 'import {\n  one,\n} from "./common.mjs";\nexport async function use() {}\n',
    "common.mjs": "export const one = 1;\nexport let two = 2;\nexport class Three {}\n",
    "unused.mjs": "export const never = 1;\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in MODULES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_module_gives_what_it_exports_and_takes_what_it_imports(folder: Path) -> None:
    text = script(folder, ["a/a.mjs"])

    assert '"common.mjs": () => {\nconst one = 1;\nlet two = 2;\nclass Three {}\n' in text
    assert "return { one, two, Three };" in text
    assert 'const { one, two } = need("common.mjs");\nneed("a/b.mjs");' in text
    assert 'for (const widget of ["a/a.mjs"]) need(widget);' in text


def test_what_is_asked_for_later_is_there_and_runs_later(folder: Path) -> None:
    text = script(folder, ["a/a.mjs"])

    assert 'Promise.resolve().then(() => need("later.mjs")).then(use);' in text
    assert '"later.mjs": () => {\nconst {\n  one,\n} = need("common.mjs");' in text


def test_an_address_beside_a_module_stays_beside_it(folder: Path) -> None:
    assert 'new URL("../look.css", new URL("a/b.mjs", HERE).href)' in script(folder, ["a/a.mjs"])


def test_what_nobody_needs_stays_away(folder: Path) -> None:
    assert "never" not in script(folder, ["a/a.mjs"])


@pytest.mark.parametrize(
    "line", ["export default 1;", 'import * as all from "./common.mjs";', "export { one };"]
)
def test_a_line_that_is_not_understood_stops_the_build(folder: Path, line: str) -> None:
    (folder / "a/a.mjs").write_text(f"{line}\n")

    with pytest.raises(ValueError, match=r"a/a\.mjs: cannot make the line"):
        script(folder, ["a/a.mjs"])
