"""`/// example-form` on a page: the form for a reader's example."""

from guidebook.engine.links import Docs
from guidebook.engine.render import Drawn, Renderer, cut


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
