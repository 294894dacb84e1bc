"""A drawn self-assessment: complete on paper, and what any script may rely on."""

import json
import os
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
import yaml

from guidebook import source
from guidebook.quiz.check import walk
from guidebook.quiz.read import read_quiz
from guidebook.render import SiteLink, cut
from tests.drawing import GOLDEN, every_feature, having, html, of_class, parsed, words
from tests.project import QUIZ, Project

HOSTILE: list[str] = yaml.safe_load(
    Path(__file__).with_name("hostile.yml").read_text(encoding="utf-8")
)


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
    }


def test_each_answer_is_a_native_radio_wrapped_by_its_label(widget: Element) -> None:
    radios = [i for label in widget.iter("label") for i in label if i.tag == "input"]
    box = "checkbox"  # Remember on this device
    assert [i.get("type") for i in radios] == ["radio"] * (len(list(widget.iter("input"))) - 1) + [
        box
    ]


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
    [("song", "noise joy", None), ("crow", "noise", "2"), ("window", None, None)],
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
    assert waiting == {"noise": ("", ""), "joy": ("", "")}


def test_the_least_number_of_answers_is_three_quarters_or_what_the_author_says(
    widget: Element,
) -> None:
    assert [scale(widget, name).get("data-min") for name in ("noise", "joy")] == ["2", "2"]


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
        ("joy", ["Joy -4 to 7"]),
    ],
)
def test_the_sheet_shows_every_band_with_its_range(
    widget: Element, name: str, bands: list[str]
) -> None:
    assert [words(b) for b in of_class(scale(widget, name), "quiz__band-title")] == bands


def test_the_sheet_shows_every_reading(widget: Element) -> None:
    texts = [words(b.find("p[2]")) for b in of_class(widget, "quiz__band")]
    assert texts == ["It is quiet.", "It is loud.", "It roars.", "It is joy."]


def test_the_sheet_has_a_place_to_add_up_each_scale(widget: Element) -> None:
    places = [words(p) for p in of_class(widget, "quiz__paper") if "______" in words(p)]
    assert places == [
        "Points of questions 1, 2, 3: ______ (from 0 to 12)",
        "Points of questions 1, 4: ______ (from -4 to 7)",
    ]


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
    assert [i.get("value") for i in having(gate, "data-go")] == ["yes", "unsure", "many"]


# Safe


def hostile_quizzes(folder: Path) -> tuple[list[Element], Element]:
    """The widget of the golden quiz with each hostile text in every place for one; and a harmless one."""
    project = Project(folder)
    data: Any = source.read_text(
        (GOLDEN / "every-feature.yml").read_text(encoding="utf-8"), ""
    ).data
    book = project.book()
    assert book.renderer

    def drawn(words: str) -> Element:
        project.write({"quizzes/hostile.yml": json.dumps(_with(words, data), ensure_ascii=False)})
        quiz = read_quiz(project.root / "quizzes/hostile.yml", project.root, book.docs)
        assert book.renderer
        return parsed(html(book.renderer.draw(quiz.compiled)))

    return [drawn(text) for text in [*HOSTILE, "<b>" + "x" * 9_900]], drawn("harmless")


TEXTS = {"title", "summary", "period", "intro", "label", "skip", "stem", "text", "step", "why"}


def _with(words: str, part: Any) -> Any:
    """A quiz with `words` wherever its author may write some."""
    if isinstance(part, dict):
        return {
            key: words if key in TEXTS and isinstance(value, str) else _with(words, value)
            for key, value in part.items()
        }
    return [_with(words, member) for member in part] if isinstance(part, list) else part


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
    german = {"overrides/widgets/locales/de.yml": "see_result: Mein Ergebnis\n"}
    widget = parsed(html(Project(tmp_path, german).book("de").drawn["do-birds-wake-me"]))
    assert {"Mein Ergebnis", "Start again"} <= {words(b) for b in widget.iter("button")}


def test_a_language_that_nobody_has_written_is_english(tmp_path: Path) -> None:
    assert Project(tmp_path).book("xx").drawn == Project(tmp_path).book("en").drawn


# Golden


def test_the_golden_quiz_uses_every_key_there_is(tmp_path: Path) -> None:
    path = tmp_path / "every-feature.yml"
    path.write_bytes((GOLDEN / "every-feature.yml").read_bytes())
    docs = Project(tmp_path / "project").book().docs
    written = read_quiz(path, tmp_path, docs).written
    parts = [part for _, part in walk(written)]
    used = {(type(part).__name__, name) for part in parts for name in part.model_fields_set}
    known = {(type(part).__name__, name) for part in parts for name in type(part).model_fields}
    assert known - used == set()


def test_the_golden_page_is_current(tmp_path: Path) -> None:
    """After a change that is meant: RENEW_GOLDEN=1 pytest tests/test_render.py, and read the diff."""
    path = GOLDEN / "every-feature.html"
    drawn = every_feature(tmp_path)
    if os.environ.get("RENEW_GOLDEN"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")
