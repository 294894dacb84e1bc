"""The author's reference of a page's front matter."""

from guidebook.book.front_matter_keys import FrontMatter


def page_keys() -> str:
    """Markdown: what may stand between the lines of --- at the top of a page."""
    return "\n".join(
        f"- `{name}:`{', needed' if field.is_required() else ''}. {field.description}"
        for name, field in FrontMatter.model_fields.items()
    )
