"""A quiz whose only faults are unknown keys, read as if they were mended: the rest is checked too."""

from pydantic import ValidationError

from guidebook.engine.messages import wording
from guidebook.engine.yaml.source import Value, Where


def repaired(data: Value, error: ValidationError) -> Value:
    """The data with mistyped keys set right and unknown ones left out."""
    meant = wording.mistyped(error)
    unknown = {
        tuple(detail["loc"])
        for detail in error.errors(include_url=False)
        if detail["type"] == "extra_forbidden"
    }
    return _repaired(data, (), unknown, meant)


def _repaired(value: Value, where: Where, unknown: set[Where], meant: dict[Where, Where]) -> Value:
    if isinstance(value, list):
        return [_repaired(v, (*where, n), unknown, meant) for n, v in enumerate(value)]
    if isinstance(value, dict):
        right = {key: str(meant.get((*where, key), (key,))[-1]) for key in value}
        return {
            right[key]: _repaired(v, (*where, key), unknown, meant)
            for key, v in value.items()
            if (*where, key) in meant or (*where, key) not in unknown
        }
    return value
