"""A compiled quiz as HTML, through its widget's template."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from guidebook.engine import text
from guidebook.engine.kinds import KINDS
from guidebook.engine.kinds.base import CompiledQuiz
from guidebook.engine.links import Docs, rooted
from guidebook.engine.problem import Problem
from guidebook.engine.templates import MEMORY
from guidebook.engine.words import Words


@dataclass(frozen=True)
class SiteLink:
    """A link to a page of this site; the page that shows it decides how to write the address."""

    href: str
    html: str
    """What the link says."""


Drawn = tuple[str | SiteLink, ...]
"""HTML, cut at the links into the site."""

_SITE_LINK = re.compile(r'<a href="(/[^"]*)">(.*?)</a>', re.DOTALL)


class Renderer:
    """Draws quizzes. One serves a whole build, so that templates are read once."""

    def __init__(
        self,
        rooms: Sequence[Path],
        words: Words,
        docs: Docs,
        pages: Mapping[str, str],
        site: str = "",
    ) -> None:
        """`rooms` are folders of templates, the first first; `site` is the language around the widgets.

        `pages` is where templates may lead, by what they call it: `results` shows what is kept, `copy` tells of a copy
        of the site on the device.
        """
        self.words = words
        self.docs = docs
        self.environment = Environment(
            loader=FileSystemLoader(rooms),
            autoescape=True,
            bytecode_cache=MEMORY,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters.update(
            inline=lambda words: _markup(text.inline(words)),
            block=lambda words: _markup(text.block(words)),
            plain=lambda words: text.inline(words).plain,
        )
        self.environment.globals.update(
            t=self.say,
            said=lambda key: key in words.phrases,
            other_language=words.language if words.language != site else "",
            link=self.link,
            pages={
                name: f"/{page}"
                for name, page in pages.items()
                if page.partition("#")[0] in docs.pages
            },
        )

    def draw(self, quiz: CompiledQuiz) -> Drawn:
        """The quiz's widget, complete without script."""
        template = self.environment.get_template(f"kinds/{quiz.kind}/{quiz.kind}.html")
        paper = KINDS[quiz.kind].paper(quiz, self.say, lambda words: _markup(text.inline(words)))
        return cut(template.render(quiz=quiz, **paper))

    def draw_problems(self, problems: Sequence[Problem]) -> Drawn:
        """What a preview shows where a quiz with faults would stand."""
        return cut(self.environment.get_template("problems.html").render(problems=problems))

    def say(self, key: str, **filled: object) -> Markup:
        """A phrase of the widget, its gaps filled."""
        words = self.words[key]
        phrase = _markup(text.inline(words))
        if words != words.strip():  # joins, as in " and "
            phrase = escape(words)
        return phrase.format(**filled) if filled and self.words.fills(key, filled) else phrase

    def link(self, href: str) -> Markup:
        """A link that says where it leads."""
        title = _markup(text.inline(self.docs.title(rooted(href))))
        return Markup('<a href="{}">{}</a>').format(rooted(href), title)


def cut(html: str) -> Drawn:
    """HTML in which every link into the site stands apart.

    Only our own template and `text` write `<a`, always in this shape; authors' angle brackets
    arrive here escaped.
    """
    parts = _SITE_LINK.split(html)
    drawn: list[str | SiteLink] = [parts[0]]
    for href, words, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        drawn += [SiteLink(unescape(href), words), after]
    return tuple(drawn)


def _markup(piece: text.Piece) -> Markup:
    """HTML that `text` made, which escapes what authors write; relative links start at docs/."""
    html = piece.html
    for link in piece.links:
        if (full := rooted(link)) != link:
            html = html.replace(f'href="{escape(link)}"', f'href="{escape(full)}"')
    return Markup(html)  # noqa: S704
