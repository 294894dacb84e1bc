"""Widgets that no quiz is behind, such as `/// example-form` and `/// my-results` on a page."""

from collections.abc import Iterable

from guidebook.links import Docs
from guidebook.pages import Page
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


def my_results(renderer: Renderer | None, pages: Iterable[Page]) -> Drawn:
    """The place where script shows what is kept, with a link to the page of each quiz and tool.

    Nothing without a renderer.
    """
    if renderer is None:
        return ()
    known: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: -page.path.count("/")):  # a page of its own first
        for quiz in page.quizzes:
            known.setdefault(quiz, "/" + page.path.removeprefix("docs/"))
    template = renderer.environment.get_template("results/results.html")
    return cut(template.render(known=sorted(known.items())))


def plain(name: str, renderer: Renderer | None) -> Drawn:
    """A widget that needs nothing but its words. Nothing without a renderer."""
    if renderer is None:
        return ()
    return cut(renderer.environment.get_template(f"{name}/{name}.html").render())
