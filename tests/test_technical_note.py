"""A technical note tells how a self-assessment is made, from the files that the quiz is drawn from."""

from pathlib import Path

import pytest

from tests.drawing import parsed, straight, words
from tests.project import QUIZ, REPOSITORY, Project, front_matter

PAGE = "docs/note.md"
STEPS = """\
source: lark2019
steps:
  - {what: Write questions, done: "yes", how: at dawn, see: /help.md}
  - {what: Ask experts, done: not yet}
"""


def note(project: Project, name: str = "do-birds-wake-me") -> str:
    """What a reader sees of the note."""
    text = f"{front_matter()}\n# Note\n\n/// technical-note | {name}\n///\n\n/// validation\n///\n"
    project.write({PAGE: text, "data/validation.yml": STEPS})
    project.build()
    article = project.page("note").split("<article", 1)[1].split("</article>", 1)[0]
    return straight(words(parsed(f"<article{article}")))


@pytest.fixture(scope="module")
def birds(tmp_path_factory: pytest.TempPathFactory) -> str:
    return note(Project(tmp_path_factory.mktemp("birds")))


@pytest.mark.parametrize(
    "said",
    [
        "3 questions; 2 of them are scored. Last read through on 22 November 2026.",
        "Answers and points. Never 0, Sometimes 1, Often 2.",
        '"Not sure" is left out of every score, and is never a zero.',
        "Asked first. Is a bird in your room? It scores nothing",
        "2 questions, 0 to 4 points; at least 1 must be answered.",
        "Quiet 0 to 1 33.3 % Loud 2 to 4 66.7 %",
        "1. A song woke me. later answers bring more points; counts once.",
        "Song is what readers name first. Covers BIRD-1. Rests on Lark and de Wren 2019",
        "the contributors' experience.",
        "2. I woke by myself. later answers bring fewer points; counts once.",
        '3. I closed the window. Named after "Often".',
        'An early bird. Shown after "Often" to question 1 and Loud on Noise at dawn.',
        "Ideas of the article, with their number in our list of them: BIRD-1: birds sing at dawn",
        "A tested measure takes 2 steps (Lark and de Wren 2019). Still to be taken: 2. Ask experts (not yet).",
    ],
)
def test_a_note_tells(birds: str, said: str) -> None:
    assert said in birds


def test_the_steps_are_a_table_too(birds: str) -> None:
    assert "1. Write questions Yes: at dawn 2. Ask experts Not yet" in birds


def test_weights_and_answers_of_an_items_own_are_told(tmp_path: Path) -> None:
    project = Project(tmp_path)
    own = "weight: 2, responses: [{id: a, label: One, points: 1}, {id: b, label: Two, points: 2}]"
    project.change(
        QUIZ,
        "stem: I woke by myself., scale: noise, reverse: true",
        f"stem: I woke by myself., scale: noise, {own}",
    )
    assert (
        "later answers bring more points; counts 2 times. Answers of its own: One 2, Two 4."
        in note(project)
    )


def test_of_parts_of_which_one_leads_a_note_tells_how_and_how_often(tmp_path: Path) -> None:
    quiz = (REPOSITORY / "tests/structures/voting-aid.yml").read_bytes()
    text = note(Project(tmp_path, {"quizzes/voting-aid.yml": quiz}), "voting-aid")

    assert "Parts that have the same share the lead, and the text of each is shown." in text
    assert "By chance, no part leads alone in 6.6 % of all runs." in text
    assert "For each part the build has found answers with which it leads alone." in text
    assert "leads alone 0 to 20 27.7 %" in text
    assert (
        "its answers give points by scale. Answers of its own: I agree first 2, second 2," in text
    )


def test_what_an_author_writes_stays_words(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(QUIZ, "title: Loud,", 'title: "Loud | <i>very</i> {: .red }",')
    project.change(
        QUIZ, "stem: I closed the window.", 'stem: "I <b>closed</b> {: .red } the *window* [^1]."'
    )
    text = note(project)
    assert "Loud | <i>very</i> {: .red } 2 to 4 66.7 %" in text
    assert "3. I <b>closed</b> {: .red } the window [^1]." in text


def test_a_note_of_an_unknown_quiz_stops_the_build(tmp_path: Path) -> None:
    page = f"{front_matter()}\n# Note\n\n/// technical-note | do-bird-wake-me\n///\n"
    project = Project(tmp_path, {PAGE: page})
    assert project.problems() == [
        f'{PAGE}:8:22: no technical-note is called "do-bird-wake-me"; did you mean "do-birds-wake-me"?'
    ]


def test_a_preview_leaves_out_the_note_of_a_quiz_with_faults(tmp_path: Path) -> None:
    page = f"{front_matter()}\n# Note\n\n/// technical-note | do-birds-wake-me\n///\n"
    project = Project(tmp_path, {PAGE: page})
    project.change(QUIZ, "kind: scales", "kind: scale")
    project.build(command="serve")
    assert "Note" in project.page("note")
