"""The article's ideas, from `data/article-map.yml`: what pages and items say that they cover."""

from pathlib import Path

from guidebook.problem import ProblemsFound
from guidebook.source import read as read_yaml


def read(path: Path, root: Path) -> dict[str, str]:
    """Id → gist. Raises ProblemsFound; without the file there are none."""
    if not path.is_file():
        return {}
    source = read_yaml(path, root)
    if not isinstance(source.data, dict):
        message = "ideas stand by their id, as in `HYP-P1: {kind: claim}`"
        raise ProblemsFound([source.problem((), message)])
    return {
        name: str(idea.get("told", "")) if isinstance(idea, dict) else ""
        for name, idea in source.data.items()
    }
