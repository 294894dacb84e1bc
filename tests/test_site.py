"""A site of somebody else, read without a build: no page for help, none for results, and its own words on pages."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import nodes

from guidebook.book.book import Book
from guidebook.engine import standalone
from guidebook.engine.kinds import KINDS
from guidebook.engine.languages import Rooms
from guidebook.engine.quizzes import Quizzes
from guidebook.engine.site import Folders, Site
from tests.drawing import html
from tests.project import CHAPTER, REPOSITORY, Project, front_matter

WIDGETS = REPOSITORY / "overrides/widgets"
PAGES = {"help.md": "# Help", "hyper-active-engagement.md": "# Work\n\n## The problem"}
"""What the worked examples lead to."""


def site(folder: Path, pages: Mapping[str, str] | None = None) -> Site:
    """One with every worked example as a quiz, by the name of its kind."""
    for kind in KINDS:
        example = (REPOSITORY / f"quizzes/examples/{kind}.yml").read_bytes()
        (folder / "quizzes").mkdir(exist_ok=True)
        (folder / f"quizzes/{kind}.yml").write_bytes(example)
    (folder / "docs").mkdir(exist_ok=True)
    for name, text in {**PAGES, **(pages or {})}.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    return read(folder)


def read(folder: Path, language: str = "en") -> Site:
    folders = Folders(folder, folder / "docs", folder / "quizzes", Rooms([WIDGETS / "engine"]))
    return Site(folders, language, "my-results.md")


def quizzes(folder: Path) -> Quizzes:
    found = site(folder)
    assert found.problems == []
    return found.quizzes


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_speaks_of_help_where_the_site_has_no_line_for_it(
    kind: str, tmp_path: Path
) -> None:
    assert "quiz__help" not in html(quizzes(tmp_path).drawn[kind])


def test_no_template_hides_what_all_templates_may_say(tmp_path: Path) -> None:
    """An included template sees the names of the one around it before those that every template has."""
    renderer = site(tmp_path).languages.renderer()
    assert renderer is not None
    environment = renderer.environment
    ours = {"t", "said", "link", "pages"}
    assert ours < {*environment.globals}
    for path in WIDGETS.rglob("*.html"):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        names = {n.name for n in tree.find_all(nodes.Name) if n.ctx in ("store", "param")}
        names |= {macro.name for macro in tree.find_all(nodes.Macro)}
        assert not names & ours, path


CARDS = {
    "scales": ("Is any of this happening to you?", "Take it in two minutes: "),
    "table": ("Is anybody else in the photo?", "Take it in one minute: "),
    "tree": ("Does somebody need this from you today?", "Begin here: "),
    "checklist": ("How do we share the kitchen?", "Begin here: "),
    "comparison": ("What do I want from a garden?", "Begin here: "),
    "log": ("What was in the garden?", "Begin here: "),
    "practice": ("A bird in the kitchen?", "Begin here: "),
    "schedule": ("When do I practise?", "Begin here: "),
}
"""Kind → how the card of its example begins, and what stands before the link."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_of_any_kind_says_how_it_begins_and_leads_to_it(kind: str, tmp_path: Path) -> None:
    begins, before = CARDS[kind]
    home = {f"a-{kind}.md": f"# The page\n\n/// quiz | {kind}\n///\n"}
    found = site(tmp_path, home)

    card = html(found.quizzes.card(kind, found.homes))

    assert "<input" not in card
    assert f'<p class="quiz-card__stem">{begins}</p>' in card
    assert f'{before}<a href="/a-{kind}.md">The page</a>' in card


def test_a_card_of_what_asks_nothing_tells_its_summary(tmp_path: Path) -> None:
    site(tmp_path, {"home.md": "# The page\n\n/// quiz | log\n///\n"})
    quiz = tmp_path / "quizzes/log.yml"
    quiz.write_text(f"summary: A *line* a day.\n{quiz.read_text('utf-8')}", encoding="utf-8")

    found = read(tmp_path)

    assert "<p>A <em>line</em> a day.</p>" in html(found.quizzes.card("log", found.homes))


def test_a_long_quiz_is_told_no_time(tmp_path: Path) -> None:
    """Six questions a minute are a rule of thumb, and too rough for sixty."""
    site(tmp_path, {"home.md": "# The page\n\n/// quiz | table\n///\n"})
    quiz = tmp_path / "quizzes/table.yml"
    items = "".join(
        f"  - {{id: q{n}, stem: And {n}?, options: [{{id: a, label: A}}, {{id: b, label: B}}]}}\n"
        for n in range(60)
    )
    text = quiz.read_text("utf-8")
    quiz.write_text(text.replace("items:\n", f"items:\n{items}"), encoding="utf-8")

    found = read(tmp_path)

    assert "Begin here: " in html(found.quizzes.card("table", found.homes))


def test_the_self_assessments_of_this_book_take_four_minutes() -> None:
    book = Book(REPOSITORY)
    led_to = {name for page in book.pages for name, _ in page.cards}
    assert len(led_to) == 4
    for name in led_to:
        card = html(standalone.quiz_card(book.quizzes[name], book.renderer, book.homes))
        assert "Take it in four minutes: " in card


def test_a_card_in_this_book_needs_a_page_with_the_quiz(tmp_path: Path) -> None:
    card = f"{front_matter()}\n# A page\n\n/// quiz-card | do-birds-wake-me\n///\n"
    project = Project(tmp_path, {"docs/page.md": card})
    assert project.problems() == []

    project.change(CHAPTER, "/// quiz | do-birds-wake-me\n///", "")

    (problem,) = project.problems()
    assert "docs/page.md:" in problem
    assert 'no page holds the quiz "do-birds-wake-me"' in problem


NO_QUIZ = "(known: checklist, comparison, log, practice, scales, schedule, table, tree)"
SLIPS = {
    "/// quiz\n///": f"3:1: which quiz? write /// quiz | name {NO_QUIZ}",
    "/// quiz log\n///": f"3:1: which quiz? write /// quiz | name {NO_QUIZ}",
    "/// quizz | log\n///": '3:5: no block is called "quizz"; did you mean "quiz"?',
    "/// Quiz | log\n///": '3:5: no block is called "Quiz"; did you mean "quiz"?',
    "/// quiz_card | log\n///": '3:5: no block is called "quiz_card"; did you mean "quiz-card"?',
    "/// my-result\n///": '3:5: no block is called "my-result"; did you mean "my-results"?',
    "/// my-results | log\n///": "3:1: the my-results block takes no name; "
    "write /// my-results and nothing more",
    "/// quiz | how do\n///": f'3:12: no quiz is called "how do" {NO_QUIZ}',
    "/// quiz-card | logg\n///": '3:17: no quiz is called "logg"; did you mean "log"?',
    "/// quiz-reference | scal\n///": '3:22: no quiz-reference is called "scal"; '
    'did you mean "scales"?',
    "// quiz | log\n//": "3:1: a block opens and closes with three slashes: ///",
    "- a\n\n    /// quiz | log\n    ///": "5:5: a block begins at the start of its line; "
    "remove what stands before the slashes, or put an example between lines of ```",
    "> /// quiz | log\n> ///": "3:3: a block begins at the start of its line; "
    "remove what stands before the slashes, or put an example between lines of ```",
    "/// quiz | log\n\nMore.": "3:1: the quiz block is never closed; put /// on the line below it",
    "/// quiz | log\nMore.\n///": "4:1: text inside a quiz block is not shown; "
    "put it below the ///",
    "/// quiz | log\n///\n\n/// quiz | log\n///": '6:1: the quiz "log" stands on this page already; '
    "keep one",
    "/// quiz-card | log\n///": '3:17: no page holds the quiz "log", so the card leads nowhere; '
    "write /// quiz | log on one",
}
"""What stands below the title of a page → what its author is told."""


@pytest.mark.parametrize("written", SLIPS)
def test_a_slip_on_a_page_is_told_with_its_place(written: str, tmp_path: Path) -> None:
    found = site(tmp_path, {"a.md": f"# A\n\n{written}\n"})
    assert [str(problem) for problem in found.problems] == [f"docs/a.md:{SLIPS[written]}"]


OTHERS = (
    *("/// note | Quiz\nWords.\n///", "/// details | More\nWords.\n///", "/// tab | One\n///"),
    *("/// question | Why?\n///", "/// quote\nWords.\n///", "/// reference\n///"),
    *("- a\n\n    /// note\n    ///", "// quiz night is on Friday", "`/// quizz | log`"),
    "```\n/// quizz | log\n///\n```",
    "//// tab | One\n\n/// quiz | log\n///\n\n////",
    "/// quiz-card | tree\n///\n\n/// quiz-card | tree\n///\n\n/// quiz | tree\n///",
    "///quiz|log\n///",
)
"""What a page may say besides: blocks of others, and ours in any good order."""


@pytest.mark.parametrize("written", OTHERS)
def test_blocks_of_others_are_left_alone(written: str, tmp_path: Path) -> None:
    assert site(tmp_path, {"a.md": f"# A\n\n{written}\n"}).problems == []


def test_a_page_with_code_of_any_language_can_hold_a_quiz(tmp_path: Path) -> None:
    """The bounds for pages of the book are not those of other sites."""
    found = site(tmp_path, {"a.md": "# A\n\n```rust\n```\n\n/// quiz | log\n///\n"})
    assert found.homes == {"log": "/a.md"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_kept_can_be_deleted_where_no_page_shows_it(language: str, tmp_path: Path) -> None:
    site(tmp_path)
    names = {"en": "My results", "zh": "我的结果"}

    without = html(read(tmp_path, language).quizzes.drawn["log"])
    (tmp_path / "docs/my-results.md").write_text("# Kept\n\n/// my-results\n///\n", "utf-8")
    having = html(read(tmp_path, language).quizzes.drawn["log"])

    assert names[language] not in without
    assert {"en": "Take the tick away", "zh": "把勾去掉"}[language] in without
    assert having.count(names[language]) == 2
