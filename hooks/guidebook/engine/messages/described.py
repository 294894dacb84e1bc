"""What a model says of the keys at a place of a file."""

from typing import Any, get_args

from pydantic import BaseModel, RootModel

from guidebook.engine.yaml.source import Where


def keys_at(model: type[BaseModel], where: Where) -> list[str]:
    """The keys that the group at `where` may have, as an author writes them."""
    found = model_at(model, where)
    if found is None:
        return []
    return [field.alias or name for name, field in found.model_fields.items()]


def needed(model: type[BaseModel], where: Where) -> list[str]:
    """The keys that the entry at `where` cannot do without; all, if it could do without any."""
    found = model_at(model, where)
    fields = found.model_fields.items() if found else ()
    needed = [field.alias or name for name, field in fields if field.is_required()]
    return needed or keys_at(model, where)


def is_id(model: type[BaseModel], where: Where) -> bool:
    """Whether an id is written at `where`."""
    names = [n for n, part in enumerate(where) if isinstance(part, str)]
    parent = model_at(model, where[: names[-1]]) if names else None
    for name, field in parent.model_fields.items() if parent else ():
        if where[names[-1]] == (field.alias or name):
            return "pattern=" in f"{field.annotation} {field.metadata}"
    return False


def model_at(model: type[BaseModel], where: Where) -> type[BaseModel] | None:
    """The model that describes the group of keys at `where`."""
    current: Any = model
    if issubclass(model, RootModel):  # a file that is a list, or keys of the author's own
        current = _held_model(model.model_fields["root"].annotation)
    for part in where:
        if isinstance(current, type) and issubclass(current, BaseModel):
            fields = {f.alias or name: f.annotation for name, f in current.model_fields.items()}
            current = fields.get(str(part))
        else:  # inside a list or a dict: what it holds
            current = current[-1] if isinstance(current, tuple) else current
        current = _held_model(current)
    return current if isinstance(current, type) and issubclass(current, BaseModel) else None


def _held_model(annotation: Any) -> Any:
    """The model, or in a tuple the members' model, somewhere inside `list[…] | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _held_model(inner)
        if found is not None:
            is_container = getattr(annotation, "__origin__", None) in (list, dict)
            return (found,) if is_container else found
    return None
