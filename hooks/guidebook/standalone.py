"""Widgets that no quiz is behind, such as `/// example-form` and `/// my-results` on a page."""

from collections.abc import Iterable

from guidebook.links import Docs
from guidebook.pages import Page
from guidebook.quiz import compiled
from guidebook.render import Drawn, Renderer, cut


def example_form(renderer: Renderer | None, docs: Docs, repository: str) -> Drawn:
    """A form that puts a reader's example in order as text, complete on paper.

    Without a repository it offers no way to send anything. An example may go to every page that
    has a heading of that name. Nothing without a renderer.
    """
    if renderer is None:
        return ()
    heading = renderer.words["examples_heading"]
    chapters = [
        page.title for _, page in sorted(docs.pages.items()) if heading in page.headings.values()
    ]
    template = renderer.environment.get_template("example/example.html")
    return cut(template.render(chapters=chapters, repository=repository))


def quiz_card(
    name: str, quiz: compiled.ScalesQuiz, renderer: Renderer | None, pages: Iterable[Page]
) -> Drawn:
    """A self-assessment in short: what it asks first, and the way to its own page.

    Nothing without a renderer, or while no page holds the quiz.
    """
    page = _homes(pages).get(name)
    if renderer is None or page is None:
        return ()
    return cut(renderer.environment.get_template("card/card.html").render(quiz=quiz, page=page))


def my_results(renderer: Renderer | None, pages: Iterable[Page]) -> Drawn:
    """The place where script shows what is kept, with a link to the page of each quiz and tool.

    Nothing without a renderer.
    """
    if renderer is None:
        return ()
    template = renderer.environment.get_template("results/results.html")
    return cut(template.render(known=sorted(_homes(pages).items())))


def _homes(pages: Iterable[Page]) -> dict[str, str]:
    """Quiz → the page to take it on, from docs/ with a leading slash: one of its own before others."""
    known: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: -page.path.count("/")):
        for quiz in page.quizzes:
            known.setdefault(quiz, "/" + page.path.removeprefix("docs/"))
    return known


def plain(name: str, renderer: Renderer | None) -> Drawn:
    """A widget that needs nothing but its words. Nothing without a renderer."""
    if renderer is None:
        return ()
    return cut(renderer.environment.get_template(f"{name}/{name}.html").render())
