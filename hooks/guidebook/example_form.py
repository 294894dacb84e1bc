"""The form that puts a reader's example in order as text: `/// example-form` on a page."""

from guidebook.links import Docs
from guidebook.render import Drawn, Renderer, cut


def draw(renderer: Renderer, docs: Docs, repository: str) -> Drawn:
    """The form, complete on paper. Without a repository it offers no way to send anything.

    An example may go to every page that has a heading of that name.
    """
    heading = renderer.words["examples_heading"]
    chapters = [
        page.title for _, page in sorted(docs.pages.items()) if heading in page.headings.values()
    ]
    template = renderer.environment.get_template("example/example.html")
    return cut(template.render(chapters=chapters, repository=repository))
