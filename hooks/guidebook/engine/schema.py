"""The JSON Schema by which editors complete and check a quiz as it is written.

`python -m guidebook.engine.schema` (with hooks/ on the path) prints it; a test keeps
quizzes/quiz.schema.json current.
"""

import json
import sys
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from guidebook.engine.kinds import KINDS


def schema() -> dict[str, Any]:
    """The schema of every kind; an editor learns from `kind` which keys to offer."""
    models = [(kind.model, "validation") for kind in KINDS.values()]
    references, definitions = models_json_schema(models, schema_generator=_Plain)  # type: ignore[arg-type]
    kinds = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": references[(kind.model, "validation")],
        }
        for name, kind in KINDS.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A self-assessment or tool",
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": list(KINDS), "description": "What sort of quiz it is."}},
        "allOf": kinds,
        "$defs": {name: _bare(part) for name, part in definitions["$defs"].items()},
    }


def _bare(part: dict[str, Any]) -> dict[str, Any]:
    """A definition without its title (the name of a class, which editors would show), and closed.

    Where keys are the author's own, pydantic lets in others than ids.
    """
    bare = {key: value for key, value in part.items() if key != "title"}
    for own in bare.get("properties", {}).values():
        for shape in (own, *own.get("anyOf", ())):
            if "patternProperties" in shape:
                shape["additionalProperties"] = False
    return bare


def written() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


class _Plain(GenerateJsonSchema):
    """Without the titles pydantic makes up from names: they repeat the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's name)
        return False


if __name__ == "__main__":
    sys.stdout.write(written())
