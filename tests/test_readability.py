import pytest

from guidebook.book.house_rules.readability import count_syllables, grade


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("mat", 1), ("idea", 3), ("quiet", 2), ("reader’s", 2), ("oversharing", 4), ("unposted", 3)],
)
def test_syllables_are_those_a_speaker_hears(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_grade_is_flesch_and_kincaids() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_headings_and_items_end_sentences() -> None:
    assert grade("A cat\n\nA mat\n\nA hat") == pytest.approx(0.39 * 2 + 11.8 - 15.59)
