"""A sheet of paper worked out by hand: from what it prints, and from nothing that the engine knows."""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import NamedTuple
from xml.etree.ElementTree import Element

from tests.drawing import having, of_class, words

_QUESTIONS = re.compile(r"(?:Of|Points of) questions? (?P<numbers>\d+(?:, \d+)*)")
_REACHES = re.compile(r"you answered with (?P<at>-?\d+) points or more")
_MORE = re.compile(r"question (\d+) \((\d+) times(?:, from (-?\d+) points on)?\)")
_LEAST = re.compile(r"fewer than (?P<least>\d+) of them")
_LEAST_OF_ALL = re.compile(r"fewer than (?P<least>\d+) questions")
_RANGE = re.compile(r"\(from (?P<low>[-.\d]+) to (?P<high>[-.\d]+)")
_READING = re.compile(r"(?P<low>-?[.\d]+) to (?P<high>-?[.\d]+)$")


class Result(NamedTuple):
    """Of one part."""

    score: float
    low: float
    high: float
    """What the sheet says that the score lies between."""
    reading: str
    """The one whose range holds the score; empty where none does, or none has a range."""


def worked_out(sheet: Element, answers: Mapping[int, str]) -> Mapping[str, Result | None]:
    """Part → its result, None where the sheet says to leave it; `answers` are the marks by number of the question."""
    return {
        part.get("data-scale", ""): _part(part, sheet, answers)
        for part in having(sheet, "data-scale")
    }


def _part(part: Element, sheet: Element, answers: Mapping[int, str]) -> Result | None:
    line = next(words(p) for p in of_class(part, "quiz__paper") if "______" in words(p))
    numbers = [int(n) for n in _said(_QUESTIONS, line, "numbers").split(", ")]
    given = {n: _points(sheet, n, answers[n], part) for n in numbers if _marked(answers.get(n, ""))}
    least = _said(_LEAST, line, "least") or _said(_LEAST_OF_ALL, words(sheet), "least")
    if len(given) < int(least or 1):
        return None
    more = {int(n): (int(times), at) for n, times, at in _MORE.findall(line)}
    times = {n: more.get(n, (1, ""))[0] for n in numbers}
    total, answered = Fraction(sum(given.values())), sum(times[n] for n in given)
    if at := _said(_REACHES, line, "at"):
        lines = {n: int(more.get(n, (1, ""))[1] or at) for n in given}
        score = Fraction(sum(times[n] for n, points in given.items() if points >= lines[n]))
    elif "divided by" in line:
        score = Fraction(_half_down(100 * total / answered), 100)
    else:
        score = Fraction(_half_down(total / answered * sum(times.values())))
    low, high = (float(_said(_RANGE, line, end)) for end in ("low", "high"))
    return Result(float(score), low, high, _reading(part, float(score)))


def _marked(mark: str) -> bool:
    return mark not in ("", "skip")


def _points(sheet: Element, number: int, mark: str, part: Element) -> int:
    """What is printed beside the marks on one question, as far as it belongs to a part."""
    (question,) = (e for e in sheet.iter("fieldset") if e.get("id", "").endswith(f".{number}"))
    chosen = mark.split(",")
    title = words(next(part.iter("h4")))
    letter, dot, name = title.partition(". ")
    if ranked := of_class(question, "quiz__ranked"):
        places = re.findall(r"\d+", words(of_class(question, "quiz__paper")[0]).split(":")[-1])
        own = {
            e.get("value")
            for row in ranked
            for e in row.iter("input")
            if _beside(row) == (name if dot else title)
        }
        return sum(int(p) for p, answer in zip(places, chosen, strict=False) if answer in own)
    labels = {
        e.get("value"): label for label in question.iter("label") for e in label.iter("input")
    }
    return sum(
        _number(labels[answer], letter if dot else "") for answer in chosen if answer != "none"
    )


def _beside(row: Element) -> str:
    return "".join(words(small) for small in row.iter("small"))


def _number(label: Element, letter: str) -> int:
    """The small number of an answer, or its label, which is one; with letters, that of one letter."""
    said = _beside(label) or words(label)
    if not letter or said == "0":
        return int(said)
    return sum(int(n) for name, n in re.findall(r"(\w+) (-?\d+)", said) if name == letter)


def _half_down(score: Fraction) -> int:
    return ceil(score - Fraction(1, 2))


def _reading(part: Element, score: float) -> str:
    return "".join(
        band.get("data-reading", "") for band in of_class(part, "quiz__band") if _holds(band, score)
    )


def _holds(band: Element, score: float) -> bool:
    for title in of_class(band, "quiz__band-title"):
        if found := _READING.search(words(title)):
            return float(found["low"]) <= score <= float(found["high"])
    return False


def _said(pattern: re.Pattern[str], line: str, name: str) -> str:
    found = pattern.search(line)
    return found[name] if found else ""
