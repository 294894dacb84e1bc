"""A nasty comment, what now?: every way through it is walked, and none of them may hurt a reader."""

import re
from collections.abc import Iterator
from functools import cache

from guidebook.quiz.path import CompiledPath, Outcome
from tests.drawing import having, html, of_class, parsed
from tests.editorial.book import book, page

NAME = "a-nasty-comment"
SAFETY = "safety"
MOST = 6
"""Questions and outcome together, on the longest way."""
HELP = "/help.md"
FRIENDS = "/tools/how-friends-can-help.md"
REMOVING = r"\b(?:delet|remov|hide|hidden|block|tak(?:e|ing) it down|come down)"
KINDNESS = r"\b(?:kind(?:ly|ness)?|polite|forgiv\w*|good wishes)\b"
DEMANDS = (
    r"\b(?:must|should|ought|have to|has to|need to|always|remember to|try to|(?<!may )be kind)\b"
)

Way = tuple[str, ...]
"""The ids of the steps from the first on, and of the outcome at the end."""


@cache
def tree() -> CompiledPath:
    quiz = book().quizzes[NAME].compiled
    assert isinstance(quiz, CompiledPath)
    return quiz


def outcomes() -> dict[str, Outcome]:
    return {name: outcome for name, _, outcome in tree().outcomes}


def leaves() -> dict[str, Outcome]:
    """Every outcome but the one that hands over to the page of help."""
    return {name: outcome for name, outcome in outcomes().items() if name != SAFETY}


def ways(*before: str) -> Iterator[Way]:
    """Every way on from here; it meets no step twice."""
    steps = {step.id: step for step in tree().steps}
    way = before or (tree().steps[0].id,)
    assert len({*way}) == len(way), f"{way} goes round in circles"
    if way[-1] not in steps:
        yield way
        return
    for name in dict.fromkeys(option.go for option in steps[way[-1]].options):
        yield from ways(*way, name)


def words(way: Way) -> list[str]:
    """What a reader meets on a way, part by part, in the order of reading."""
    steps = {step.id: step for step in tree().steps}
    parts = [f"{steps[name].stem}\n{steps[name].text or ''}" for name in way[:-1]]
    last = outcomes()[way[-1]]
    return [*parts, f"{last.title}\n{last.text}"]


def test_every_step_and_every_outcome_lies_on_some_way() -> None:
    known = {*(step.id for step in tree().steps), *outcomes()}
    assert {name for way in ways() for name in way} == known


def test_no_way_is_long() -> None:
    assert max(len(way) for way in ways()) <= MOST


def test_safety_is_asked_first_and_doubt_counts_as_danger() -> None:
    first = tree().steps[0]
    assert {option.id for option in first.options if option.go == SAFETY} == {"yes", "unsure"}
    assert {option.id for option in first.options} == {"yes", "unsure", "no"}
    asked = f"{first.stem} {first.text}"
    assert [d for d in ("threat", "stalking", "private details", "afraid") if d not in asked] == []


def test_a_threat_that_is_seen_only_later_leads_to_safety_too() -> None:
    assert [way for way in ways() if way[-1] == SAFETY and way[-2] == "sort"]


def test_safety_leads_to_help_and_begins_with_the_emergency_number() -> None:
    safety = outcomes()[SAFETY]
    assert f"]({HELP})" in safety.text
    assert (safety.tool or "").startswith(HELP)
    assert "emergency number" in safety.text.partition("\n")[0]


def test_saving_comes_before_any_removing() -> None:
    for way in ways():
        told = "\n".join(words(way))
        removing = re.search(REMOVING, told, re.IGNORECASE)
        saving = re.search(r"\bsave", told, re.IGNORECASE)
        if removing:
            assert saving, way
            assert saving.start() < removing.start(), way
        assert way[-1] == SAFETY or "save" in way


def test_an_outcome_says_again_what_goes_before_removing() -> None:
    """Somebody may have gone on without saving, or left it to a friend."""
    for name, leaf in leaves().items():
        if re.search(REMOVING, leaf.text, re.IGNORECASE):
            assert "once it is saved" in leaf.text.lower(), name


def test_no_outcome_asks_for_a_reply() -> None:
    for name, outcome in outcomes().items():
        assert "no reply is needed" in outcome.text.lower(), name


def test_a_leaf_offers_an_act_after_care_company_and_more_to_read() -> None:
    for name, leaf in leaves().items():
        act, after, who, more = leaf.text.strip().split("\n\n")[-4:]
        assert act.startswith("**One small step.** "), name
        assert after.startswith("**Afterwards.** "), name
        assert who.startswith("**Who can help.** "), name
        assert f"]({FRIENDS})" in who, name
        assert "](/toxic-negativity.md#" in more, name


def test_help_stands_below_every_outcome() -> None:
    (result,) = of_class(parsed(html(book().drawn[NAME])), "quiz__result")
    parts = [*having(result, "data-outcome"), *of_class(result, "quiz__help")]
    assert len(parts) == len(outcomes()) + 1
    assert [part for part in result if part in parts][-1] is parts[-1]


def test_the_card_that_friends_get_sets_them_a_limit() -> None:
    card = " ".join(html(book().drawn["how-friends-can-help"]).split())
    assert "name nobody, insult nobody and bring nobody along" in card


def test_kindness_is_offered_and_never_asked_for() -> None:
    written = book().quizzes[NAME].written
    texts = ["\n".join(words(way)) for way in ways()]
    texts += [written.intro or "", page(f"docs/tools/{NAME}.md").sentences]
    for sentence in re.split(r"(?<=[.?:])\s+", "\n".join(texts)):
        if re.search(KINDNESS, sentence, re.IGNORECASE):
            assert not re.search(DEMANDS, sentence, re.IGNORECASE), sentence
    assert "you owe nobody kindness" in (written.intro or "")
