"""A table of answers: the first row that fits wins, and every row can be the first."""

from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.engine.kinds.table.compile import compile_table
from guidebook.engine.kinds.table.model import CompiledTable, TableQuiz
from guidebook.engine.links import Docs
from guidebook.engine.yaml.source import Source, Value, read_text
from tests.project import REPOSITORY

EXAMPLE = REPOSITORY / "quizzes/examples/table.yml"
ANSWERS = ("yes", "unsure", "no")


def compiled(source: Source) -> tuple[CompiledTable | None, list[str]]:
    written = TableQuiz.model_validate(source.data)
    quiz, problems = compile_table(written, source, "table", Docs())
    return quiz, [str(problem) for problem in problems]


def test_the_first_outcome_that_fits_wins() -> None:
    quiz, _ = compiled(read_text(EXAMPLE.read_text(encoding="utf-8"), "table.yml"))
    assert quiz
    assert quiz.outcome({"people": "yes", "asked": "no"}) == "ask-first"
    assert quiz.outcome({"people": "yes", "asked": "yes"}) == "post"
    assert quiz.outcome({"people": "no", "asked": "no"}) == "post"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_a_table_is_accepted_only_if_every_row_can_come_up(data: st.DataObject) -> None:
    items = [f"i{n}" for n in range(data.draw(st.integers(1, 4)))]
    answers = st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=3, unique=True)
    whens = data.draw(
        st.lists(st.dictionaries(st.sampled_from(items), answers, min_size=1), max_size=5)
    )
    options: list[Value] = [{"id": answer, "label": answer} for answer in ANSWERS]
    rows: list[Any] = [
        {"id": f"r{n}", "title": "T", "text": "T", **({"when": {**when}} if when else {})}
        for n, when in enumerate([*whens, None])
    ]
    asked: list[Value] = [{"id": item, "stem": "S", "options": options} for item in items]
    root: Value = {"kind": "table", "title": "T", "items": asked, "outcomes": rows}
    quiz, _ = compiled(Source("table.yml", root))

    def first(chosen: dict[str, str]) -> int:
        fits = (all(chosen[item] in wanted for item, wanted in when.items()) for when in whens)
        return next((n for n, fit in enumerate(fits) if fit), len(whens))

    every = [
        dict(zip(items, chosen, strict=True)) for chosen in product(ANSWERS, repeat=len(items))
    ]
    come_up = {first(chosen) for chosen in every}
    assert (quiz is not None) == (come_up == set(range(len(rows))))
    if quiz:
        assert all(quiz.outcome(chosen) == f"r{first(chosen)}" for chosen in every)
