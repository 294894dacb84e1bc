"""Widgets that no quiz is behind, such as `/// my-results` on a page, or that lead to one."""

from collections.abc import Mapping

from guidebook.engine.quiz_file import QuizFile
from guidebook.engine.render import Drawn, Renderer, cut

A_MINUTE = 6
"""How many questions a reader answers in one."""
LONGEST = 10
"""Minutes of which a card tells; who takes longer is not told how long."""


def quiz_card(quiz: QuizFile, renderer: Renderer | None, homes: Mapping[str, str]) -> Drawn:
    """A quiz in short: what it asks first, or else what it is, and the way to its own page.

    `homes` tells of each quiz the page to take it on, from docs/ with a leading slash. Nothing without a renderer, or
    while no page holds the quiz.
    """
    page = homes.get(quiz.compiled.name)
    if renderer is None or page is None:
        return ()
    minutes = -(-(quiz.compiled.asks or 0) // A_MINUTE)
    template = renderer.environment.get_template("card/card.html")
    return cut(
        template.render(
            quiz=quiz.compiled,
            summary=quiz.written.summary,
            minutes=minutes if minutes <= LONGEST else 0,
            page=page,
        )
    )


def my_results(renderer: Renderer | None, homes: Mapping[str, str]) -> Drawn:
    """The place where script shows what is kept, with a link to the page of each quiz and tool.

    Nothing without a renderer.
    """
    if renderer is None:
        return ()
    template = renderer.environment.get_template("results/results.html")
    return cut(template.render(known=sorted(homes.items())))


def plain(name: str, renderer: Renderer | None) -> Drawn:
    """A widget that needs nothing but its words. Nothing without a renderer."""
    if renderer is None:
        return ()
    return cut(renderer.environment.get_template(f"{name}/{name}.html").render())
