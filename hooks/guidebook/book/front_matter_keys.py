"""What the lines between --- at the head of a page may say: each key with its shape."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from guidebook.engine.shapes import Day, Text

LONGEST_TERM = 40


def _plain(text: str) -> str:
    if found := re.search("[<>]", text):
        raise ValueError(f"is plain text; leave out {found[0]}, for no markup works here")
    return text


def _unquoted(text: str) -> str:
    if '"' in text:
        raise ValueError('is plain text; write “ and ” in place of "')
    return text


def _short_enough(text: str) -> str:
    if not 50 <= len(text) <= 160:
        raise ValueError(f"has {len(text)} characters; write one sentence of 50 to 160")
    return text


def _a_term(text: str) -> str:
    if len(text) > LONGEST_TERM:
        raise ValueError(
            f"is too long to search for; write a word or two, {LONGEST_TERM} letters at most"
        )
    return text


Plain = Annotated[Text, AfterValidator(_plain)]
"""Words that stand in the head of a page, where no markup can be meant."""
Sentence = Annotated[Plain, AfterValidator(_unquoted), AfterValidator(_short_enough)]
"""One that stands in an attribute there."""


class Search(BaseModel):
    """What the search does with a page."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    exclude: bool = Field(False, description="Keeps the page out of search.")
    boost: Annotated[float, Field(ge=0.1, le=10)] = Field(
        1, description="How far to lift the page among those that are found; below 1, to lower it."
    )


class FrontMatter(BaseModel):
    """The lines between --- at the head of a page."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    title: Plain | None = Field(None, description="Only where it must differ from the heading.")
    description: Sentence = Field(description="One sentence for search engines and link previews.")
    reviewed: Day = Field(description="The day a person last read the page through.")
    covers: list[str] = Field([], description="Ids of the article's ideas that the page tells.")
    agreed: list[Text] = Field([], description="First names of people who agreed to stand here.")
    lang: Text | None = Field(None, description="The code of its language. Default: the site's.")
    translations: dict[str, Text] = Field(
        {}, description="Language → the same page in it, as in `{zh: /zh/help.md}`."
    )
    moon: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")] | None = Field(
        None, description="The phase beside the heading: docs/assets/moon."
    )
    exit: bool = Field(False, description="Whether a reader can leave it at a press.")
    template: Literal["home.html"] | None = Field(
        None, description="A layout of its own, as the home page has."
    )
    hide: list[Literal["footer", "navigation", "path", "toc"]] = Field(
        [], description="Parts of the layout to leave out."
    )
    search: Search = Field(
        Search(),
        description="`exclude: true` keeps the page out of search; `boost: 2` lifts it there, and 0.5 lowers it.",
    )
    search_terms: list[Annotated[Plain, AfterValidator(_a_term)]] = Field(
        [],
        description="Words that a reader may search for and the page does not say. No page shows them.",
    )
