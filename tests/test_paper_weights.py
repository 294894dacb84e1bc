"""On paper, a question that counts more than once counts as it does on the screen."""

from pathlib import Path

from tests.drawing import html, of_class, parsed, words
from tests.project import Project

QUIZ = """kind: scales
title: Am I a morning bird?
responses:
  - {id: no, label: No, points: 0}
  - {id: some, label: Somewhat, points: 1}
  - {id: yes, label: Yes, points: 2}
scales:
  sum: {title: Dawn, bands: [{from: 0, id: low, title: Late, text: Late.}]}
  mean: {title: Song, score: mean, bands: [{from: 0, id: quiet, title: Quiet, text: Quiet.}]}
  count: {title: Signs, score: count, at: 2, bands: [{from: 0, id: few, title: Few, text: Few.}]}
blocks:
  - title: This week
    items:
      - {id: rise, stem: I rose before the sun., scale: [sum, mean, count]}
      - {id: sing, stem: I sang., scale: [sum, mean, count], weight: 2}
"""


def test_a_sum_needs_no_words_and_a_mean_and_a_count_have_them(tmp_path: Path) -> None:
    project = Project(tmp_path, {"quizzes/birds.yml": QUIZ})
    assert project.problems() == []

    sheet = parsed(html(project.book().drawn["birds"]))

    points = [words(small) for small in sheet.iter("small")]
    assert points[:6] == ["0", "1", "2", "0", "2", "4"]  # weighted already
    lines = [words(p) for p in of_class(sheet, "quiz__paper") if "______" in words(p)]
    assert [line.partition(") ")[2] for line in lines] == [
        "",
        "Question 2 counts as 2 questions there.",  # 1 + 2 points over 1 + 2 questions
        "Question 2 counts as 2, from 4 points on.",  # 2 points and more, weighted
    ]
