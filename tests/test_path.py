"""A decision tree: walked as far as a reader could go, and printed as a numbered list."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from guidebook.engine.kinds.tree.compile import compile_tree
from guidebook.engine.kinds.tree.model import CompiledTree, TreeQuiz
from guidebook.engine.links import Docs
from guidebook.engine.yaml.source import Source, Value, read_text
from tests.project import REPOSITORY, Project

EXAMPLE = REPOSITORY / "quizzes/examples/tree.yml"


def compiled(source: Source) -> tuple[CompiledTree | None, list[str]]:
    written = TreeQuiz.model_validate(source.data)
    quiz, problems = compile_tree(written, source, "way", Docs())
    return quiz, [str(problem) for problem in problems]


def example() -> CompiledTree:
    text = EXAMPLE.read_text(encoding="utf-8").replace(", tool: /hyper-active-engagement.md", "")
    quiz, _ = compiled(read_text(text, "way.yml"))
    assert quiz
    return quiz


def test_steps_are_numbered_in_the_order_a_reader_meets_them_and_outcomes_follow() -> None:
    assert example().numbers == {"urgent": 1, "calm": 2, "tomorrow": 3, "answer": 4, "short": 5}


def test_every_answer_on_paper_names_the_number_to_go_to(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("/hyper-active-engagement.md", "/help.md")
    project = Project(tmp_path, {"quizzes/way.yml": text})
    html = "".join(str(part) for part in project.book().drawn["way"])
    for step in example().steps:
        for option in step.options:
            assert f" <small>go to {example().numbers[option.go]}</small></label>" in html


STEPS = st.integers(min_value=1, max_value=6)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_an_accepted_tree_always_ends(data: st.DataObject) -> None:
    count = data.draw(STEPS)
    names = [*(f"s{n}" for n in range(count)), "end"]
    steps: dict[str, Value] = {}
    for n in range(count):
        goes = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
        options: list[Value] = [
            {"id": f"o{k}", "label": "L", "go": go} for k, go in enumerate(goes)
        ]
        steps[f"s{n}"] = {"stem": "S", "options": options}
    outcomes: Value = {"end": {"title": "E", "text": "T"}}
    root: Value = {
        "kind": "tree",
        "title": "T",
        "start": "s0",
        "steps": steps,
        "outcomes": outcomes,
    }
    quiz, problems = compiled(Source("way.yml", root))
    assert (quiz is None) == bool(problems)
    assert (quiz is not None) == _sound(steps)


def _sound(steps: dict[str, Value]) -> bool:
    """By brute force: every step reached, and no way longer than there are steps."""
    reached: set[str] = set()
    ways = [["s0"]]
    while ways:
        way = ways.pop()
        reached.add(way[-1])
        step = steps.get(way[-1])
        if step is None:
            continue
        assert isinstance(step, dict)
        assert isinstance(step["options"], list)
        for option in step["options"]:
            assert isinstance(option, dict)
            if option["go"] in way:
                return False
            ways.append([*way, str(option["go"])])
    return reached == {*steps, "end"}
