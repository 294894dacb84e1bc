"""A chapter has room for examples: the first few stand open, the others fold, and all are there."""

from pathlib import Path

import pytest

from tests.drawing import of_class, parsed, words
from tests.project import CHAPTER, Project, front_matter

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ivo", "Jo")


def page(folder: Path, count: int, heading: str = "Examples", **head: str) -> str:
    stories = "".join(f"**{name}** tells a story.\n\nIt goes on.\n\n" for name in NAMES[:count])
    text = f"{front_matter(**head)}# Birds\n\n## {heading}\n\n{stories}## Next\n\nBreathe.\n"
    project = Project(folder, {CHAPTER: text})
    project.build()
    return project.page("chapters/birds")


@pytest.mark.sample(1)
@pytest.mark.parametrize("count", [0, 3, 7])
def test_a_few_examples_all_stand_open(count: int, tmp_path: Path) -> None:
    assert of_class(parsed(page(tmp_path, count)), "more-examples") == []


def test_of_ten_examples_four_fold_and_none_is_lost(tmp_path: Path) -> None:
    built = parsed(page(tmp_path, 10))
    (folded,) = of_class(built, "more-examples")
    assert folded.tag == "details"
    assert words(folded.find("summary")) == "4 more examples"
    assert [words(name) for name in folded.iter("figcaption")] == [*NAMES[6:]]
    assert words(folded).endswith("Jo tells a story. It goes on.")
    article = words(next(built.iter("article")))
    positions = [article.index(f"{name} tells a story.") for name in NAMES]
    assert positions == sorted(positions)
    assert article.index("Jo tells") < article.index("Breathe.")


def test_an_example_is_a_voice_under_the_name_of_its_teller(tmp_path: Path) -> None:
    told = "**Ada.** She gave a talk.\n\n*What helped.* A walk.\n\n**Ben** sang."
    text = f"{front_matter()}# Birds\n\n## Examples\n\nTwo.\n\n{told}\n\n## Next\n\nBreathe.\n"
    project = Project(tmp_path, {CHAPTER: text})
    project.build()
    voices = of_class(parsed(project.page("chapters/birds")), "voice")
    assert [(v.tag, *map(words, v)) for v in voices] == [
        ("figure", "Ada", "She gave a talk.", "What helped. A walk."),
        ("figure", "Ben", "Ben sang."),
    ]


def test_examples_fold_in_the_language_of_the_page(tmp_path: Path) -> None:
    built = page(tmp_path, 10, "例子", lang="zh", translations="{en: /help.md}")
    assert words(of_class(parsed(built), "more-examples")[0].find("summary")) == "还有 4 个例子"
