"""A compiled quiz as HTML, through its widget's template."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from guidebook import text
from guidebook.links import Docs, rooted
from guidebook.problem import Problem
from guidebook.quiz.compiled import GateOption, Passage, ScalesQuiz
from guidebook.words import Words


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

    def __init__(self, templates: Path, words: Words, docs: Docs) -> None:
        self.words = words
        self.docs = docs
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters.update(
            inline=lambda words: _markup(text.inline(words)),
            block=lambda words: _markup(text.block(words)),
            plain=lambda words: text.inline(words).plain,
        )
        self.environment.globals.update(t=self.say, link=self.link)

    def draw(self, quiz: ScalesQuiz) -> Drawn:
        """The quiz's widget, complete without script."""
        answers = _Answers(quiz, self)
        template = self.environment.get_template("scales/scales.html")
        html = template.render(
            quiz=quiz,
            aways=_aways(quiz),
            any_of=partial(self.join, "list_or"),
            labels=answers.labels,
            number=answers.number,
            in_words=answers.in_words,
        )
        return cut(html)

    def draw_problems(self, problems: Sequence[Problem]) -> Drawn:
        """What a preview shows where a quiz with faults would stand."""
        return cut(self.environment.get_template("problems.html").render(problems=problems))

    def say(self, key: str, **filled: object) -> Markup:
        """A phrase of the widget, its gaps filled."""
        phrase = _markup(text.inline(self.words[key]))
        return phrase.format(**filled) if filled else phrase

    def link(self, href: str) -> Markup:
        """A link that says where it leads."""
        title = text.inline(self.docs.title(rooted(href))).html
        return Markup('<a href="{}">{}</a>').format(rooted(href), Markup(title))  # noqa: S704 (made by text)

    def join(self, word: str, parts: list[str]) -> Markup:
        """The parts as one phrase: `Often, Always or Never`."""
        html = [escape(part) for part in parts]
        last = self.words[word]
        return Markup(", ").join(html[:-1]) + last + html[-1] if len(html) > 1 else html[0]


class _Answers:
    """Conditions said in words, for the paper sheet."""

    def __init__(self, quiz: ScalesQuiz, renderer: Renderer) -> None:
        self.items = {item.id: item for block in quiz.blocks for item in block.items}
        self.scales = {scale.id: scale for scale in quiz.scales}
        self.renderer = renderer

    def number(self, passage: Passage) -> int:
        return self.items[next(iter(passage.chosen))].number

    def labels(self, passage: Passage) -> list[str]:
        name, wanted = next(iter(passage.chosen.items()))
        return self._labels(name, wanted)

    def in_words(self, passage: Passage) -> Markup:
        return self.renderer.join("list_and", list(self._conditions(passage)))

    def _labels(self, item: str, wanted: tuple[str, ...]) -> list[str]:
        return [
            _markup(text.inline(answer.label))
            for answer in self.items[item].answers
            if answer.id in wanted
        ]

    def _conditions(self, passage: Passage) -> Iterator[str]:
        join, say = partial(self.renderer.join, "list_or"), self.renderer.say
        for item, wanted in passage.chosen.items():
            labels = join(self._labels(item, wanted))
            yield say("note_item", answers=labels, number=self.items[item].number)
        for name, bands in passage.bands.items():
            scale = self.scales[name]
            titles = [_markup(text.inline(b.title)) for b in scale.bands if b.id in bands]
            yield say("note_band", scale=_markup(text.inline(scale.title)), bands=join(titles))


def cut(html: str) -> Drawn:
    """HTML in which every link into the site stands apart.

    Only our own template and `text` write `<a`, always in this shape; authors' angle brackets
    arrive here escaped.
    """
    parts = _SITE_LINK.split(html)
    drawn: list[str | SiteLink] = [parts[0]]
    for href, words, after in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        drawn += [SiteLink(str(Markup(href).unescape()), words), after]
    return tuple(drawn)


def _markup(piece: text.Piece) -> Markup:
    """HTML that `text` made, which escapes what authors write; relative links start at docs/."""
    html = piece.html
    for link in piece.links:
        if (full := rooted(link)) != link:
            html = html.replace(f'href="{escape(link)}"', f'href="{escape(full)}"')
    return Markup(html)  # noqa: S704


def _aways(quiz: ScalesQuiz) -> list[Mapping[str, Any]]:
    """The pages the gate leads to, each with the answers that lead there."""
    pages: dict[str, list[GateOption]] = {}
    for option in quiz.gate[1] if quiz.gate else ():
        if option.go:
            pages.setdefault(option.go, []).append(option)
    return [
        {
            "go": go,
            "ids": [option.id for option in options],
            "labels": [_markup(text.inline(option.label)) for option in options],
        }
        for go, options in pages.items()
    ]
