"""A drawn self-assessment: complete on paper, and what any script may rely on."""

import json
import os
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
import yaml

from guidebook.engine.kinds.check import walk
from guidebook.engine.quiz_file import read_quiz
from guidebook.engine.render import SiteLink, cut
from tests.drawing import (
    GOLDEN,
    every_feature,
    golden,
    having,
    html,
    of_class,
    parsed,
    with_words,
    words,
)
from tests.project import QUIZ, Project

HOSTILE: list[str] = yaml.safe_load(
    Path(__file__).with_name("hostile.yml").read_text(encoding="utf-8")
)


GOLDEN_PAGES = ("every-feature", "leading")


@pytest.fixture(scope="module")
def widget(tmp_path_factory: pytest.TempPathFactory) -> Element:
    """The quiz that uses every feature, as a browser sees it."""
    (element,) = list(parsed(every_feature(tmp_path_factory.mktemp("project"))))
    return element


def item(widget: Element, name: str) -> Element:
    return next(f for f in widget.iter("fieldset") if having(f, "name", name))


def scale(widget: Element, name: str) -> Element:
    return having(widget, "data-scale", name)[0]


def answers(fieldset: Element) -> list[tuple[str | None, str | None]]:
    return [(i.get("value"), i.get("data-points")) for i in fieldset.iter("input")]


# The promises of a built page


def test_the_widget_is_one_element_that_names_its_quiz(widget: Element) -> None:
    assert (widget.tag, widget.get("data-quiz")) == ("quiz-scales", "every-feature")


def test_each_item_is_a_fieldset_whose_legend_is_the_stem(widget: Element) -> None:
    stems = {
        i.get("name"): words(f.find("legend"))
        for f in widget.iter("fieldset")
        for i in f.iter("input")
    }
    assert stems == {
        "gate": "Is there a bird in the room?",
        "song": "A song woke me.",
        "silence": "I woke by myself.",
        "crow": "A crow sat on the sill.",
        "hum": "I hummed along.",
        "window": "I closed the window.",
        "early": "I am up early anyway.",
        "seen": "Which did you see?",
        "clear": "How clear was the sky?",
        "first": "Which did you hear first?",
    }


def test_each_answer_is_a_native_radio_wrapped_by_its_label(widget: Element) -> None:
    inputs = [i for label in widget.iter("label") for i in label if i.tag == "input"]
    assert len(inputs) == len(list(widget.iter("input")))
    boxes = {i.get("name") for i in inputs if i.get("type") == "checkbox"}
    assert boxes == {"seen", "first", None}  # several answers; an order; Remember on this device
    assert {i.get("type") for i in inputs} == {"radio", "checkbox"}


def test_of_several_answers_one_says_none_of_these(widget: Element) -> None:
    assert answers(item(widget, "seen")) == [
        *(("robin", "1"), ("wren", "1"), ("none", "0"), ("skip", None))
    ]


def test_numbers_in_a_row_have_words_at_both_ends(widget: Element) -> None:
    row = item(widget, "clear")
    assert [words(label) for label in row.iter("label")] == ["0", "2", "4", "Not sure"]
    ends = [i.get("aria-describedby") for i in row.iter("input")]
    texts = {s.get("id"): words(s) for s in row.iter("span")}
    assert [texts.get(end) for end in ends] == ["0: Grey", None, "4: Blue", None]


def test_a_question_for_thinking_has_room_to_write_and_lines_on_paper(widget: Element) -> None:
    (room,) = widget.iter("textarea")
    assert (room.get("name"), room.get("aria-label")) == ("think", "What would you tell a bird?")
    assert len(of_class(widget, "quiz__lines")[0]) == 3


def test_answers_in_order_have_a_box_for_their_place_and_name_what_it_counts_for(
    widget: Element,
) -> None:
    order = item(widget, "first")
    rows = [words(row) for row in of_class(order, "quiz__ranked")]
    assert rows == ["Wings & things Joy ↑ ↓", "A “beak” How many often ↑ ↓", "Feet ↑ ↓"]
    boxes = [box.get("data-on") for box in order.iter("input")]
    assert boxes == ["joy", "often", "", None]
    moves = [button.get("aria-label") for button in order.iter("button")]
    assert moves[:3] == ["Move Wings & things up", "Move Wings & things down", "Move A “beak” up"]
    (on_paper,) = of_class(order, "quiz__paper")
    assert "Number them: 1 is the first." in words(on_paper)
    assert "Points from the first place on: 6, 4, 2." in words(on_paper)
    assert "each brings the points of its place to the part named beside it" in words(widget)


def test_answers_have_the_ids_their_author_gave_and_skip_comes_last(widget: Element) -> None:
    assert [value for value, _ in answers(item(widget, "song"))] == [
        "never",
        "often",
        "always",
        "skip",
    ]


def test_nothing_is_chosen_beforehand(widget: Element) -> None:
    assert having(widget, "checked") == []


@pytest.mark.parametrize(
    ("name", "points"),
    [
        ("song", ["0", "2", "3", None]),
        ("silence", ["3", "1", "0", None]),  # mirrored
        ("crow", ["0", "4", "6", None]),  # counts twice
        ("hum", ["-4", "4", None]),  # answers of its own
        ("window", [None, None, None, None]),  # a strength
        ("early", [None, None, None, None]),  # for a note alone
    ],
)
def test_answers_carry_their_points_mirrored_and_weighted(
    widget: Element, name: str, points: list[str | None]
) -> None:
    assert [p for _, p in answers(item(widget, name))] == points


@pytest.mark.parametrize(
    ("name", "scales", "weight"),
    [("song", "noise joy often", None), ("crow", "noise", "2"), ("window", None, None)],
)
def test_items_say_what_they_count_on_and_how_often(
    widget: Element, name: str, scales: str | None, weight: str | None
) -> None:
    fieldset = item(widget, name)
    assert (fieldset.get("data-scales"), fieldset.get("data-weight")) == (scales, weight)


def test_each_scale_waits_for_a_score_and_a_band(widget: Element) -> None:
    waiting = {
        s.get("data-scale"): (s.get("data-score"), s.get("data-band"))
        for s in having(widget, "data-scale")
    }
    assert waiting == {"noise": ("", ""), "joy": ("", ""), "often": ("", "")}


def test_the_least_number_of_answers_is_three_quarters_or_what_the_author_says(
    widget: Element,
) -> None:
    assert [scale(widget, name).get("data-min") for name in ("noise", "joy")] == ["2", "3"]


def test_the_result_is_a_region_that_can_receive_focus(widget: Element) -> None:
    (result,) = having(widget, "aria-label", "Your result")
    assert (result.tag, result.get("tabindex")) == ("section", "-1")


def test_the_buttons_are_named_as_promised(widget: Element) -> None:
    buttons = {words(b): b.get("type") for b in widget.iter("button")}
    assert {name: kind for name, kind in buttons.items() if kind != "button"} == {
        "See my result": None,
        "Start again": "reset",
    }


def test_no_id_stands_twice(widget: Element) -> None:
    ids = [e.get("id") for e in having(widget, "id")]
    assert len(ids) == len(set(ids))


def test_links_within_the_widget_lead_to_something(widget: Element) -> None:
    within = {a.get("href", "")[1:] for a in widget.iter("a") if a.get("href", "").startswith("#")}
    assert within <= {e.get("id") for e in having(widget, "id")}


def test_nothing_is_inline(widget: Element) -> None:
    elements = list(widget.iter())
    assert not {e.tag for e in elements} & {"script", "style", "link", "iframe", "img", "object"}
    assert not [
        name for e in elements for name in e.attrib if name == "style" or name.startswith("on")
    ]


# Complete on paper


def test_the_sheet_shows_every_answer_with_its_points(widget: Element) -> None:
    shown = [words(label) for label in item(widget, "crow").iter("label")]
    assert shown == ["Never 0", "Often & more 4", "Always 6", "Not sure"]


@pytest.mark.parametrize(
    ("name", "bands"),
    [
        ("noise", ["Quiet 0 to 4", "Loud 5 to 8", "Roaring 9 to 12"]),
        ("joy", ["Joy -4 to 13"]),
        ("often", ["Few 0 to 1", "Many 2 to 6"]),
    ],
)
def test_the_sheet_shows_every_band_with_its_range(
    widget: Element, name: str, bands: list[str]
) -> None:
    assert [words(b) for b in of_class(scale(widget, name), "quiz__band-title")] == bands


def test_the_sheet_shows_every_reading(widget: Element) -> None:
    texts = [words(b.find("p[2]")) for b in of_class(widget, "quiz__band")]
    assert texts == ["It is quiet.", "It is loud.", "It roars.", "It is joy.", "A few.", "Many."]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (
            "noise",
            (
                "Points of questions 1, 2, 3: ______ (from 0 to 12) To divide or multiply, count more "
                "than once: question 3 (2 times). If you answered fewer than 2 of them, leave this part."
            ),
        ),
        (
            "joy",
            (
                "Points of questions 1, 4, 10: ______ (from -4 to 13) To divide or multiply, count more "
                "than once: question 10 (2 times). If you answered fewer than 3 of them, leave this part."
            ),
        ),
        (
            "often",
            (
                "Of questions 1, 2, 7, 8, 10, how many you answered with 2 points or more: ______ (from "
                "0 to 6) Count more than once: question 10 (2 times, from 4 points on). If you answered "
                "fewer than 4 of them, leave this part."
            ),
        ),
    ],
)
def test_the_sheet_has_a_place_to_work_out_each_scale(
    widget: Element, name: str, place: str
) -> None:
    assert words(of_class(scale(widget, name), "quiz__paper")[0]) == place


def test_under_the_result_stands_where_the_questions_come_from(widget: Element) -> None:
    (origin,) = of_class(widget, "quiz__origin")
    assert words(origin) == "By the tests, under CC0. Nobody has tested it. Cite as Birds."
    assert "prompt to think" not in words(widget)


def test_the_sheet_says_when_a_strength_counts(widget: Element) -> None:
    (strength,) = of_class(widget, "quiz__strengths")[0].findall("div")
    assert [words(p) for p in strength] == [
        "If you answered Often & more or Always to question 5:",
        "You close the window.",
    ]


def test_the_sheet_says_when_a_note_counts(widget: Element) -> None:
    conditions = [words(note.find("p[1]")) for note in of_class(widget, "quiz__note")]
    early_and_loud = (
        "If you answered Often & more or Always to question 6, "
        "you answered Often & more or Always to question 1, "
        "your reading of Noise is Loud or Roaring and your reading of Joy is Joy:"
    )
    assert conditions == [early_and_loud, "If your reading of Noise is Roaring:"]


def test_the_sheet_shows_each_step_with_its_reading_and_once_the_tools_that_help(
    widget: Element,
) -> None:
    (steps,) = of_class(widget, "quiz__steps")
    on_paper = [part for part in steps.iter() if "quiz__tool" not in part.get("class", "")]
    for part in on_paper:
        for tool in [e for e in part if "quiz__tool" in e.get("class", "")]:
            part.remove(tool)
    assert [words(part) for part in steps][1:-1] == [
        "Take the step of the part that weighs most, or one that suits you better.",
        "Noise, Loud: Close the window.",
        "Noise, Roaring: One of these: Close the window. Open your ears.",
        "To take it further: Help",
    ]


def test_the_sheet_says_which_page_an_answer_to_the_gate_leads_to(widget: Element) -> None:
    aways = [words(away) for away in of_class(widget, "quiz__away")]
    now = "begin here: If someone is in danger now, call your local emergency number."
    first = "Open the window, and read on about help. Step back."
    rest, on = "The rest in order, and people to talk to:", "Go on with the questions"
    assert aways == [
        f"If your answer is Yes or Not sure, {now} {first} {rest} Help {on}",
        f"If your answer is Many, {now} {first} {rest} Listen {on}",
    ]


def test_what_the_gate_asks_about_belongs_to_its_question(widget: Element) -> None:
    (gate,) = of_class(widget, "quiz__gate")
    (text,) = of_class(gate, "quiz__text")
    assert gate.get("aria-describedby") == text.get("id")
    assert [words(line) for line in text.iter("li")] == ["A small one.", "A large one."]


def test_the_sheet_says_why_we_ask(widget: Element) -> None:
    (why,) = widget.iter("dl")
    assert [words(e) for e in why] == ["A song woke me.", "Song comes first: see birds."]


# Conditions, as a script reads them


def test_the_conditions_of_a_note_name_items_answers_scales_and_bands(widget: Element) -> None:
    note = of_class(widget, "quiz__note")[0]
    assert (
        note.get("data-when")
        == "early=often,always song=often,always noise.own=loud,roaring joy.own=joy"
    )


def test_a_strength_counts_in_the_upper_half_of_the_points(widget: Element) -> None:
    (strengths,) = of_class(widget, "quiz__strengths")
    assert [e.get("data-when") for e in strengths.findall("div")] == ["window=often,always"]


def test_the_gate_tells_the_answers_that_lead_away(widget: Element) -> None:
    gate = item(widget, "gate")
    assert [i.get("value") for i in having(gate, "data-away")] == ["yes", "unsure", "many"]


# Safe


def hostile_quizzes(folder: Path) -> tuple[list[Element], Element]:
    """The widget of the golden quiz with each hostile text in every place for one; and a harmless one."""
    project = Project(folder)
    book = project.book()
    file = read_quiz(GOLDEN / "every-feature.yml", GOLDEN, book.docs)
    assert book.renderer

    def drawn(words: str) -> Element:
        hostile = with_words(file, lambda _: words)
        project.write({"quizzes/hostile.yml": json.dumps(hostile, ensure_ascii=False)})
        quiz = read_quiz(project.root / "quizzes/hostile.yml", project.root, book.docs)
        assert book.renderer
        return parsed(html(book.renderer.draw(quiz.compiled)))

    return [drawn(text) for text in [*HOSTILE, "<b>" + "x" * 9_900]], drawn("harmless")


def _bones(widget: Element) -> list[tuple[str, tuple[str, ...]]]:
    """The elements and their attributes, what small Markdown may add left out."""
    small = {"p", "a", "em", "strong", "code", "ul", "ol", "li", "blockquote", "br"}
    return [
        (str(e.tag), tuple(sorted(e.attrib)))
        for e in widget.iter()
        if e.tag not in small or set(e.attrib) - {"href"}
    ]


def test_no_text_anywhere_in_a_quiz_becomes_markup(tmp_path: Path) -> None:
    hostile, harmless = hostile_quizzes(tmp_path)
    assert [_bones(widget) for widget in hostile] == [_bones(harmless)] * len(hostile)


def test_links_into_the_site_stand_apart_and_others_do_not() -> None:
    drawn = cut('a <a href="/b.md?c=d&amp;e">f</a> <a href="https://g">h</a> <a href="#i">j</a>')
    assert drawn == (
        "a ",
        SiteLink("/b.md?c=d&e", "f"),
        ' <a href="https://g">h</a> <a href="#i">j</a>',
    )


def test_a_quiz_with_faults_shows_them_where_it_would_stand(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.change(QUIZ, "title: Noise at dawn", "title: <b>Noise</b>\n    titel: x")
    shown = words(parsed(html(project.book().drawn["do-birds-wake-me"])))
    assert f'{QUIZ}:22:5 unknown key "titel"; did you mean "title"?' in shown


def test_a_widget_speaks_the_language_of_the_site_and_english_where_words_are_missing(
    tmp_path: Path,
) -> None:
    german = {"overrides/widgets/engine/locales/de.yml": "see_result: Mein Ergebnis\n"}
    widget = parsed(html(Project(tmp_path, german).book("de").drawn["do-birds-wake-me"]))
    assert {"Mein Ergebnis", "Start again"} <= {words(b) for b in widget.iter("button")}


def test_a_language_that_nobody_has_written_is_english_and_says_so(tmp_path: Path) -> None:
    english, spoken = (
        Project(tmp_path).book(own).drawn["do-birds-wake-me"] for own in ("en", "xx")
    )
    said = ' lang="en" dir="ltr"'
    assert said in html(spoken)
    assert html(spoken).replace(said, "") == html(english)


# Golden


def test_the_golden_quizzes_use_every_key_there_is(tmp_path: Path) -> None:
    docs = Project(tmp_path / "project").book().docs
    files = [read_quiz(GOLDEN / f"{name}.yml", GOLDEN, docs) for name in GOLDEN_PAGES]
    parts = [part for file in files for _, part in walk(file.written)]
    used = {(type(part).__name__, name) for part in parts for name in part.model_fields_set}
    known = {(type(part).__name__, name) for part in parts for name in type(part).model_fields}
    instead_of_responses = {("ScalesQuiz", "range")}
    assert known - used == instead_of_responses


@pytest.mark.parametrize("name", GOLDEN_PAGES)
def test_the_golden_page_is_current(name: str, tmp_path: Path) -> None:
    """After a change that is meant: RENEW_GOLDEN=1 pytest tests/test_render.py, and read the diff."""
    path = GOLDEN / f"{name}.html"
    drawn = golden(tmp_path, name)
    if os.environ.get("RENEW_GOLDEN"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
