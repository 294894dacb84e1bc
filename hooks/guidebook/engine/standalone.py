"""Widgets that no quiz is behind, such as `/// my-results` on a page, or that lead to one."""

from collections.abc import Mapping

from guidebook.engine.kinds.scales.compiled import ScalesQuiz
from guidebook.engine.render import Drawn, Renderer, cut


def quiz_card(
    name: str, quiz: ScalesQuiz, renderer: Renderer | None, homes: Mapping[str, str]
) -> Drawn:
    """A self-assessment in short: what it asks first, and the way to its own page.

    `homes` tells of each quiz the page to take it on, from docs/ with a leading slash. Nothing without a renderer, or
    while no page holds the quiz.
    """
    page = homes.get(name)
    if renderer is None or page is None:
        return ()
    return cut(renderer.environment.get_template("card/card.html").render(quiz=quiz, page=page))


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
