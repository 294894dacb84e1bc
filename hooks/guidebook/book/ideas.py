"""The ideas of the article, from `data/article-map.yml`: what pages and items may say they tell."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, RootModel

from guidebook.engine.messages import wording
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.shapes import Text
from guidebook.engine.yaml.source import read as read_yaml


class Idea(BaseModel):
    """One of them."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    kind: Text = Field(description="What sort of idea it is, such as a claim or a tip.")
    who: Text = Field(description="Whose it is, by first name; or the words: the article.")
    told: Text = Field(description="Its gist, in our own words.")


class Ideas(RootModel[dict[str, Idea]]):
    """All of them, by id."""

    model_config = ConfigDict(strict=True, frozen=True)


def read(path: Path, root: Path) -> dict[str, Idea]:
    """Id → idea. Raises ProblemsFound; without the file there are none."""
    if not path.is_file():
        return {}
    source = read_yaml(path, root)
    if not isinstance(source.data, dict):
        message = (
            "ideas stand by their id, as in `HYP-P1: {kind: claim, who: Jake, told: Its gist}`"
        )
        raise ProblemsFound([source.problem((), message)])
    return wording.validated(Ideas, source).root
