"""The help lines, from `data/help-lines.yml`: dated, one by one, for readers may depend on them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

from markdown import markdown
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from guidebook.engine import text
from guidebook.engine.links import Docs
from guidebook.engine.messages import wording
from guidebook.engine.problem import ProblemsFound
from guidebook.engine.shapes import Day, Text
from guidebook.engine.yaml.source import read as read_yaml

_REACHED = re.compile(
    r"(?:(?P<sms>sms )?(?P<number>\+?[0-9][0-9 ()-]*)|(?:https://)?(?P<address>[a-z0-9.-]+\.[a-z]+(?:/[\w/.-]*)?))"
)
_BRACES = re.compile(r"\{([^{}]*)\}")


def _words(words: str) -> str:
    if text.links(words):
        raise ValueError("is words alone; a number or an address stands in braces, under `how`")
    return words


def _ways(how: str) -> str:
    if odd := next((way for way in _BRACES.findall(how) if not _REACHED.fullmatch(way)), None):
        raise ValueError(f'has {{{odd}}}; in braces stands a number or an address, as in "{{988}}"')
    if re.search("[{}]", _BRACES.sub("", how)):
        raise ValueError("has a brace without its other half")
    _words(_BRACES.sub("", how))
    return how


Words = Annotated[Text, AfterValidator(_words)]
"""Without a link: nobody should be able to send readers elsewhere from here."""


class Line(BaseModel):
    """One service."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    where: Words = Field(description="The country or countries.")
    what: Words = Field(description="The service and what it is for.")
    how: Annotated[Text, AfterValidator(_ways)] = Field(
        description="How to reach it, as in `call {988}, text {sms 741741}, or see {example.org}`."
    )
    hours: Words | None = Field(None, description="When it answers.")
    checked: Day = Field(description="The day a person last looked this line up.")
    seen_at: Annotated[list[Words], Field(min_length=1)] = Field(
        description="Where they saw it on that day."
    )

    @property
    def links(self) -> Iterator[str]:
        """Where it leads."""
        yield from (_link(way) for way in _BRACES.findall(self.how))

    @property
    def markdown(self) -> str:
        """The line, and where it was seen."""
        day = date.fromisoformat(self.checked)
        places = _plain("; ".join(self.seen_at))
        return f"{self.brief} Looked up on {day.day} {day:%B %Y}, at {places}."

    @property
    def brief(self) -> str:
        """The line. What a reader sees in it is what a press on it dials or opens: one value makes both."""
        parts = _BRACES.split(self.how)
        reached = [
            f"[{part}]({_link(part)})".replace("sms ", "", 1) if n % 2 else _plain(part)
            for n, part in enumerate(parts)
        ]
        hours = f" ({_plain(self.hours)})" if self.hours else ""
        return f"- **{_plain(self.where)}.** {_plain(self.what)}: {''.join(reached)}{hours}."


class HelpLines(BaseModel):
    """All of them."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    emergency: Words = Field(description="What stands above the lines, everywhere.")
    lines: list[Line] = Field(description="In the order shown.")

    @property
    def markdown(self) -> str:
        """The sentence for emergencies, and each line."""
        lines = [line.markdown for line in self.lines]
        return "\n".join([f"**{_plain(self.emergency)}**", "", *lines])

    @property
    def on_paper(self) -> dict[str, str]:
        """In short, as HTML, for sheets that leave the site: `all` lines and their day, or the `first`."""
        emergency, lines = f"**{_plain(self.emergency)}**", [line.brief for line in self.lines]
        day = date.fromisoformat(min((line.checked for line in self.lines), default="0001-01-01"))
        looked_up = f"Looked up on {day.day} {day:%B %Y}."
        return {
            "all": markdown("\n".join([emergency, "", *lines, "", looked_up])) if lines else "",
            "first": markdown(f"{emergency} {lines[0].removeprefix('- ')}") if lines else "",
        }


def read(path: Path, root: Path, docs: Docs) -> HelpLines | None:
    """Read the help lines. Raises ProblemsFound; without the file there are none."""
    if not path.is_file():
        return None
    source = read_yaml(path, root)
    found = wording.validated(HelpLines, source)
    problems = [
        source.problem(("lines", n, "how"), fault)
        for n, line in enumerate(found.lines)
        for link in line.links
        if link.startswith("https:") and (fault := docs.fault(link))
    ]
    if problems:
        raise ProblemsFound(problems)
    return found


def _link(way: str) -> str:
    """What a press on it does."""
    found = _REACHED.fullmatch(way)
    assert found
    if found["number"]:
        return f"{'sms' if found['sms'] else 'tel'}:{re.sub('[^+0-9]', '', found['number'])}"
    return f"https://{found['address']}"


def _plain(words: str) -> str:
    """An author's words, their outer spaces too, so that Markdown shows them and nothing else."""
    inner = text.inline(words).markdown
    before, after = (" " if words[:1].isspace() else ""), (" " if words[-1:].isspace() else "")
    return f"{before}{inner}{after}" if inner else before
