"""What a person gets who builds or previews the book: a whole site, or all there is to mend."""

import json
import re
import zlib
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from guidebook.publishing import offline_copy
from guidebook.publishing.search import WORDS
from tests.drawing import GOLDEN, having, of_class, parsed, words
from tests.project import CHAPTER, QUIZ, Project, build, front_matter

NAME = "do-birds-wake-me"
BLOCK = f"/// quiz | {NAME}\n///\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The sample, with its quiz on a page at the root and on one far below it too."""
    page = f"{front_matter()}# Page\n\n{BLOCK}"
    project = Project(
        tmp_path_factory.mktemp("project"),
        {"docs/top.md": page, "docs/far/below/here.md": page},
    )
    project.build()
    return project


# A whole site


@pytest.mark.parametrize("path", ["top", "chapters/birds", "far/below/here"])
def test_a_quiz_stands_on_every_page_that_asks_for_it(built: Project, path: str) -> None:
    (widget,) = having(parsed(built.page(path)), "data-quiz")
    assert (widget.tag, widget.get("data-quiz")) == ("quiz-scales", NAME)


@pytest.mark.parametrize(
    ("path", "links"),
    [
        ("top", {"../help/", "../about/limits/"}),
        ("chapters/birds", {"../../help/", "../../about/limits/"}),
        ("far/below/here", {"../../../help/", "../../../about/limits/"}),
    ],
)
def test_links_of_a_quiz_are_written_for_the_page_it_stands_on(
    built: Project, path: str, links: set[str]
) -> None:
    (widget,) = having(parsed(built.page(path)), "data-quiz")
    into_the_site = {a.get("href") for a in widget.iter("a") if a.get("href", "#")[0] != "#"}
    assert into_the_site == links


def test_links_of_a_quiz_fit_a_site_without_folders_for_pages(tmp_path: Path) -> None:
    project = Project(tmp_path)
    settings = (tmp_path / "mkdocs.yml").read_text()
    project.write({"mkdocs.yml": f"{settings}use_directory_urls: false\n"})
    (widget,) = having(parsed((project.build() / "chapters/birds.html").read_text()), "data-quiz")
    links = {a.get("href") for a in widget.iter("a") if a.get("href", "#")[0] != "#"}
    assert links == {"../help.html", "../about/limits.html"}


@pytest.mark.parametrize(("path", "loaded"), [("", 0), ("help", 0), ("chapters/birds", 1)])
def test_the_style_of_widgets_is_loaded_where_one_stands(
    built: Project, path: str, loaded: int
) -> None:
    sheets = [e.get("href", "") for e in parsed(built.page(path)).iter("link")]
    assert sum(bool(re.search(r"widgets/quiz\.\w{8}\.css$", s)) for s in sheets) == loaded


@pytest.mark.parametrize("path", ["", "chapters/birds"])
def test_of_scripts_for_widgets_a_page_names_the_loader_alone(built: Project, path: str) -> None:
    scripts = [e.get("src", "") for e in parsed(built.page(path)).iter("script")]
    (loader,) = [Path(script).name for script in scripts if "widgets/" in script]
    assert re.fullmatch(r"loader\.[0-9a-f]{8}\.js", loader)


def test_the_loader_that_every_page_carries_is_small(built: Project) -> None:
    (loader,) = built.site.glob("widgets/loader.*.js")
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)  # as hosts press it, or better
    assert len(packer.compress(loader.read_bytes()) + packer.flush()) <= 400


def test_what_a_widget_loads_is_in_the_site(built: Project) -> None:
    scripts = sorted((built.site / "widgets").glob("*.js"))
    wanted = {
        (script.parent / name).resolve()
        for script in scripts
        for name in re.findall(r'"(\.{1,2}/[^"]+)"', script.read_text(encoding="utf-8"))
    }
    assert {path.name.split(".")[0] for path in wanted} >= {"deferred", "quiz", "tool"}
    assert not [path for path in wanted if not path.is_file()]


def test_words_and_templates_of_widgets_stay_out_of_the_site(built: Project) -> None:
    assert {path.suffix for path in (built.site / "widgets").rglob("*.*")} <= {".css", ".js"}


def test_nothing_of_a_block_is_left_on_a_page(built: Project) -> None:
    assert "///" not in re.sub(r"https?://", "", words(parsed(built.page("chapters/birds"))))


def test_every_script_ends_as_plain_servers_know_it(built: Project) -> None:
    assert not list(built.site.rglob("*.mjs"))
    named = "".join(path.read_text(encoding="utf-8") for path in built.site.rglob("*.html"))
    assert ".mjs" not in named


def test_the_site_tells_nothing_of_the_machine_it_was_built_on(built: Project) -> None:
    texts = [p for p in built.site.rglob("*") if p.suffix in {".html", ".json", ".xml", ".js"}]
    assert not [p for p in texts if str(built.root) in p.read_text(encoding="utf-8")]


def test_search_finds_advice_and_no_questions(built: Project) -> None:
    [words] = built.site.glob(WORDS)
    index = json.loads(words.read_text(encoding="utf-8"))
    text = " ".join(doc["text"] for doc in index["docs"] if doc["location"].startswith("chapters/"))
    assert "It is loud." in text
    assert "A song woke me." not in text


def test_search_finds_no_question_of_a_later_block_either(tmp_path: Path) -> None:
    quiz = (GOLDEN / "every-feature.yml").read_text(encoding="utf-8")
    page = f"{front_matter()}# Page\n\n/// quiz | birds\n///\n"
    site = build(tmp_path, {"quizzes/birds.yml": quiz, "docs/page.md": page})
    [index] = site.glob(WORDS)
    text = index.read_text(encoding="utf-8")
    assert "You close the window." in text
    for question in ("Is there a bird", "A song woke me.", "I hummed along.", "up early anyway"):
        assert question not in text


def test_the_help_lines_come_with_the_day_of_their_check(built: Project) -> None:
    page = words(parsed(built.page("help")))
    line = "Everywhere. A list of lines: findahelpline.com (day and night)."
    assert f"{line} Looked up on 22 November 2026, at findahelpline.com." in page


def test_the_sources_are_those_that_pages_and_items_cite(built: Project) -> None:
    article = next(parsed(built.page("about/sources")).iter("article"))
    works = [words(li) for li in article.iter("li") if "(20" in words(li)]
    assert [work.split(" (")[0] for work in works] == ["Lark and de Wren", "Wren and others"]


def test_a_hostile_quiz_is_a_harmless_page(tmp_path: Path) -> None:
    quiz = (GOLDEN / "every-feature.yml").read_text(encoding="utf-8")
    hostile = '"<script>alert(1)</script>{{ 7 + 7 }}<img src=x onerror=alert(1)>"'
    for text in ("Noise\n", "A crow sat on the sill.", "A roar."):
        assert text in quiz
        quiz = quiz.replace(text, hostile + "\n" * text.endswith("\n"))
    page = f"{front_matter()}# Page\n\n/// quiz | hostile\n///\n"
    site = build(tmp_path, {"quizzes/hostile.yml": quiz, "docs/page.md": page})
    (widget,) = having(parsed((site / "page/index.html").read_text(encoding="utf-8")), "data-quiz")
    assert not {e.tag for e in widget.iter()} & {"script", "img"}
    assert words(widget).count("{{ 7 + 7 }}<img src=x onerror=alert(1)>") >= 3


def test_the_same_book_makes_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker of the offline copy and the packed book among them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    page = {"docs/carry.md": f"{front_matter()}# Carry\n\n/// download\n///\n"}
    here = contents(Project(tmp_path / "here", page).build())

    monkeypatch.setenv("PYTHONHASHSEED", "1")  # another order of everything that has none
    there = Project(tmp_path / "there", page)
    assert there.run("build", "--quiet").returncode == 0

    assert {"worker.js", offline_copy.FILE} <= here.keys()
    assert contents(there.site) == here


# All there is to mend


def contents(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def broken(folder: Path) -> Project:
    """A project with a fault in every sort of file, two in its quiz."""
    project = Project(folder)
    project.change(QUIZ, "label: Never", "lable: Never")
    project.change(QUIZ, "strength: noise", "strength: nose")
    project.change(CHAPTER, "[@lark2019 @wren2021]", "[@lrak2019]")
    project.write(
        {
            "quizzes/empty.yml": "",
            "docs/page.md": "/// quizz | empty\n///\n",
            "docs/latin.md": "Caf\xe9".encode("latin-1"),
        }
    )
    project.change("data/help-lines.yml", "checked: 2026-11-22", "checked: lately")
    project.change("data/article-map.yml", "BIRD-2:", "BIRD-1:")
    return project


TO_MEND = [
    "data/article-map.yml:3:1: ",
    "data/help-lines.yml:7:14: ",
    f"{CHAPTER}:8:22: ",
    "docs/latin.md:1:4: ",
    "docs/page.md:1:5: ",
    f"{QUIZ}:10:17: ",
    f"{QUIZ}:38:60: ",
    "quizzes/empty.yml:1:1: ",
]


@pytest.fixture(scope="module")
def stopped(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Project, list[str], dict[str, bytes]]:
    """A project with faults, what `mkdocs build` says of it, and the site that stood there before."""
    project = broken(tmp_path_factory.mktemp("project"))
    project.write({"site/index.html": "an earlier site", "site/more/page.html": "of two pages"})
    before = contents(project.site)
    run = project.run("build")
    assert run.returncode == 1
    return project, (run.stdout + run.stderr).splitlines(), before


def test_a_build_tells_every_fault_of_every_file_in_one_run(
    stopped: tuple[Project, list[str], dict[str, bytes]],
) -> None:
    _, said, _ = stopped
    told = [line for line in said if re.match(r"\S+:\d+:\d+: ", line)]
    assert [line[: len(place)] for line, place in zip(told, TO_MEND, strict=True)] == TO_MEND


def test_a_build_that_stops_says_how_much_there_is_to_mend_and_nothing_of_itself(
    stopped: tuple[Project, list[str], dict[str, bytes]],
) -> None:
    _, said, _ = stopped
    assert "8 to mend; nothing was built." in said
    assert not [line for line in said if "Traceback" in line or 'File "' in line]


def test_a_build_that_stops_leaves_an_earlier_site_as_it_was(
    stopped: tuple[Project, list[str], dict[str, bytes]],
) -> None:
    project, _, before = stopped
    assert contents(project.site) == before


def test_a_build_that_stops_writes_nothing(tmp_path: Path) -> None:
    project = broken(tmp_path)
    with pytest.raises(Abort):
        project.build()
    assert not project.site.exists()


def test_a_strict_build_stops_at_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(CHAPTER, "(/help.md#when-you-are-in-danger)", "(../halp.md)")
    with pytest.raises(Abort):
        project.build()


# A preview


def test_a_preview_lives_on_and_tells_the_faults(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    broken(tmp_path).build(command="serve")
    told = [line for line in capfd.readouterr().err.splitlines() if line.startswith(tuple(TO_MEND))]
    assert len(told) == len(TO_MEND)


def test_a_preview_shows_the_faults_of_a_quiz_where_it_would_stand(tmp_path: Path) -> None:
    project = broken(tmp_path)
    project.build(command="serve")
    notices = of_class(parsed(project.page("chapters/birds")), "bug")
    shown = [[words(item) for item in notice.iter("li")] for notice in notices]
    assert [
        f'{QUIZ}:10:17 unknown key "lable"; did you mean "label"?',
        f'{QUIZ}:38:60 there is no scale "nose"; did you mean "noise"?',
    ] in shown


def test_a_preview_shows_a_page_that_cannot_be_read_as_such(tmp_path: Path) -> None:
    project = broken(tmp_path)
    project.build(command="serve")
    shown = words(parsed(project.page("latin")))
    assert "docs/latin.md:1:4 not UTF-8; save the file with the encoding UTF-8" in shown
    assert "latin.md has a fault, so it cannot be shown yet." in shown


def test_a_preview_shows_a_sound_quiz_beside_a_broken_one(tmp_path: Path) -> None:
    project = Project(tmp_path, {"quizzes/empty.yml": ""})
    project.build(command="serve")
    assert having(parsed(project.page("chapters/birds")), "data-quiz", NAME)


def test_a_preview_of_a_mended_book_is_whole_again(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(QUIZ, "label: Never", "lable: Never")
    project.build(command="serve")
    project.change(QUIZ, "lable: Never", "label: Never")
    project.build(command="serve")
    assert having(parsed(project.page("chapters/birds")), "data-quiz", NAME)


def test_a_preview_lives_on_without_its_bibliography(tmp_path: Path) -> None:
    project = Project(tmp_path, {"data/references.bib": "@article{lark2019,"})
    project.build(command="serve")
    assert "[@lark2019 @wren2021]" in project.page("chapters/birds")


def test_a_preview_lives_on_without_its_words(tmp_path: Path) -> None:
    project = Project(tmp_path, {"overrides/widgets/engine/locales/en.yml": "- nothing\n"})
    project.build(command="serve")
    assert not having(parsed(project.page("chapters/birds")), "data-quiz")
